// What must be sent because of an event: drafts with their keys, committed to the records with the event. Codes
// and dates only; the wording, the address and the name of anybody are found when the mail is made (R24).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonInstant } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { profileOf } from '../policy/profiles';
import type { AgencyId, ContactId, ObligationKey } from '../timetable/facts';
import type { BriefingItem } from './clock/events';
import type { CaseEvent } from './events';
import type { CaseReference, OpenCase, RapidReview } from './state';

export type NoticeBody =
  | {
      readonly kind: 'scopingRequest';
      readonly agency: AgencyId;
      readonly sending: number;
    }
  | {
      readonly kind: 'agencyReminder';
      readonly agency: AgencyId;
      readonly number: number;
      readonly sentOn: CivilDate;
    }
  | { readonly kind: 'teamBriefing'; readonly on: CivilDate; readonly items: readonly BriefingItem[] }
  | { readonly kind: 'completionMissed'; readonly key: ObligationKey; readonly due: CivilDate }
  | {
      readonly kind: 'meetingWindowLeavesNothing';
      readonly headline: CivilDate;
      readonly earliestWorkable: CivilDate;
    };

export type NoticeKind = NoticeBody['kind'];

export type Recipient =
  | { readonly role: 'agency'; readonly agency: AgencyId; readonly contacts: readonly ContactId[] }
  | { readonly role: 'team' };

export interface Notice {
  /** Unique over all cases, and derived: the same event gives the same key. */
  readonly key: string;
  readonly reference: CaseReference;
  /** Number of the event that called for it. */
  readonly event: number;
  readonly to: Recipient;
  /** Not sent after this instant; it lapses instead (R11: reminders go until 16:30 of their day). */
  readonly notAfter?: Instant;
  readonly body: NoticeBody;
}

/** The part of a scoping request's key after the case reference. */
export const scopingRequestKey = (agency: AgencyId, round: number, sending: number): string =>
  `scopingRequest/${agency}/${round}.${sending}`;

/** R6: a missed completion is told at once, not in the next briefing. */
export const toldAtOnce = (key: ObligationKey): boolean => key === 'completeLocal' || key === 'completePanel';

/** Whom a mail of the agency may go to: those asked whose address has not bounced. */
export const reachableContacts = (state: OpenCase, agency: AgencyId): readonly ContactId[] =>
  state.agencies
    .find((known) => known.agency === agency)
    ?.request?.contacts.filter(({ bounced }) => !bounced)
    .map(({ contact }) => contact) ?? [];

/** `state` is the state after the event. */
export const noticesFor = (
  event: CaseEvent,
  state: RapidReview,
  calendar: WorkingCalendar,
): readonly Notice[] => {
  if (state.status !== 'open') return [];
  const { reference } = state;
  const notice = (key: string, to: Recipient, body: NoticeBody, notAfter?: Instant): Notice => ({
    key: `${reference}/${key}`,
    reference,
    event: event.number,
    to,
    ...(notAfter === undefined ? {} : { notAfter }),
    body,
  });
  const lastMinute = (on: CivilDate): Instant =>
    londonInstant(calendar, on, 0, profileOf(state.profile).noticesUntil);

  switch (event.kind) {
    case 'ScopingRequested': {
      const { agency, round, sending, contacts } = event.body;
      return [
        notice(
          scopingRequestKey(agency, round, sending),
          { role: 'agency', agency, contacts },
          { kind: 'scopingRequest', agency, sending },
        ),
      ];
    }
    case 'AgencyReminded': {
      const { agency, on, number } = event.body;
      const contacts = reachableContacts(state, agency);
      const sentOn = state.agencies.find((known) => known.agency === agency)?.sent?.on ?? on;
      return [
        notice(
          `agencyReminder/${agency}/${number}`,
          { role: 'agency', agency, contacts },
          { kind: 'agencyReminder', agency, number, sentOn },
          lastMinute(on),
        ),
      ];
    }
    case 'TeamBriefed':
      return [
        notice(
          `teamBriefing/${event.body.on}`,
          { role: 'team' },
          { kind: 'teamBriefing', on: event.body.on, items: event.body.items },
        ),
      ];
    case 'ObligationMissed':
      // Every other miss waits for the next working day's briefing.
      return toldAtOnce(event.body.key)
        ? [
            notice(
              `completionMissed/${event.body.key}/${event.number}`,
              { role: 'team' },
              { kind: 'completionMissed', key: event.body.key, due: event.body.due },
            ),
          ]
        : [];
    case 'MeetingWindowLeavesNothing':
      return [
        notice(
          `meetingWindowLeavesNothing/${event.number}`,
          { role: 'team' },
          { kind: 'meetingWindowLeavesNothing', ...event.body },
        ),
      ];
    case 'CaseOpened':
    case 'TimestampRecorded':
    case 'TimestampCorrected':
    case 'AgencyIdentified':
    case 'ScopingRequestSent':
    case 'RequestBounced':
    case 'RequestVoided':
    case 'ObligationMet':
    case 'ObligationReinstated':
    case 'OutcomeRestated':
    case 'DatesMoved':
    case 'RungsSkipped':
    case 'BriefingSkipped':
    case 'NoticeFailed':
      return [];
  }
};
