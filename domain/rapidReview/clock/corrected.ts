// What an act has put right, and which recorded outcomes rest on it (R8). What they come to then is `outcomes.ts`; which act puts what
// right is `../consequences.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { isCompletion, type TimestampName } from '../../policy/policyProfile';
import { profileOf } from '../../policy/profiles';
import type { Due } from '../../timetable/dueDates';
import type { AgencyId, Outcome } from '../../timetable/facts';
import type { CaseWithReview } from '../state';

/**
 * What was just put right (R8): a moment of R3; of an agency what it did (its answer, its records), when it was asked, what was agreed
 * with it, or when it was found; a day of the meeting, or of what went to the Panel and came from it; or the calendar, from a moment on.
 */
export type Corrected =
  | { readonly fact: 'moment'; readonly timestamp: TimestampName }
  | { readonly fact: 'doing' | 'asking' | 'agreement' | 'finding'; readonly agency: AgencyId }
  | { readonly fact: 'meetingDay' | 'dispatch' | 'reply' | 'confirmation' }
  | { readonly fact: 'calendar'; readonly since: CivilDate; readonly accepted: Instant };

/** C5: the meeting's window may be closed by the headline date. */
const closedBy = ({ profile }: CaseWithReview, { rule }: Due, timestamp: TimestampName): boolean => {
  const { completeLocal, completePanel } = profileOf(profile).obligations;
  return (
    rule.closesBeforeHeadlineWorkingDays !== undefined &&
    [completeLocal, completePanel].some(({ anchor }) => anchor === timestamp)
  );
};

const restsOnMoment = (state: CaseWithReview, due: Due, timestamp: TimestampName): boolean =>
  due.rule.anchor === timestamp ||
  (timestamp === 'referralReceived' && due.rule.identifiedLaterWorkingDays !== undefined) ||
  (due.obligation === 'notification' && timestamp === 'notificationSent') ||
  closedBy(state, due, timestamp);

const isAfter = (
  { since, accepted }: Extract<Corrected, { readonly fact: 'calendar' }>,
  { on = since, recorded }: Extract<Outcome, { readonly kind: 'missed' }>,
): boolean => on > since || (on === since && recorded !== undefined && recorded > accepted);

/**
 * R8: a corrected fact restates only the outcomes that rest on it. A changed calendar restates nothing that was done before the day from
 * which it holds. What was done after that day, and was late only because the case had not followed the change yet, is judged as if it had;
 * what was done on that very day is, where it was recorded after the change was accepted.
 */
export const restsOn = (state: CaseWithReview, due: Due, corrected: Corrected, was: Outcome): boolean => {
  switch (corrected.fact) {
    case 'moment':
      return restsOnMoment(state, due, corrected.timestamp);
    case 'doing':
      return due.agency === corrected.agency && due.rule.anchor === 'requestSent';
    case 'asking':
      return due.agency === corrected.agency;
    case 'agreement':
      return due.agency === corrected.agency && due.obligation === 'agencyReturn';
    case 'finding':
      return due.agency === corrected.agency && due.rule.anchor !== 'requestSent';
    case 'meetingDay':
      return due.obligation === 'meeting' || due.obligation === 'reconsideration';
    case 'dispatch':
      return isCompletion(due.obligation);
    case 'reply':
    case 'confirmation':
      return due.rule.anchor === 'panelDisagreed';
    case 'calendar':
      return was.kind === 'missed' && was.on !== undefined && isAfter(corrected, was);
  }
};
