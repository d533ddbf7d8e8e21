// A case with twelve agencies, every timestamp known and two agencies found late: what a whole timetable and its
// explanations are timed on. The dates are those of the worked example in docs/rules.md.

import { civilDate } from '../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { AgencyFacts, AgencyId, TimetableFacts } from '../../domain/timetable/facts';

const at = (text: string): Instant => {
  const moment = parseInstant(text);
  if (moment === undefined) throw new RangeError(`${text} is no moment`);
  return moment;
};

const agency = (number: number): AgencyFacts => {
  const late = number > 10;
  return {
    agency: `AG-${String(number).padStart(4, '0')}` as AgencyId,
    identified: late ? at('2026-04-13T10:00:00+01:00') : 'withReferral',
    sent: { on: civilDate(late ? '2026-04-14' : '2026-03-31'), channel: 'mail' },
  };
};

export const caseOfTwelve: TimetableFacts = {
  profile: currentProfile,
  timestamps: {
    incident: at('2026-03-26T20:00:00Z'),
    localAuthorityAware: at('2026-03-27T09:00:00Z'),
    referralReceived: at('2026-03-30T16:20:00+01:00'),
    acceptedAsRapidReview: at('2026-03-31T10:00:00+01:00'),
    notificationSent: at('2026-03-31T12:00:00+01:00'),
    notificationCopyReceived: at('2026-03-31T13:00:00+01:00'),
  },
  agencies: Array.from({ length: 12 }, (_, index) => agency(index + 1)),
  outcomes: {},
};
