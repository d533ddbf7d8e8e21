// Which lines of the team's mails of 09:00 come on another day, anew or not at all under another calendar (R12): that no meeting is
// fixed, that its papers are due, that the Panel is silent, that a reminder to an executive waits. That a date is at risk is a
// warning (`effects.ts`); what it hears because of the change itself is `told.ts`.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { briefingAt, toldAt, type Span } from '../rapidReview/clock/briefingTimes';
import type { LineMove } from '../rapidReview/clock/lineMoves';
import { mailMoves } from '../rapidReview/clock/mailMoves';
import { escalationOf, meetingFixedBy, papersFrom, silentFrom } from '../rapidReview/clock/topicTimes';
import type { Due } from '../timetable/dueDates';
import type { TimetableFacts } from '../timetable/facts';
import type { Change } from './moves';
import type { AgencyShape, CaseShape } from './shapes';

/** Of one line: `under` says when it is told by a calendar, nothing where it is not. */
const moved = (
  about: LineMove['about'],
  facts: TimetableFacts,
  { before, after, now }: Change,
  under: (calendar: WorkingCalendar, side: 'before' | 'after') => Span | undefined,
): readonly LineMove[] => {
  const at = (calendar: WorkingCalendar, side: 'before' | 'after'): Instant | undefined => {
    const span = under(calendar, side);
    return span === undefined ? undefined : toldAt(facts, calendar, span, now);
  };
  return mailMoves(at(before, 'before'), at(after, 'after'), { before, after, now }).map((move) => ({
    about,
    ...move,
  }));
};

/** Throws `BeyondCalendar`. */
export const topicMovesOfCase = ({ facts, topics }: CaseShape, change: Change): readonly LineMove[] => {
  if (topics === undefined) return [];
  const { notFixed, papers, silentSince } = topics;
  return [
    ...(notFixed === undefined
      ? []
      : moved('meetingNotFixed', facts, change, (calendar) => {
          const by = meetingFixedBy(facts, calendar);
          return by === undefined ? undefined : { from: briefingAt(facts, calendar, by) };
        })),
    ...(papers === undefined
      ? []
      : moved('papersDue', facts, change, (calendar) => {
          const nine = briefingAt(facts, calendar, papers.on);
          const until = (papers.byNine ? nine : nine + 1) as Instant;
          return { from: papersFrom(facts, calendar, papers.on), until };
        })),
    ...(silentSince === undefined
      ? []
      : moved('panelSilent', facts, change, (calendar) => ({
          from: silentFrom(facts, calendar, silentSince),
        }))),
  ];
};

/** `owed`: what the agency owes, on either side. Throws `BeyondCalendar`. */
export const topicMovesOfAgency = (
  { facts, escalation }: AgencyShape,
  owed: readonly { readonly before: Due; readonly after: Due }[],
  change: Change,
): readonly LineMove[] => {
  const line = owed.find(({ after }) => after.obligation === 'agencyReturn');
  if (escalation === undefined || line === undefined) return [];
  return moved('escalationWaits', facts, change, (calendar, side) => {
    const due: CivilDate | undefined = line[side].due;
    return due === undefined || escalation.toldFor?.includes(due) === true
      ? undefined
      : escalationOf(facts, calendar, due);
  });
};
