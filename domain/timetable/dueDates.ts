// When each obligation falls due, from the facts and the calendar alone (rules.md, "Obligations"). Not whether
// it was met: that is `timetable.ts`.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf, londonDateToSay } from '../calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../calendar/workingCalendar';
import {
  isCompletion,
  OBLIGATIONS,
  type Anchor,
  type ObligationRule,
  type PolicyProfile,
} from '../policy/policyProfile';
import { profileOf, timestampsCountedFrom } from '../policy/profiles';
import type { AgencyFacts, AgreedDate, TimetableFacts } from './facts';
import { keyOf, type ObligationRef } from './obligationKey';

/** How a date was reached: so many working days from an anchor's day. */
export interface Counting {
  readonly anchor: Anchor | 'identified' | 'headline' | 'publication' | 'agreed';
  readonly anchorDate: CivilDate;
  readonly workingDays: number;
}

export interface Due extends ObligationRef {
  readonly rule: ObligationRule;
  /** Nothing while the anchor is not known. */
  readonly due?: CivilDate;
  /** A window's first day. */
  readonly opens?: CivilDate;
  /** The count that gives `due`. */
  readonly counting?: Counting;
  /** The obligation's own count, where another decides: a late-found agency, a window cut short. */
  readonly ordinary?: Counting;
  /** Agreed after the miss: the miss stands, whatever the new date. */
  readonly missStands?: true;
  /** The meeting window leaves no day: the earliest workable one stands in for it. */
  readonly squeezed?: true;
}

/** Its anchor is known. */
type Counted = Due & Required<Pick<Due, 'due' | 'counting'>>;

/** The day that a count reaches. Throws `BeyondCalendar`. */
export const reach = (calendar: WorkingCalendar, counting: Counting): CivilDate =>
  addWorkingDays(calendar, counting.anchorDate, counting.workingDays);

/** Each timestamp's London day, worked out once for all obligations. */
type AnchorDates = Readonly<Partial<Record<Anchor, CivilDate>>>;

const anchorDates = (
  { profile, timestamps, panelDisagreedOn }: TimetableFacts,
  calendar: WorkingCalendar,
): AnchorDates => {
  const dates: Partial<Record<Anchor, CivilDate>> = {};
  if (panelDisagreedOn !== undefined) dates.panelDisagreed = panelDisagreedOn;
  for (const name of timestampsCountedFrom(profile)) {
    const at = timestamps[name];
    if (at !== undefined) dates[name] = londonDateOf(calendar, at);
  }
  return dates;
};

interface Known {
  readonly anchor: 'identified' | 'referralReceived';
  readonly at: Instant;
}

/** Since when the agency is known, where that may be later than what the rule counts from. */
export const knownSince = (
  { timestamps: { referralReceived: at } }: TimetableFacts,
  { identified, named }: AgencyFacts,
  { anchor }: Pick<ObligationRule, 'anchor'>,
): Known | undefined => {
  if (identified !== 'withReferral')
    return { anchor: named === true ? 'referralReceived' : 'identified', at: identified };
  return anchor === 'referralReceived' || at === undefined ? undefined : { anchor: 'referralReceived', at };
};

/** The table of obligations, `scopingDispatch`: identified after the due day, the agency has the next working day. */
const countForLateFoundAgency = (
  { identifiedLaterWorkingDays: workingDays }: ObligationRule,
  known: Known | undefined,
  due: CivilDate,
  calendar: WorkingCalendar,
): Counting | undefined => {
  if (workingDays === undefined || known === undefined) return undefined;
  const anchorDate = londonDateToSay(calendar, known.at);
  return anchorDate <= due ? undefined : { anchor: known.anchor, anchorDate, workingDays };
};

/** The day that was agreed; the next working day, where a holiday has come upon it since (R2). */
const agreedCount = ({ due }: AgreedDate, calendar: WorkingCalendar): Counting => ({
  anchor: 'agreed',
  anchorDate: due,
  workingDays: isWorkingDay(calendar, due) ? 0 : 1,
});

/** Nobody agrees to another date before they are asked. */
export const isAgreedBeforeAsking = (
  { on, at }: AgreedDate,
  sentOn: CivilDate,
  calendar: WorkingCalendar,
): boolean => {
  const agreedOn = on ?? (at === undefined ? undefined : londonDateToSay(calendar, at));
  return agreedOn !== undefined && agreedOn < sentOn;
};

/**
 * A date agreed upon a day of asking that was wrong falls away with it: nobody agrees to answer before they are asked, nor to an
 * extension that leaves less time than there is without one. Nor does a change of the bank holidays make it that.
 */
const agreementHolds = (
  { askedOn, extends: more, afterMiss }: AgreedDate,
  due: CivilDate,
  ordinary: CivilDate,
  sentOn: CivilDate,
): boolean => {
  const leavesLess = more && due < ordinary;
  // After a miss it has nothing to win: the miss stands.
  if (afterMiss !== true && leavesLess) return false;
  return askedOn === undefined || askedOn === sentOn || (due > sentOn && !leavesLess);
};

/** The count of an agreement that holds by that calendar. */
const countThatHolds = (
  agreed: AgreedDate,
  ordinary: Counting,
  calendar: WorkingCalendar,
): Counting | undefined => {
  if (isAgreedBeforeAsking(agreed, ordinary.anchorDate, calendar)) return undefined;
  const counting = agreedCount(agreed, calendar);
  const due = reach(calendar, counting);
  return agreementHolds(agreed, due, reach(calendar, ordinary), ordinary.anchorDate) ? counting : undefined;
};

/** When a return was due of which that was agreed, if anything, beside its own count. Throws `BeyondCalendar`. */
export const dueAsAgreed = (
  agreed: AgreedDate | undefined,
  ordinary: Counting,
  calendar: WorkingCalendar,
): CivilDate =>
  reach(
    calendar,
    (agreed === undefined ? undefined : countThatHolds(agreed, ordinary, calendar)) ?? ordinary,
  );

/** The table of obligations, `agencyReturn`: it may be extended or shortened; an extension after a miss leaves the miss. */
const byAgreement = (own: Counted, agreed: AgreedDate, calendar: WorkingCalendar): Due => {
  const counting = countThatHolds(agreed, own.counting, calendar);
  if (counting === undefined) return own;
  return {
    ...own,
    due: reach(calendar, counting),
    counting,
    ordinary: own.counting,
    ...(agreed.afterMiss === true ? { missStands: true } : {}),
  };
};

const dueOf = (
  facts: TimetableFacts,
  anchors: AnchorDates,
  calendar: WorkingCalendar,
  { obligation, rule }: Pick<Due, 'obligation' | 'rule'>,
  agency: AgencyFacts | undefined,
): Due => {
  const ref = { obligation, rule, ...(agency === undefined ? {} : { agency: agency.agency }) };
  const anchorDate = rule.anchor === 'requestSent' ? agency?.sent?.on : anchors[rule.anchor];
  if (anchorDate === undefined) return ref;
  const ordinary: Counting = { anchor: rule.anchor, anchorDate, workingDays: rule.workingDays };
  const own: Counted = { ...ref, due: reach(calendar, ordinary), counting: ordinary };
  if (obligation === 'agencyReturn' && agency?.agreed !== undefined)
    return byAgreement(own, agency.agreed, calendar);
  const known = agency === undefined ? undefined : knownSince(facts, agency, rule);
  const later = countForLateFoundAgency(rule, known, own.due, calendar);
  return later === undefined ? own : { ...ref, due: reach(calendar, later), counting: later, ordinary };
};

type Dated = ObligationRef & Pick<Due, 'due'>;

/** R4: the earlier of the two completions still open; when neither is, what closes the meeting's window is the earlier of both. */
export const headlineOf = (facts: TimetableFacts, dues: readonly Dated[]): CivilDate | undefined => {
  const completions = dues.filter(({ obligation }) => isCompletion(obligation));
  const done = (due: Dated): boolean => facts.outcomes[keyOf(due)]?.on !== undefined;
  const open = completions.filter((due) => !done(due));
  // What has no date sorts last.
  return (open.length > 0 ? open : completions).map(({ due }) => due).sort()[0];
};

/** How a window's first day is counted. */
export const openingCount = ({ rule, counting, ordinary }: Due): Counting | undefined => {
  const own = ordinary ?? counting;
  return own === undefined || rule.opensWorkingDays === undefined
    ? undefined
    : { ...own, workingDays: rule.opensWorkingDays };
};

/**
 * The meeting's window closes two working days before the headline date, if that is earlier than WD13 (C5). What has no
 * first day is no window, and stays as it is.
 */
const withWindow = (calendar: WorkingCalendar, one: Due, headline: CivilDate | undefined): Due => {
  const { rule, counting, due } = one;
  const opening = openingCount(one);
  if (due === undefined || counting === undefined || opening === undefined) return one;
  const opens = reach(calendar, opening);
  const before = rule.closesBeforeHeadlineWorkingDays;
  if (headline === undefined || before === undefined) return { ...one, opens };
  const fromHeadline: Counting = { anchor: 'headline', anchorDate: headline, workingDays: -before };
  const closes = reach(calendar, fromHeadline);
  if (closes >= due) return { ...one, opens };
  // Nothing left: returns are not in before the window opens, so its first day is the earliest workable one.
  return closes < opens
    ? { ...one, opens, due: opens, counting: opening, ordinary: counting, squeezed: true }
    : { ...one, opens, due: closes, counting: fromHeadline, ordinary: counting };
};

/**
 * Every obligation of the case in the profile's order, agencies in the order they were identified. Dates follow
 * the facts; recorded outcomes only say which completions are still open. Throws `BeyondCalendar`.
 */
export const dueDates = (facts: TimetableFacts, calendar: WorkingCalendar): readonly Due[] => {
  const profile: PolicyProfile = profileOf(facts.profile);
  const anchors = anchorDates(facts, calendar);
  const dues: Due[] = [];
  for (const obligation of OBLIGATIONS) {
    const rule = profile.obligations[obligation];
    if (rule.onlyOnceAnchored === true && anchors[rule.anchor] === undefined) continue;
    for (const agency of rule.each === 'case' ? [undefined] : facts.agencies)
      dues.push(dueOf(facts, anchors, calendar, { obligation, rule }, agency));
  }
  const headline = headlineOf(facts, dues);
  return dues.map((due) => withWindow(calendar, due, headline));
};
