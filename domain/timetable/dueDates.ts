// When each obligation falls due, from the facts and the calendar alone (rules.md, "Obligations"). Not whether
// it was met: that is `timetable.ts`.

import type { CivilDate } from '../calendar/civilDate';
import { londonDateOf } from '../calendar/londonTime';
import { addWorkingDays, type WorkingCalendar } from '../calendar/workingCalendar';
import { OBLIGATIONS, type Anchor, type ObligationRule, type PolicyProfile } from '../policy/policyProfile';
import { profileOf } from '../policy/profiles';
import { keyOf, type AgencyFacts, type ObligationRef, type TimetableFacts } from './facts';

/** How a date was reached: so many working days from an anchor's day. */
export interface Counting {
  readonly anchor: Anchor | 'identified' | 'headline';
  readonly anchorDate: CivilDate;
  readonly workingDays: number;
}

export interface Due extends ObligationRef {
  readonly rule: ObligationRule;
  /** Nothing while the anchor is not known. */
  readonly due?: CivilDate;
  readonly opens?: CivilDate;
  readonly counting?: Counting;
  /** The meeting window leaves no day: the earliest workable one stands in for it. */
  readonly squeezed?: true;
}

const forward = (calendar: WorkingCalendar, counting: Counting): CivilDate =>
  addWorkingDays(calendar, counting.anchorDate, counting.workingDays);

const anchorDate = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  anchor: Anchor,
  agency: AgencyFacts | undefined,
): CivilDate | undefined => {
  if (anchor === 'requestSent') return agency?.sent?.on;
  const at = facts.timestamps[anchor];
  return at === undefined ? undefined : londonDateOf(calendar, at);
};

/** R3's table, `scopingDispatch`: identified after the due day, the agency has the next working day. */
const dueForLateFoundAgency = (
  rule: ObligationRule,
  agency: AgencyFacts | undefined,
  due: CivilDate,
  calendar: WorkingCalendar,
): Counting | undefined => {
  if (rule.identifiedLaterWorkingDays === undefined || agency === undefined) return undefined;
  if (agency.identified === 'withReferral') return undefined;
  const identified = londonDateOf(calendar, agency.identified);
  if (identified <= due) return undefined;
  return { anchor: 'identified', anchorDate: identified, workingDays: rule.identifiedLaterWorkingDays };
};

const dueOf = (
  facts: TimetableFacts,
  calendar: WorkingCalendar,
  rule: ObligationRule,
  agency: AgencyFacts | undefined,
): Due => {
  const ref: Due = {
    obligation: rule.name,
    rule,
    ...(agency === undefined ? {} : { agency: agency.agency }),
  };
  const from = anchorDate(facts, calendar, rule.anchor, agency);
  if (from === undefined) return ref;
  const counting: Counting = { anchor: rule.anchor, anchorDate: from, workingDays: rule.workingDays };
  const due = forward(calendar, counting);
  const later = dueForLateFoundAgency(rule, agency, due, calendar);
  return later === undefined
    ? { ...ref, due, counting }
    : { ...ref, due: forward(calendar, later), counting: later };
};

/** R4: the earlier of the two completions still open; the earlier of both when neither is. */
export const headlineOf = (facts: TimetableFacts, dues: readonly Due[]): CivilDate | undefined => {
  const completions = dues.filter(
    (due) => due.obligation === 'completeLocal' || due.obligation === 'completePanel',
  );
  const done = (due: Due): boolean => facts.outcomes[keyOf(due)]?.on !== undefined;
  const open = completions.filter((due) => !done(due));
  return (open.length > 0 ? open : completions)
    .flatMap(({ due }) => (due === undefined ? [] : [due]))
    .sort()[0];
};

/** The window closes two working days before the headline date, if that is earlier than WD13 (C5). */
const meetingWindow = (calendar: WorkingCalendar, meeting: Due, headline: CivilDate | undefined): Due => {
  const { rule, counting, due } = meeting;
  if (due === undefined || counting === undefined || rule.opensWorkingDays === undefined) return meeting;
  const opens = addWorkingDays(calendar, counting.anchorDate, rule.opensWorkingDays);
  const before = rule.closesBeforeHeadlineWorkingDays;
  if (headline === undefined || before === undefined) return { ...meeting, opens };
  const closes = addWorkingDays(calendar, headline, -before);
  if (closes >= due) return { ...meeting, opens };
  // Nothing left: returns are not in before the window opens, so its first day is the earliest workable one.
  if (closes < opens) return { ...meeting, opens, due: opens, squeezed: true };
  return {
    ...meeting,
    opens,
    due: closes,
    counting: { anchor: 'headline', anchorDate: headline, workingDays: -before },
  };
};

/**
 * Every obligation of the case in the profile's order, agencies in the order they were identified. Dates follow
 * the facts; recorded outcomes only say which completions are still open. Throws `BeyondCalendar`.
 */
export const dueDates = (facts: TimetableFacts, calendar: WorkingCalendar): readonly Due[] => {
  const profile: PolicyProfile = profileOf(facts.profile);
  const dues = OBLIGATIONS.flatMap((name) => {
    const rule = profile.obligations[name];
    return rule.each === 'case'
      ? [dueOf(facts, calendar, rule, undefined)]
      : facts.agencies.map((agency) => dueOf(facts, calendar, rule, agency));
  });
  const headline = headlineOf(facts, dues);
  return dues.map((due) => (due.obligation === 'meeting' ? meetingWindow(calendar, due, headline) : due));
};
