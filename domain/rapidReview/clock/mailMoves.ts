// How the moment at which a mail of 09:00 would come lies to the one at which it comes because of what is previewed. Which mails there
// are is `reminderMoves.ts`, `warningMoves.ts` and `lineMoves.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';

export interface MailMove {
  /** `fallsAway`: its new time is past already, or nothing is owed any more. `later`: also one that would not have come any more. */
  readonly how: 'sooner' | 'later' | 'fallsAway';
  /** The day on whose 09:00 it would have come; absent where it would not have come any more. */
  readonly was?: CivilDate;
  /** The day on whose 09:00 it comes; absent where it falls away. */
  readonly comes?: CivilDate;
}

/** The calendars on either side, and the moment of the change. */
export interface Previewed {
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
  readonly now: Instant;
}

/** Nothing where it stays. */
const howItMoves = (
  was: Instant | undefined,
  is: Instant | undefined,
  now: Instant,
): MailMove['how'] | undefined => {
  if (was === is) return undefined;
  if (is === undefined || is <= now) return was === undefined ? undefined : 'fallsAway';
  return was === undefined || is > was ? 'later' : 'sooner';
};

/** One, or none where it stays. */
export const mailMoves = (
  was: Instant | undefined,
  is: Instant | undefined,
  { before, after, now }: Previewed,
): readonly MailMove[] => {
  const how = howItMoves(was, is, now);
  if (how === undefined) return [];
  return [
    {
      how,
      ...(was === undefined ? {} : { was: londonDateOf(before, was) }),
      ...(how === 'fallsAway' || is === undefined ? {} : { comes: londonDateOf(after, is) }),
    },
  ];
};

/** What a mail is about, and when it comes; at no time where it does not any more. */
export interface MailAhead<A> {
  readonly about: A;
  readonly at: Instant | undefined;
}

export type MailsAhead<A> = ReadonlyMap<string, MailAhead<A>>;

/** Of all mails on either side, each under an id of its own: those from before in their order, then those that are new. */
export const allMailMoves = <A extends object>(
  were: MailsAhead<A>,
  are: MailsAhead<A>,
  previewed: Previewed,
): readonly (A & MailMove)[] =>
  [...new Map([...were, ...are])].flatMap(([id, { about }]) =>
    mailMoves(were.get(id)?.at, are.get(id)?.at, previewed).map((move) => ({ ...about, ...move })),
  );
