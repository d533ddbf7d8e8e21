// Who would hear of a correction, of what, and when: what the rules would send because of it at once and up to the next mails of
// 09:00, beside what they would send without it. Nothing here sends one.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { londonDateToSay } from '../../domain/calendar/londonTime';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { nextNine } from '../../domain/rapidReview/clock/briefingTimes';
import { movesToTell } from '../../domain/rapidReview/clock/moves';
import { comingNotices } from '../../domain/rapidReview/comingNotices';
import { agencyOn, owesItsOwn } from '../../domain/rapidReview/agenciesOfCase';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { evolve } from '../../domain/rapidReview/evolve';
import type { NoticeBody, NoticeBodyOf, Recipient } from '../../domain/rapidReview/noticeBodies';
import { noticesFor } from '../../domain/rapidReview/notices';
import { contactsFor } from '../../domain/rapidReview/reminders/reach';
import type { OpenCase, RapidReview } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { refOf } from '../../domain/timetable/obligationKey';
import { owedByAgency } from '../../domain/timetable/owed';
import { sayItem } from '../chronology/sayClock';
import { sayNotice } from '../chronology/sayNotice';
import type { Name } from '../chronology/sayings';
import type { ToldView } from '../chronology/told';

/** A correction and the case on either side of it, time having passed. */
export interface Corrected {
  readonly before: RapidReview;
  readonly after: RapidReview;
  /** What it establishes. */
  readonly events: readonly CaseEvent[];
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
}

const mailed = (
  to: Recipient,
  body: NoticeBody,
  at: Instant,
  name: Name,
  notHeldOn?: CivilDate,
): readonly ToldView[] => {
  const told = (about: string): ToldView => ({
    who: to.role,
    how: 'byMail',
    at: formatInstant(at),
    about,
    ...(to.role === 'agency' ? { agency: to.agency } : {}),
  });
  return body.kind === 'teamBriefing'
    ? body.items.map((item) => told(sayItem(item, name, notHeldOn)))
    : [told(sayNotice(body, name))];
};

/** Nobody of it can be mailed, and the team tells it. */
const inPerson = (
  body: NoticeBodyOf<'datesMoved' | 'answerByMistake'>,
  at: Instant,
  name: Name,
): ToldView => ({
  who: 'agency',
  agency: body.agency,
  how: 'inPerson',
  at: formatInstant(at),
  about: sayNotice(body, name),
});

/** Whom no mail tells of what an event has established, though it should know. */
const unmailable = (event: CaseEvent, state: RapidReview, at: Instant, name: Name): readonly ToldView[] => {
  if (event.kind === 'AgencyToldOfDates' && event.body.noContact === true) {
    const { agency, moves } = event.body;
    return [inPerson({ kind: 'datesMoved', agency, moves, because: [] }, at, name)];
  }
  if (event.kind !== 'ReturnCorrected' || event.body.on !== undefined || state.status !== 'open') return [];
  const { agency, number, was: on } = event.body;
  const known = agencyOn(state, agency);
  return known !== undefined && owesItsOwn(known) && contactsFor(state, agency).length === 0
    ? [inPerson({ kind: 'answerByMistake', agency, number, on }, at, name)]
    : [];
};

/** Of an answer that was none the agency hears by when its own is due, as the case stands after the correction. */
const askedForItsOwn = ({ after, calendar, now }: Corrected, agency: AgencyId): string => {
  const owes = after.status === 'open' ? ifCovered(() => owedByAgency(after, calendar, agency)) : undefined;
  const due = owes?.find(({ key }) => refOf(key).obligation === 'agencyReturn')?.due;
  if (due === undefined) return 'it is asked for its own';
  const isPast = due < londonDateToSay(calendar, now);
  return `it is asked for its own, ${isPast ? 'which was due ' : ''}by the end of ${sayDate(due)}`;
};

const atOnce = (corrected: Corrected, name: Name): readonly ToldView[] => {
  const { before, events, calendar, now } = corrected;
  let state = before;
  return events.flatMap((event) => {
    state = evolve(state, event);
    const byMail = noticesFor(event, state, calendar).flatMap(({ to, body }) => mailed(to, body, now, name));
    const told = [...byMail, ...unmailable(event, state, now, name)];
    if (event.kind !== 'ReturnCorrected') return told;
    const own = askedForItsOwn(corrected, event.body.agency);
    return told.map((one) => ({ ...one, about: `${one.about}: ${own}` }));
  });
};

/** Nobody writes to them: the team hears of it when the mail would have gone. */
const waitingWithoutContact = (
  state: OpenCase,
  calendar: WorkingCalendar,
  at: Instant,
  name: Name,
): readonly ToldView[] =>
  [...Map.groupBy(movesToTell(state, calendar), ({ agency }) => agency)].flatMap(([agency, moves]) =>
    contactsFor(state, agency).length > 0
      ? []
      : [inPerson({ kind: 'datesMoved', agency, moves, because: [] }, at, name)],
  );

/** With nobody acting. Nothing where the calendar does not reach so far. */
const untilNextNine = (state: RapidReview, { calendar, now }: Corrected, name: Name): readonly ToldView[] => {
  if (state.status === 'none') return [];
  const told = ifCovered(() => {
    const nine = nextNine(state, calendar, now);
    return [
      ...(state.status === 'open' ? waitingWithoutContact(state, calendar, nine, name) : []),
      ...comingNotices(state, calendar, now, 1)
        .filter(({ at }) => at <= nine)
        .flatMap(({ at, notice, notHeldOn }) => mailed(notice.to, notice.body, at, name, notHeldOn)),
    ];
  });
  return told ?? [];
};

const notAmong = (told: readonly ToldView[], others: readonly ToldView[]): readonly ToldView[] => {
  const known = new Set(others.map((other) => JSON.stringify(other)));
  return told.filter((one) => !known.has(JSON.stringify(one)));
};

/** In the order in which they would hear; and what waits for the next mails now, and would not go as it is. */
export const whoWouldBeTold = (
  corrected: Corrected,
  name: Name,
): { readonly told: ToldView[]; readonly toldNoMore: ToldView[] } => {
  const without = untilNextNine(corrected.before, corrected, name);
  const withIt = untilNextNine(corrected.after, corrected, name);
  return {
    told: [...atOnce(corrected, name), ...notAmong(withIt, without)],
    toldNoMore: [...notAmong(without, withIt)],
  };
};
