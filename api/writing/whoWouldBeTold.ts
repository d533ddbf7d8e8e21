// Who would hear of a correction, of what, and when: worked out on the case as it would then be, by the rules that send the
// mails. Nothing here sends one.

import { Type, type Static } from 'typebox';
import type { Instant } from '../../domain/calendar/instant';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { briefingItems, nextBriefingDay } from '../../domain/rapidReview/clock/briefing';
import type { AgencyToldOfDates, BriefingItem } from '../../domain/rapidReview/clock/events';
import { movesToTell } from '../../domain/rapidReview/clock/moves';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import { noticesFor } from '../../domain/rapidReview/notices';
import { contactsFor } from '../../domain/rapidReview/reminders/reach';
import type { OpenCase, RapidReview } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { sayItem } from '../chronology/sayClock';
import { sayNotice } from '../chronology/sayNotice';
import type { Name } from '../chronology/sayings';
import { AgencyIdField, strict } from '../fields/fields';

export const ToldField = Type.Object(
  {
    who: Type.Enum(['agency', 'team']),
    agency: Type.Optional(AgencyIdField),
    how: Type.Enum(['byMail', 'inPerson'], { description: 'In person where nobody there can be mailed.' }),
    when: Type.Enum(['atOnce', 'nextMail'], { description: 'Or with the next mails of 09:00.' }),
    about: Type.String(),
  },
  strict,
);
export type ToldView = Static<typeof ToldField>;

/** What the correction establishes, on the case as it stands now that time has passed. */
export interface Corrected {
  readonly before: RapidReview;
  readonly events: readonly CaseEvent[];
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

type Move = AgencyToldOfDates['body']['moves'][number];

const agencyTold = (
  after: OpenCase,
  agency: AgencyId,
  moves: readonly Move[],
  when: ToldView['when'],
  name: Name,
): ToldView => ({
  ...{ who: 'agency', agency, when },
  how: contactsFor(after, agency).length > 0 ? 'byMail' : 'inPerson',
  about: sayNotice({ kind: 'datesMoved', agency, moves, because: [] }, name),
});

/** Dates of agencies that the correction itself has moved. */
const movedIn = (events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      event.kind === 'DatesMoved' && event.body.toTell !== undefined
        ? event.body.moves.map(({ key }) => key)
        : [],
    ),
  );

/**
 * A date that is back where the agency was told it is told to nobody. Whoever waits to hear of an earlier move alone is not
 * told because of the correction.
 */
const agencies = ({ events, calendar }: Corrected, after: OpenCase, name: Name): readonly ToldView[] => {
  const atOnce = events.flatMap((event) =>
    event.kind === 'AgencyToldOfDates'
      ? [agencyTold(after, event.body.agency, event.body.moves, 'atOnce', name)]
      : [],
  );
  const moved = movedIn(events);
  const later = movesToTell(after, calendar).filter(({ key }) => moved.has(key));
  return [
    ...atOnce,
    ...[...Map.groupBy(later, ({ agency }) => agency)].map(([agency, moves]) =>
      agencyTold(after, agency, moves, 'nextMail', name),
    ),
  ];
};

/** What the team's next mail would say, on either side of the correction. */
const briefingOf = (state: RapidReview, { calendar, now }: Corrected): readonly BriefingItem[] => {
  if (state.status !== 'open') return [];
  const on = ifCovered(() => nextBriefingDay(state, calendar, now));
  return on === undefined ? [] : briefingItems(state, calendar, on);
};

const team = (corrected: Corrected, after: OpenCase, name: Name): readonly ToldView[] => {
  const told = (about: string, when: ToldView['when']): ToldView => ({
    ...{ who: 'team', how: 'byMail', when, about },
  });
  let state = corrected.before;
  const atOnce = corrected.events.flatMap((event) => {
    state = evolve(state, event);
    return noticesFor(event, state, corrected.calendar).filter(({ to }) => to.role === 'team');
  });
  const known = new Set(briefingOf(corrected.before, corrected).map((item) => JSON.stringify(item)));
  return [
    ...atOnce.map(({ body }) => told(sayNotice(body, name), 'atOnce')),
    ...briefingOf(after, corrected)
      .filter((item) => !known.has(JSON.stringify(item)))
      .map((item) => told(sayItem(item, name), 'nextMail')),
  ];
};

export const whoWouldBeTold = (corrected: Corrected, after: RapidReview, name: Name): ToldView[] =>
  after.status === 'open' ? [...agencies(corrected, after, name), ...team(corrected, after, name)] : [];
