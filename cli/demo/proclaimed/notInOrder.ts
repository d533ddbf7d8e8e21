// What of the story did not come out as it must: the review completed in time on its new day, each agency concerned told
// once on the Monday at nine, no mail on a day off, an earlier outcome kept, no case left behind. Empty where all did.

import { sayDate } from '../../../domain/calendar/civilDate';
import { MINUTE } from '../../../domain/calendar/instant';
import { londonDateOf, londonInstant, sayLondonTime } from '../../../domain/calendar/londonTime';
import { isWorkingDay } from '../../../domain/calendar/workingCalendar';
import { timetableOfCase } from '../../../domain/rapidReview/timetableOfCase';
import { isAgencysOwn, refOf } from '../../../domain/timetable/obligationKey';
import type { NoticeRow } from '../../../records/records';
import { counted } from '../../progress/whole';
import type { Played } from '../stage';
import type { DaysOfProclamation } from './daysOfProclamation';
import type { PlayedProclaimed } from './playProclaimed';

const lineOf = ({ folded }: Played, name: string) =>
  timetableOfCase(folded.state, folded.calendar).lines.find(({ obligation }) => obligation === name);

/** Of the moves that the case recorded, those of what agencies owe. */
const agenciesMoved = ({ folded }: Played): readonly string[] => {
  const moves = folded.events.flatMap((event) =>
    event.kind === 'DatesMoved' && event.body.toTell !== undefined ? event.body.moves : [],
  );
  return [...new Set(moves.flatMap(({ key }) => (isAgencysOwn(key) ? (refOf(key).agency ?? []) : [])))];
};

const faultsOfTelling = (played: Played, { toldOn }: DaysOfProclamation): readonly string[] => {
  const { folded, notices } = played;
  const { calendar } = folded;
  const nine = londonInstant(calendar, toldOn, 9, 0);
  const wrong = (rows: readonly NoticeRow[]): string | undefined => {
    const [row, ...more] = rows;
    if (row?.acceptedAt === undefined) return 'was not told';
    if (more.length > 0) return `was told ${rows.length} times`;
    const { acceptedAt: at } = row;
    return at >= nine && at < nine + MINUTE
      ? undefined
      : `was told on ${sayDate(londonDateOf(calendar, at))} at ${sayLondonTime(calendar, at)}`;
  };
  return agenciesMoved(played).flatMap((agency) => {
    const rows = notices.filter(({ body }) => body.kind === 'datesMoved' && body.agency === agency);
    const fault = wrong(rows);
    return fault === undefined ? [] : [`${agency} ${fault}`];
  });
};

const mailedOnDayOff = ({ folded: { calendar }, notices }: Played): readonly string[] =>
  notices.flatMap(({ key, acceptedAt }) =>
    acceptedAt === undefined || isWorkingDay(calendar, londonDateOf(calendar, acceptedAt))
      ? []
      : [`${key} went on a day off`],
  );

const faultsOfCompletion = ({ review, changed }: PlayedProclaimed): readonly string[] => {
  const { reference } = review.folded.state;
  const move = changed.cases
    .find((one) => one.reference === reference)
    ?.moves.find(({ key }) => key === 'completeLocal');
  const line = lineOf(review, 'completeLocal');
  if (move === undefined) return ['the day of completion did not move'];
  const onTheDay = line?.status === 'met' && line.due === move.due && line.doneOn === move.due;
  return onTheDay ? [] : ['the review was not completed on its new day'];
};

export const notInOrder = (played: PlayedProclaimed, days: DaysOfProclamation): readonly string[] => {
  const { review, earlier, changed } = played;
  const { progress } = changed.change;
  const kept = lineOf(earlier, 'meeting');
  return [
    ...faultsOfCompletion(played),
    ...(agenciesMoved(review).length > 0 ? [] : ['no agency had a date that moved']),
    ...[review, earlier].flatMap((one) => [...faultsOfTelling(one, days), ...mailedOnDayOff(one)]),
    ...(kept?.status === 'met' && kept.due === days.holiday
      ? []
      : ['the meeting held before the proclamation did not keep its date']),
    ...(progress.done && progress.behind === 0 && progress.brought === 2
      ? []
      : ['not every case followed the change']),
    ...(changed.again.problem === 'change-already-accepted'
      ? []
      : ['the preview was not refused as accepted already']),
  ];
};

/** What was held, to be said where nothing is out of order. */
export const inOrder = (
  { review, earlier }: Pick<PlayedProclaimed, 'review' | 'earlier'>,
  { toldOn }: Pick<DaysOfProclamation, 'toldOn'>,
): readonly string[] => {
  const both = [review, earlier];
  const told = new Set(both.flatMap(agenciesMoved)).size;
  const mails = both.flatMap(({ notices }) => notices.filter(({ acceptedAt }) => acceptedAt !== undefined));
  const due = lineOf(review, 'completeLocal')?.due;
  return [
    `- the review was completed on its new day${due === undefined ? '' : `, ${sayDate(due)}`};`,
    `- each agency whose date moved (${told}) was told once, on ${sayDate(toldOn)} at 09:00;`,
    `- of ${counted(mails.length, 'mail')} none went on a day off.`,
  ];
};
