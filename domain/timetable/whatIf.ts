// The timetable that would follow from a few dates, without a case: every date with its explanation, and what waits for
// a date that was not given. It counts nothing itself, records nothing, and takes whatever calendar it is given.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf, londonDateToSay, sayLondonTime } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Anchor } from '../policy/policyProfile';
import { profileOf, type ProfileId } from '../policy/profiles';
import { TIMESTAMP_WORDS } from '../policy/timestampWords';
import { contradictions } from './contradictions';
import { explainTimetable, type CountExplained, type Explanation } from './explain';
import { ANCHORS, sayCounting } from './explanation';
import type { AgencyId, TimetableFacts } from './facts';
import type { ObligationRef } from './obligationKey';
import { publicationDates, type PublicationDate, type PublicationDays } from './publication';
import { timetableOf, type Timetable } from './timetable';

export interface SupposedAgency {
  readonly agency: AgencyId;
  /** Found at a later moment than the referral. */
  readonly identifiedAt?: Instant;
  /** The day its own request went. */
  readonly sentOn?: CivilDate;
}

export interface Supposed extends PublicationDays {
  readonly profile: ProfileId;
  readonly timestamps: TimetableFacts['timestamps'] & { readonly referralReceived: Instant };
  /** None given: one stands for any. */
  readonly agencies: readonly SupposedAgency[];
  /** The day the requests went to the agencies that have none of their own. */
  readonly sentOn?: CivilDate;
}

/** An obligation that has no date, for want of the one it counts from. */
export interface Waiting extends ObligationRef {
  readonly what: string;
  readonly waitsFor: Anchor;
  /** `the day the request was sent`. */
  readonly inWords: string;
}

export interface WhatIf {
  readonly timetable: Timetable;
  /** Every date that follows, in the order of the profile. */
  readonly dates: readonly (Explanation & { readonly due: CivilDate })[];
  readonly waiting: readonly Waiting[];
  readonly publication: readonly PublicationDate[];
  /** What is odd about what was given, a sentence each. */
  readonly notes: readonly string[];
}

/** Stands for any agency where none is named; the register never gives this code. */
export const ANY_AGENCY = 'AG-0000' as AgencyId;

const factsOf = ({ profile, timestamps, agencies, sentOn }: Supposed): TimetableFacts => ({
  profile,
  timestamps,
  agencies: (agencies.length === 0 ? [{ agency: ANY_AGENCY }] : agencies).map(
    ({ agency, identifiedAt, sentOn: own = sentOn }: SupposedAgency) => ({
      agency,
      identified: identifiedAt ?? 'withReferral',
      ...(own === undefined ? {} : { sent: { on: own, channel: 'mail' } }),
    }),
  ),
  outcomes: {},
});

/** Supposed all the same: whoever asks may have a reason, or a slip of the pen to see. */
const beforeTheReferral = (supposed: Supposed, calendar: WorkingCalendar): readonly string[] => {
  const received = londonDateOf(calendar, supposed.timestamps.referralReceived);
  const { sentOn, publishOn, decidedOn, agencies } = supposed;
  const given: readonly (readonly [string, CivilDate | undefined])[] = [
    ['The request is supposed to have gone', sentOn],
    ...agencies.map((one) => [`The request to ${one.agency} is supposed to have gone`, one.sentOn] as const),
    ['The decision is supposed to have been taken', decidedOn],
    ['The report is supposed to be published', publishOn],
  ];
  return given.flatMap(([what, on]) =>
    on === undefined || on >= received
      ? []
      : [`${what} on ${on}, before the referral was received (${received}): check both dates`],
  );
};

/** Of every two moments what a case would refuse of them (R3). */
const contradictingMoments = ({ timestamps }: Supposed, calendar: WorkingCalendar): readonly string[] => {
  const said = (at: Instant): string => `${londonDateToSay(calendar, at)} at ${sayLondonTime(calendar, at)}`;
  return contradictions(timestamps).map(
    ({ earlier, earlierAt, later, laterAt }) =>
      `The moment of ${TIMESTAMP_WORDS[earlier]} (${said(earlierAt)}) cannot lie after that of ${TIMESTAMP_WORDS[later]} (${said(laterAt)}): check both`,
  );
};

const askedBeforeKnown = ({ agencies, sentOn }: Supposed, calendar: WorkingCalendar): readonly string[] =>
  agencies.flatMap(({ agency, identifiedAt, sentOn: own = sentOn }) => {
    if (identifiedAt === undefined || own === undefined) return [];
    const identified = londonDateOf(calendar, identifiedAt);
    return own >= identified
      ? []
      : [
          `The request to ${agency} is supposed to have gone on ${own}, before the agency was identified (${identified}): check both dates`,
        ];
  });

const publishedUndecided = ({ decidedOn, publishOn }: Supposed): readonly string[] =>
  decidedOn === undefined || publishOn === undefined || publishOn >= decidedOn
    ? []
    : [
        `The report is supposed to be published on ${publishOn}, before the decision was taken (${decidedOn}): check both dates`,
      ];

const inWords = ({ counting, days }: CountExplained): string =>
  sayCounting(
    counting,
    days.filter((day) => day.counted === undefined),
  );

/** How a date came out, in one sentence; of a window both its ends. */
export const inOneSentence = ({ opens, count, decidedBy }: Explanation): string => {
  if (count === undefined) return '';
  if (decidedBy === 'windowLeavesNothing')
    return `the earliest workable day, because the Rapid Review must be complete sooner: ${inWords(count)}`;
  return opens === undefined ? inWords(count) : `opens ${inWords(opens)}; closes ${inWords(count)}`;
};

/** Throws `BeyondCalendar` where a date lies outside the calendar. */
export const whatIf = (supposed: Supposed, calendar: WorkingCalendar): WhatIf => {
  const facts = factsOf(supposed);
  const { obligations, publication } = profileOf(supposed.profile);
  const explanations = explainTimetable(facts, calendar);
  return {
    timetable: timetableOf(facts, calendar),
    dates: explanations.flatMap((one) => (one.due === undefined ? [] : [{ ...one, due: one.due }])),
    waiting: explanations.flatMap(({ obligation, agency, what, due }) => {
      if (due !== undefined) return [];
      const waitsFor = obligations[obligation].anchor;
      const whose = agency === undefined ? {} : { agency };
      return [{ obligation, ...whose, what, waitsFor, inWords: ANCHORS[waitsFor] }];
    }),
    publication: publicationDates(publication, supposed, calendar),
    notes: [
      ...contradictingMoments(supposed, calendar),
      ...beforeTheReferral(supposed, calendar),
      ...askedBeforeKnown(supposed, calendar),
      ...publishedUndecided(supposed),
    ],
  };
};
