// What happened, in words, for each event that there is. Codes become names and dates become days; why it happened is
// in the dossier, and comes from there.

import { sayDate, sayShortDate } from '../../domain/calendar/civilDate';
import { OBLIGATIONS, type ObligationName } from '../../domain/policy/policyProfile';
import type { BriefingItem } from '../../domain/rapidReview/clock/events';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { Nature } from '../../domain/rapidReview/state';
import type { Channel, ObligationKey, Outcome } from '../../domain/timetable/facts';
import { sayList } from '../../domain/timetable/explanation';
import { sayInstant, TIMESTAMP_WORDS } from '../problems/saying';

/** The name of an agency, or its id where it has none. */
type Name = (agency: string) => string;

const NATURE_WORDS: Readonly<Record<Nature, string>> = {
  suspectedAbuseOrNeglect: 'suspected abuse or neglect',
  lookedAfterChildDeath: "a looked-after child's death without suspected abuse or neglect",
  careLeaverDeath: "a care leaver's death without suspected abuse or neglect",
};

const OBLIGATION_WORDS: Readonly<Record<ObligationName, string>> = {
  notification: 'the notification to the national Panel',
  scopingDispatch: 'sending the scoping request',
  agencyReturn: 'the scoping return',
  recordsSecured: 'securing the records',
  meeting: 'the Rapid Review meeting',
  completeLocal: 'the completion (15 working days from the referral)',
  completePanel: "the completion by the Panel's count",
};

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  mail: 'by mail',
  telephone: 'by telephone',
  secureMail: 'by secure mail',
  paper: 'on paper',
};

export const sayObligation = (key: ObligationKey, name: Name): string => {
  const [obligation = '', agency] = key.split(':');
  const known = OBLIGATIONS.find((one) => one === obligation);
  const words = known === undefined ? obligation : OBLIGATION_WORDS[known];
  return agency === undefined ? words : `${words} (${name(agency)})`;
};

const sayOutcome = (outcome: Outcome | undefined): string => {
  if (outcome === undefined) return 'open';
  if (outcome.kind === 'met') return `met on ${sayDate(outcome.on)} (due ${sayShortDate(outcome.due)})`;
  const done = outcome.on === undefined ? '' : `, done on ${sayDate(outcome.on)}`;
  return `missed (due ${sayDate(outcome.due)}${done})`;
};

const sayItem = (item: BriefingItem, name: Name): string => {
  switch (item.about) {
    case 'atRisk':
      return `due ${sayShortDate(item.due)}: ${sayObligation(item.key, name)}`;
    case 'missed':
      return `missed: ${sayObligation(item.key, name)}`;
    case 'mailFailed':
      return `mail to ${name(item.agency)} that did not go`;
  }
};

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;

export const sayEvent = (event: CaseEvent, name: Name): string => {
  const key = (one: ObligationKey): string => sayObligation(one, name);
  switch (event.kind) {
    case 'CaseOpened':
      return `Referral logged: ${NATURE_WORDS[event.body.nature]}, received on ${sayInstant(event.body.receivedAt)}.`;
    case 'TimestampRecorded':
      return `Recorded: ${TIMESTAMP_WORDS[event.body.timestamp]} was on ${sayInstant(event.body.at)}.`;
    case 'TimestampCorrected':
      return `Corrected: ${TIMESTAMP_WORDS[event.body.timestamp]} was on ${sayInstant(event.body.at)}, not on ${sayInstant(event.body.was)}.`;
    case 'AgencyIdentified':
      return event.body.identified === 'withReferral'
        ? `${name(event.body.agency)} was named in the referral.`
        : `${name(event.body.agency)} was added to the case.`;
    case 'ScopingRequested':
      return event.body.sending === 1
        ? `The scoping request to ${name(event.body.agency)} was ordered, to ${count(event.body.contacts.length, 'contact')}.`
        : `The scoping request to ${name(event.body.agency)} was ordered again (sending ${event.body.sending}).`;
    case 'ScopingRequestSent':
      return `The scoping request to ${name(event.body.agency)} was sent on ${sayDate(event.body.on)}, ${CHANNEL_WORDS[event.body.channel]}.`;
    case 'RequestBounced':
      return event.body.how === 'returned'
        ? `The mail to ${event.body.contact} of ${name(event.body.agency)} came back.`
        : `The mail server refused the address of ${event.body.contact} of ${name(event.body.agency)}.`;
    case 'RequestVoided':
      return event.body.cause === 'everyAddressBounced'
        ? `The scoping request to ${name(event.body.agency)} is void: every address bounced. It is due again.`
        : `The scoping request to ${name(event.body.agency)} was declared void. It is due again.`;
    case 'ObligationMissed':
      return `Missed: ${key(event.body.key)}, due by the end of ${sayDate(event.body.due)}.`;
    case 'ObligationMet':
      return event.body.on <= event.body.due
        ? `Met: ${key(event.body.key)}, on ${sayDate(event.body.on)} (due ${sayShortDate(event.body.due)}).`
        : `Done late: ${key(event.body.key)}, on ${sayDate(event.body.on)} (due ${sayShortDate(event.body.due)}).`;
    case 'ObligationReinstated':
      return `Open again: ${key(event.body.key)}, now due ${sayDate(event.body.due)} instead of ${sayDate(event.body.was)}. The miss stays recorded.`;
    case 'OutcomeRestated':
      return `Restated: ${key(event.body.key)} is ${sayOutcome(event.body.now)}; it stood as ${sayOutcome(event.body.was)}.`;
    case 'DatesMoved':
      return `Dates moved: ${sayList(event.body.moves.map((move) => `${key(move.key)} from ${sayShortDate(move.was)} to ${sayShortDate(move.due)}`))}.`;
    case 'MeetingWindowLeavesNothing':
      return `The headline date ${sayDate(event.body.headline)} leaves the meeting window no day; the earliest workable date is ${sayDate(event.body.earliestWorkable)}.`;
    case 'AgencyReminded':
      return `Reminder ${event.body.number} to ${name(event.body.agency)}: ${sayList(event.body.owes.map((owed) => `${key(owed.key)}, due ${sayShortDate(owed.due)}`))}.`;
    case 'RungsSkipped':
      return event.body.cause === 'outage'
        ? `${count(event.body.rungs.length, 'reminder')} to ${name(event.body.agency)} could not go in time and lapsed.`
        : `${count(event.body.rungs.length, 'reminder')} to ${name(event.body.agency)} lay in the past when the date was set, and did not go.`;
    case 'TeamBriefed':
      return `The team was told: ${sayList(event.body.items.map((item) => sayItem(item, name)))}.`;
    case 'BriefingSkipped':
      return `The team's mail of ${sayDate(event.body.on)} could not go in time.`;
    case 'NoticeFailed': {
      const whom = event.body.agency === undefined ? 'the team' : name(event.body.agency);
      return event.body.outcome === 'refused'
        ? capital(`a mail to ${whom} was refused by the mail server for good.`)
        : capital(`a mail to ${whom} could not go in time and lapsed.`);
    }
  }
};
