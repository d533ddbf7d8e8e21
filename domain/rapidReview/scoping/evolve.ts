// How agencies and their requests enter the state. What a void request takes with it is `voided.ts`.

import type { AgencyId, ContactId, SentRequest } from '../../timetable/facts';
import { agencyRemoved, withAgency } from '../agenciesOfCase';
import { newsAgain } from '../clock/newsAgain';
import type { Envelope } from '../events';
import { withLacking } from '../decision/lacking';
import { TOPIC_OF_NO_AGENCY } from '../noAgencyNamed';
import { holds } from '../rulesVersion';
import { hasComeBack } from './bounces';
import {
  bounceRecorded,
  movedByBounce,
  sentSinceBounce,
  withoutBounce,
  withoutBounces,
} from './bouncesRecorded';
import { withSentCorrected } from './sentCorrected';
import {
  KEPT_OF_REMOVED,
  type AgencyOnCase,
  type AgencyProposed,
  type AgencyRemoved,
  type CaseWithReview,
} from '../state';
import type { ContactAsked, ScopingRequest } from './state';
import type { AgencyIdentified, RequestBounced, ScopingEvent } from './events';
import { isUnreachable, stillUnreachable, triedAnew } from './unreachable';
import { standsAgain, voided } from './voided';

type Numbered = Pick<Envelope, 'number' | 'at'>;

const aboveOf = (above: ScopingRequest['above']): Pick<ScopingRequest, 'above'> =>
  above === undefined ? {} : { above };

/** A re-sending tries every address anew, bounced ones too: that is usually why it is sent again. */
const askedByMail = (request: AgencyOnCase['request'], contact: ContactId, sending: number): ContactAsked => {
  const before = request?.contacts.find((one) => one.contact === contact);
  const heardOf = before === undefined || before.bounced || before.sending === 0;
  const since = heardOf ? sending : (before.since ?? 1);
  return { contact, bounced: false, sending, ...(since === 1 ? {} : { since }) };
};

const cameBackOf = (request: AgencyOnCase['request']): Pick<ScopingRequest, 'cameBack'> =>
  request?.cameBack === undefined ? {} : { cameBack: request.cameBack };

const answersBeforeOf = ({ request, returns }: AgencyOnCase): Pick<ScopingRequest, 'answersBefore'> => {
  const before = request === undefined ? returns.length : (request.answersBefore ?? 0);
  return before > 0 ? { answersBefore: before } : {};
};

const keptOf = (removed: AgencyOnCase): AgencyRemoved => {
  const kept: readonly string[] = KEPT_OF_REMOVED;
  return Object.fromEntries(
    Object.entries(removed).filter(([field]) => kept.includes(field)),
  ) as AgencyRemoved;
};

/** What it owed is restated by the consequences: whoever had heard of a miss hears that there was none. */
const removed = <C extends CaseWithReview>(state: C, agency: AgencyId): C => {
  const { agencies, agenciesRemoved: before = [] } = state;
  const now = agencies.filter((known) => known.agency === agency);
  return {
    ...state,
    agencies: agencies.filter((known) => known.agency !== agency),
    proposals: [...state.proposals, ...now.flatMap(({ settles = [] }) => settles)],
    agenciesRemoved: [...before.filter((known) => known.agency !== agency), ...now.map(keptOf)],
  };
};

const bounceOf = ({ body }: RequestBounced): Pick<ContactAsked, 'bounced' | 'returned'> => ({
  bounced: true,
  ...(body.how === 'returned' ? { returned: true } : {}),
});

/** What nobody got asked nobody on its day. */
const withoutMail = ({ mailedOn: _day, ...sent }: SentRequest): SentRequest => sent;

const withBounce = (before: AgencyOnCase, event: RequestBounced): AgencyOnCase => {
  const { contact, how } = event.body;
  const known = how === 'returned' ? bounceRecorded(before, contact) : before;
  const { request, sent } = known;
  if (request === undefined) return known;
  // Who stands above those asked, and had another mail.
  if (!request.contacts.some((asked) => asked.contact === contact))
    return { ...known, ...stillUnreachable(known, [contact]) };
  const contacts = request.contacts.map((asked) =>
    asked.contact === contact ? { ...asked, ...bounceOf(event) } : asked,
  );
  if (!hasComeBack(request, contact, how)) return { ...known, request: { ...request, contacts } };
  const on = request.cameBack?.on ?? sent?.mailedOn;
  const cameBack = { sending: request.sendings, ...(on === undefined ? {} : { on }) };
  return {
    ...movedByBounce(known, before),
    request: { ...request, contacts, cameBack },
    ...(sent === undefined ? {} : { sent: withoutMail(sent) }),
  };
};

const settling = (settled: readonly AgencyProposed[]): Pick<AgencyOnCase, 'settles'> =>
  settled.length > 0 ? { settles: settled } : {};

/** It was known all along, unless somebody says when it was found. */
const addedAgain = (
  { onMerged: _speaks, ...removed }: AgencyRemoved,
  { identified, foundBefore }: AgencyIdentified['body'],
): AgencyOnCase => {
  if (foundBefore === undefined) return removed;
  const { named: _came, ...known } = removed;
  return { ...known, identified, foundBefore };
};

export const evolveScoping = <C extends CaseWithReview>(state: C, event: ScopingEvent & Numbered): C => {
  const { agency } = event.body;
  switch (event.kind) {
    case 'AgencyIdentified': {
      const { identified, foundBefore, proposal } = event.body;
      const found = foundBefore === undefined ? {} : { foundBefore };
      const anew = { agency, identified, ...found, voidRounds: 0, reminders: 0, returns: [] };
      const before = agencyRemoved(state, agency);
      const settled = state.proposals.filter(
        (proposed) => proposed.agency === agency || proposed.proposal === proposal,
      );
      const known = before === undefined ? anew : addedAgain(before, event.body);
      const added = {
        ...state,
        agencies: [...state.agencies, { ...known, ...settling(settled) }],
        proposals: state.proposals.filter((proposed) => !settled.includes(proposed)),
      };
      return withLacking(newsAgain(added, TOPIC_OF_NO_AGENCY), agency, event.body.lackedBy);
    }
    case 'AgencyIdentifiedCorrected': {
      const { at, lackedBy } = event.body;
      const corrected = withAgency(state, agency, (known) => ({
        ...known,
        identified: at,
        foundBefore: true,
      }));
      return withLacking(corrected, agency, lackedBy);
    }
    case 'AgencyRemoved':
      return withLacking(removed(state, agency), agency, []);
    case 'ScopingRequested': {
      const { round, sending, contacts, above } = event.body;
      const asked = [...contacts, ...(above ?? []).map(({ contact }) => contact)];
      // Whoever was asked in the place of those below, and whose mail came back, is as good as any who stand above.
      const aboveNow = holds(state, 'whoStandsAboveIsTriedAnew') ? asked : [];
      return withAgency(state, agency, (known) => ({
        ...triedAnew(withoutBounces(known), asked),
        ...(known.request === undefined ? { datesToldAsOf: event.number } : {}),
        request: {
          round,
          sendings: sending,
          contacts: [
            ...contacts.map((contact) => askedByMail(known.request, contact, sending)),
            ...(known.request?.contacts ?? []).filter(
              ({ contact, bounced }) =>
                !contacts.includes(contact) && !(bounced && aboveNow.includes(contact)),
            ),
          ],
          ...aboveOf(above ?? known.request?.above),
          ...cameBackOf(known.request),
          ...answersBeforeOf(known),
        },
      }));
    }
    case 'ScopingRequestSent': {
      const { on, channel, round, contacts = [], above } = event.body;
      return withAgency(state, agency, (known) => {
        const request: ScopingRequest = known.request ?? { round, sendings: 0, contacts: [] };
        const asked = request.contacts.map(({ contact }) => contact);
        const reachable = contacts.filter((contact) => !asked.includes(contact));
        return {
          ...(known.request === undefined ? withoutBounces(known) : sentSinceBounce(known)),
          ...(known.request === undefined ? { datesToldAsOf: event.number } : {}),
          request: {
            ...request,
            contacts: [
              ...request.contacts,
              ...reachable.map((contact) => ({
                contact,
                bounced: isUnreachable(known, contact),
                sending: 0,
              })),
            ],
            ...aboveOf(above ?? request.above),
            ...answersBeforeOf(known),
          },
          sent: { on, channel, ...(channel === 'mail' ? { mailedOn: on } : {}) },
          sentAsOf: event.number,
        };
      });
    }
    case 'RequestBounced':
      return withAgency(state, agency, (known) => withBounce(known, event));
    case 'RequestSentCorrected':
      return withAgency(state, agency, (known) => withSentCorrected(known, event.body));
    case 'RequestVoided':
      return voided(state, event);
    case 'RequestBounceCorrected': {
      const { contact, stands } = event.body;
      const standing = stands === undefined ? state : standsAgain(state, agency);
      return withAgency(standing, agency, (known) => withoutBounce(known, contact));
    }
  }
};
