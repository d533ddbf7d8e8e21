// Whether a person may send a reminder now, keep a contact from being written to, or let the ladder reach the executive,
// and what that establishes. What the ladder brings by itself is `clock/passTime.ts`.

import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { whyNotWorking, type WorkingCalendar } from '../../calendar/workingCalendar';
import { profileOf } from '../../policy/profiles';
import { owedByAgency } from '../../timetable/owed';
import type { AgencyId } from '../../timetable/facts';
import { agencyOfContact, agencyOn } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { OpenCase, CaseWithReview } from '../state';
import type { ConfirmEscalation, ExcludeContact, ReadmitContact, SendReminder } from './commands';
import { reachableContacts } from './reach';

/** R11: one mail an agency and day, none after the answer, none on a day off. */
export const sendReminder = (
  state: OpenCase,
  { agency }: SendReminder,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const on = londonDateOf(calendar, now);
  const why = whyNotWorking(calendar, on);
  if (why !== undefined) return refuse({ code: 'NoRemindersOnDayOff', on, why });
  const owes = owedByAgency(state, calendar, agency);
  if (owes.length === 0) return refuse({ code: 'NothingOwed', agency });
  if (known.remindedOn === on) return refuse({ code: 'RemindedToday', agency, on });
  if (reachableContacts(state, agency).length === 0) return refuse({ code: 'AgencyWithoutContact', agency });
  return accept({
    kind: 'AgencyReminded',
    body: {
      agency,
      on,
      number: known.reminders + 1,
      rungs: [],
      owes: owes.map(({ key, due, missed }) => ({ key, due, missed })),
    },
  });
};

/** It is on the case, or invited to a meeting, or was there. */
const hasPart = (state: CaseWithReview, agency: AgencyId): boolean =>
  agencyOn(state, agency) !== undefined ||
  state.meetings.some(({ invitees, presences }) =>
    [...invitees, ...presences].some((one) => one.agency === agency),
  );

export const excludeContact = (
  state: CaseWithReview,
  { agency, contact, also = [], reason }: ExcludeContact,
): Decided<EventBody> => {
  if (!hasPart(state, agency)) return refuse({ code: 'AgencyNotOnCase', agency });
  if (state.excludedContacts.includes(contact)) return refuse({ code: 'ContactAlreadyExcluded', contact });
  const others = also.filter((one) => one !== contact && !state.excludedContacts.includes(one));
  return accept<EventBody>(
    { kind: 'ContactExcluded', body: { agency, contact, reason } },
    ...others.map((one): EventBody => ({
      kind: 'ContactExcluded',
      body: { agency: agencyOfContact(one), contact: one, reason },
    })),
  );
};

export const readmitContact = (
  state: CaseWithReview,
  { agency, contact, reason }: ReadmitContact,
): Decided<EventBody> =>
  state.excludedContacts.includes(contact)
    ? accept({ kind: 'ContactReadmitted', body: { agency, contact, reason } })
    : refuse({ code: 'ContactNotExcluded', contact });

export const confirmEscalation = (state: OpenCase, { agency }: ConfirmEscalation): Decided<EventBody> => {
  const known = agencyOn(state, agency);
  if (known === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  if (!profileOf(state.profile).ladder.some(({ onceConfirmed }) => onceConfirmed === true))
    return refuse({ code: 'NoRungToConfirm', agency });
  return known.escalationConfirmed === true
    ? refuse({ code: 'EscalationAlreadyConfirmed', agency })
    : accept({ kind: 'EscalationConfirmed', body: { agency } });
};
