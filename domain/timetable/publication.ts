// The dates that hang on a day of publication or of decision: the last day to send the report, until when it stays
// published, when the practice review is due. What is counted in working days is explained day by day; months run to
// the corresponding date, whatever day that is. Whether anything was sent or published is not asked here.

import { addMonths, sayDate, type CivilDate } from '../calendar/civilDate';
import { isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import type { MonthsRule, PublicationRules, ReportRule } from '../policy/policyProfile';
import type { ProfileId } from '../policy/profiles';
import { explainCount, provisional, type CountExplained, type Explanation } from './explain';
import { sayCounting } from './explanation';
import { CONVENTION, sayCalendar, sayCount, sayProvisional } from './sayExplanation';

export const PUBLICATION_DATES = [
  'reportToPanel',
  'reportToPanelClearDays',
  'staysPublished',
  'reviewDue',
] as const;
export type PublicationDateName = (typeof PUBLICATION_DATES)[number];

/** So many months from a date to the corresponding one. */
export interface Corresponding {
  readonly from: CivilDate;
  readonly months: number;
  /** That month is too short: its last day stands in. */
  readonly monthEnd?: true;
}

export interface PublicationDate {
  readonly obligation: PublicationDateName;
  readonly due: CivilDate;
  readonly what: string;
  readonly paragraph: string;
  /** How the date came out, in one sentence. */
  readonly inWords: string;
  /** Exactly one of the two. */
  readonly count?: CountExplained;
  readonly corresponding?: Corresponding;
  /** As of every counted date: predicted holidays on the way, or no official list for that year. */
  readonly provisional?: NonNullable<Explanation['provisional']>;
}

/** Beside the words of the rule, the reading by which the day sent does not count either. */
const stricter = (obligation: PublicationDateName, { counting }: CountExplained): readonly string[] =>
  obligation === 'reportToPanelClearDays'
    ? [`${-counting.workingDays - 1} clear working days lie between, the stricter reading`]
    : [];

/** The last days to send the report, by the words of the rule and by their stricter reading. */
const reportDates = (
  { workingDaysBefore, paragraph, says }: ReportRule,
  publishOn: CivilDate,
  calendar: WorkingCalendar,
): readonly PublicationDate[] => {
  const by = (obligation: PublicationDateName, days: number): PublicationDate => {
    const count = explainCount(calendar, {
      anchor: 'publication',
      anchorDate: publishOn,
      workingDays: -days,
    });
    const passed = count.days.filter((day) => day.counted === undefined);
    const predicted = provisional(calendar, count);
    return {
      obligation,
      due: count.reaches,
      what: says,
      paragraph,
      inWords: [sayCounting(count.counting, passed), ...stricter(obligation, count)].join(': '),
      count,
      ...(predicted === undefined ? {} : { provisional: predicted }),
    };
  };
  return [by('reportToPanel', workingDaysBefore), by('reportToPanelClearDays', workingDaysBefore + 1)];
};

const sayMonths = (months: number): string => {
  if (months % 12 !== 0) return `${months} months`;
  return months === 12 ? 'one year' : `${months / 12} years`;
};

const correspondingDate = (
  obligation: PublicationDateName,
  { months, paragraph, says }: MonthsRule,
  from: CivilDate,
  fromWhat: string,
): PublicationDate => {
  const due = addMonths(from, months);
  const monthEnd = due.slice(8) !== from.slice(8);
  const reached = monthEnd ? 'the last day of a month that is shorter' : 'the corresponding date';
  return {
    obligation,
    due,
    what: says,
    paragraph,
    inWords: `${sayMonths(months)} after ${sayDate(from)} (${fromWhat}): ${reached}`,
    corresponding: { from, months, ...(monthEnd ? { monthEnd: true } : {}) },
  };
};

export interface PublicationDays {
  /** The planned day of publication. */
  readonly publishOn?: CivilDate;
  /** The day on which a practice review was decided on. */
  readonly decidedOn?: CivilDate;
}

/** Throws `BeyondCalendar` where a given day, or one counted from it in working days, lies outside the calendar. */
export const publicationDates = (
  { reportToPanel, staysPublished, reviewDue }: PublicationRules,
  { publishOn, decidedOn }: PublicationDays,
  calendar: WorkingCalendar,
): readonly PublicationDate[] => {
  // Months need no holidays, but a start far outside the calendar is a slip of the pen.
  if (decidedOn !== undefined) isWorkingDay(calendar, decidedOn);
  return [
    ...(publishOn === undefined
      ? []
      : [
          ...reportDates(reportToPanel, publishOn, calendar),
          correspondingDate('staysPublished', staysPublished, publishOn, 'the day of publication'),
        ]),
    ...(decidedOn === undefined
      ? []
      : [correspondingDate('reviewDue', reviewDue, decidedOn, 'the day of the decision')]),
  ];
};

/** The date with its whole count, a line each, to be counted again on a wall calendar. */
export const sayPublicationDate = (
  { obligation, what, due, paragraph, inWords, count, provisional }: PublicationDate,
  profile: ProfileId,
  { snapshot }: WorkingCalendar,
): string => {
  const { version, covers, confirmedTo } = snapshot;
  const calendar = { version, coversTo: covers.to, confirmedTo };
  const until = obligation === 'staysPublished' ? 'That is ' : 'Due by the end of ';
  return [
    `${what} ${until}${sayDate(due)}.`,
    `Rule: ${paragraph}; profile ${profile.id}, version ${profile.version}.`,
    ...(count === undefined
      ? [`Counted by the calendar, bank holidays or not: ${inWords}.`]
      : [
          CONVENTION,
          ...stricter(obligation, count).map((reading) => `${reading}.`),
          ...sayCount('It is due', count),
          ...sayProvisional({ calendar, provisional }),
          sayCalendar(calendar),
        ]),
  ].join('\n');
};
