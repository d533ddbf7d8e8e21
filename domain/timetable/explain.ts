// Why a date came out: each count day by day, so that a person can count again on a wall calendar. From facts and
// calendar alone; who recorded the facts and how the date moved is added in `rapidReview/explanationsOfCase.ts`, the
// text is `sayExplanation.ts`, the short form of mails `explanation.ts`. Nothing here works a date out anew.

import type { CivilDate } from '../calendar/civilDate';
import { toDayNumber } from '../calendar/civilDate';
import { dateAt, whyNotWorking, type WorkingCalendar } from '../calendar/workingCalendar';
import type { ProfileId } from '../policy/profiles';
import { dueDates, openingCount, reach, type Counting, type Due } from './dueDates';
import { passedOver, type DayPassedOver } from './explanation';
import type { ObligationKey, TimetableFacts } from './facts';
import { keyOf, type ObligationRef } from './obligationKey';

/** A day on the way: counted, with its number from 1, or passed over. */
export type DayOnTheWay =
  | { readonly date: CivilDate; readonly counted: number; readonly provisional?: never }
  | (DayPassedOver & { readonly counted?: never });

export interface CountExplained {
  readonly counting: Counting;
  readonly reaches: CivilDate;
  /** Every day from the one after the anchor (counting back: before it) to the one reached, in that order. */
  readonly days: readonly DayOnTheWay[];
}

/** Why not the obligation's own count: the agency was found later, or came with a referral that was received later, another date was agreed, the headline is earlier. */
export const DECIDED_BY = [
  'ownCount',
  'lateFoundAgency',
  'lateReferral',
  'headline',
  'windowLeavesNothing',
  'agreedDate',
] as const;
export type DecidedBy = (typeof DECIDED_BY)[number];

export interface Explanation extends ObligationRef {
  readonly key: ObligationKey;
  /** One sentence: what must be done. */
  readonly what: string;
  readonly paragraph: string;
  readonly profile: ProfileId;
  readonly calendar: {
    readonly version: string;
    readonly coversTo: CivilDate;
    readonly confirmedTo: CivilDate;
  };
  /** Absent, with every count, while the anchor is not known. */
  readonly due?: CivilDate;
  readonly opens?: CountExplained;
  readonly decidedBy?: DecidedBy;
  /** The count that gives the due date. */
  readonly count?: CountExplained;
  /** The obligation's own count, where another decides. */
  readonly ownCount?: CountExplained;
  /** Predicted holidays on the way; with `pastConfirmed` the date lies where no official list is known. */
  readonly provisional?: { readonly days: readonly DayPassedOver[]; readonly pastConfirmed: boolean };
}

export const explainCount = (calendar: WorkingCalendar, counting: Counting): CountExplained => {
  const reaches = reach(calendar, counting);
  const step = counting.workingDays < 0 ? -1 : 1;
  const last = toDayNumber(reaches) - calendar.first;
  const days: DayOnTheWay[] = [];
  let counted = 0;
  // A count of nothing reaches its own start: no day lies on its way.
  for (let at = toDayNumber(counting.anchorDate) - calendar.first; at !== last;) {
    at += step;
    const date = dateAt(calendar, at);
    if (whyNotWorking(calendar, date) !== undefined) days.push(passedOver(calendar, date));
    else days.push({ date, counted: (counted += 1) });
  }
  return { counting, reaches, days };
};

const decidedBy = ({ squeezed, ordinary }: Due, { anchor }: Counting): DecidedBy => {
  if (squeezed === true) return 'windowLeavesNothing';
  if (ordinary === undefined) return 'ownCount';
  if (anchor === 'agreed') return 'agreedDate';
  if (anchor === 'headline') return 'headline';
  return anchor === 'referralReceived' ? 'lateReferral' : 'lateFoundAgency';
};

export const provisional = (
  calendar: WorkingCalendar,
  count: CountExplained,
): NonNullable<Explanation['provisional']> | undefined => {
  const { confirmedTo } = calendar.snapshot;
  const pastConfirmed = count.reaches > confirmedTo || count.counting.anchorDate > confirmedTo;
  const days = count.days.flatMap((day) => (day.provisional === true ? [day] : []));
  return pastConfirmed || days.length > 0 ? { days, pastConfirmed } : undefined;
};

export const explainDue = (due: Due, profile: ProfileId, calendar: WorkingCalendar): Explanation => {
  const { snapshot } = calendar;
  const { counting } = due;
  const about = {
    key: keyOf(due),
    obligation: due.obligation,
    ...(due.agency === undefined ? {} : { agency: due.agency }),
    what: due.rule.says,
    paragraph: due.rule.paragraph,
    profile,
    calendar: {
      version: snapshot.version,
      coversTo: snapshot.covers.to,
      confirmedTo: snapshot.confirmedTo,
    },
  };
  if (counting === undefined) return about;
  const opening = openingCount(due);
  const count = explainCount(calendar, counting);
  const predicted = provisional(calendar, count);
  return {
    ...about,
    due: count.reaches,
    ...(opening === undefined ? {} : { opens: explainCount(calendar, opening) }),
    decidedBy: decidedBy(due, counting),
    count,
    ...(due.ordinary === undefined ? {} : { ownCount: explainCount(calendar, due.ordinary) }),
    ...(predicted === undefined ? {} : { provisional: predicted }),
  };
};

/** Every obligation explained, in the order of the timetable. Throws `BeyondCalendar`. */
export const explainTimetable = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
): readonly Explanation[] => {
  const { id, version } = facts.profile;
  return dueDates(facts, calendar).map((due) => explainDue(due, { id, version }, calendar));
};
