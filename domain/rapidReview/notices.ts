// What must be sent because of an event: drafts with their keys, committed to the records with the event. Codes
// and dates only; the wording, the address and the name of anybody are found when the mail is made (R24).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateOf, londonInstant } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { profileOf } from '../policy/profiles';
import { dueDates, type Counting } from '../timetable/dueDates';
import { keyOf, type AgencyId, type ContactId, type ObligationKey } from '../timetable/facts';
import type { BriefingItem } from './clock/events';
import type { CaseEvent } from './events';
import type { CaseReference, OpenCase, RapidReview } from './state';

/** A date somebody owes something by, with how it was counted. */
export interface Owed {
  readonly key: ObligationKey;
  readonly due: CivilDate;
  readonly counting?: Counting;
  readonly missed: boolean;
  /** The days off that were passed over on the way, for the sentence that explains the date. */
  readonly holidaysPassed: readonly { readonly date: CivilDate; readonly title: string }[];
}

export type NoticeBody =
  | {
      readonly kind: 'scopingRequest';
      readonly agency: AgencyId;
      readonly sending: number;
      /** If the mail is accepted on the day it was asked for; the mail says so. */
      readonly owes: readonly Owed[];
      readonly assumedSentOn: CivilDate;
    }
  | {
      readonly kind: 'agencyReminder';
      readonly agency: AgencyId;
      readonly number: number;
      readonly sentOn: CivilDate;
      readonly owes: readonly Owed[];
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

const owedBy = (state: OpenCase, calendar: WorkingCalendar, agency: AgencyId): readonly Owed[] =>
  dueDates(state, calendar).flatMap((due) => {
    if (due.agency !== agency || due.due === undefined || due.rule.anchor !== 'requestSent') return [];
    const outcome = state.outcomes[keyOf(due)];
    if (outcome?.on !== undefined) return [];
    const { counting } = due;
    const until = due.due;
    return [
      {
        key: keyOf(due),
        due: due.due,
        missed: outcome !== undefined,
        ...(counting === undefined ? {} : { counting }),
        holidaysPassed: calendar.snapshot.holidays.filter(
          ({ date }) => counting !== undefined && date > counting.anchorDate && date <= until,
        ),
      },
    ];
  });

/** The state as it would be if the request were sent on `on`: what the scoping mail tells the agency. */
const asIfSent = (state: OpenCase, agency: AgencyId, on: CivilDate): OpenCase => ({
  ...state,
  agencies: state.agencies.map((known) =>
    known.agency === agency && known.sent === undefined ? { ...known, sent: { on, channel: 'mail' } } : known,
  ),
});

const reachable = (state: OpenCase, agency: AgencyId): readonly ContactId[] =>
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
      const today = londonDateOf(calendar, event.at);
      const sentOn = state.agencies.find((known) => known.agency === agency)?.sent?.on ?? today;
      return [
        notice(
          scopingRequestKey(agency, round, sending),
          { role: 'agency', agency, contacts },
          {
            kind: 'scopingRequest',
            agency,
            sending,
            owes: owedBy(asIfSent(state, agency, today), calendar, agency),
            assumedSentOn: sentOn,
          },
        ),
      ];
    }
    case 'AgencyReminded': {
      const { agency, on, number } = event.body;
      const contacts = reachable(state, agency);
      const sentOn = state.agencies.find((known) => known.agency === agency)?.sent?.on ?? on;
      if (contacts.length === 0) return [];
      return [
        notice(
          `agencyReminder/${agency}/${number}`,
          { role: 'agency', agency, contacts },
          { kind: 'agencyReminder', agency, number, sentOn, owes: owedBy(state, calendar, agency) },
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
