// How agencies and their requests enter the state. A void request takes its outcomes and its rungs with it: the
// dispatch is due again, and nothing is owed by an agency that was never asked.

import type { AgencyId, ContactId, ObligationKey, SentRequest } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyRemoved, withAgency } from '../agenciesOfCase';
import type { Envelope } from '../events';
import { undone } from '../clock/outcomes';
import { withLacking } from '../decision/lacking';
import { holds } from '../rulesVersion';
import { hasComeBack } from './bounces';
import { withSentCorrected } from './sentCorrected';
import {
  KEPT_OF_REMOVED,
  type AgencyOnCase,
  type AgencyProposed,
  type AgencyRemoved,
  type Running,
} from '../state';
import type { ContactAsked, ScopingRequest } from './state';
import type { AgencyIdentified, RequestBounced, RequestVoided, ScopingEvent } from './events';
import { bouncedIn, isUnreachable, stillUnreachable, triedAnew } from './unreachable';

type Numbered = Pick<Envelope, 'number'>;

const without = <V>(
  record: Readonly<Record<ObligationKey, V>>,
  keys: readonly string[],
): Record<ObligationKey, V> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

const aboveOf = (above: ScopingRequest['above']): Pick<ScopingRequest, 'above'> =>
  above === undefined ? {} : { above };

/** A re-sending tries every address anew, bounced ones too: that is usually why it is sent again. */
const mailedTo = (request: AgencyOnCase['request'], contact: ContactId, sending: number): ContactAsked => {
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

/** Nobody is asked, and so nothing is agreed or confirmed. */
const withoutRequest = ({
  request: _request,
  sent: _sent,
  agreed: _agreed,
  escalationConfirmed: _word,
  ...known
}: AgencyOnCase): AgencyOnCase => known;

/** Of the dispatch it stays that it was missed, and that the team knows. */
const voided = <C extends Running>(state: C, { agency, round, cause }: RequestVoided['body']): C => {
  const dispatch = keyOf({ obligation: 'scopingDispatch', agency });
  const keys = [
    dispatch,
    keyOf({ obligation: 'agencyReturn', agency }),
    keyOf({ obligation: 'recordsSecured', agency }),
  ];
  const dispatched = state.outcomes[dispatch];
  const outcomes = without(state.outcomes, keys);
  return withAgency(
    {
      ...state,
      rungs: without(state.rungs, keys),
      untoldMoves: without(state.untoldMoves, keys),
      missesTakenBack: state.missesTakenBack.filter(({ key }) => key === dispatch || !keys.includes(key)),
      outcomes: dispatched?.kind === 'missed' ? { ...outcomes, [dispatch]: undone(dispatched) } : outcomes,
    },
    agency,
    (known) => ({
      ...withoutRequest(known),
      ...stillUnreachable(known, bouncedIn(known.request)),
      voidFor: cause,
      voidRounds: round,
    }),
  );
};

const keptOf = (removed: AgencyOnCase): AgencyRemoved => {
  const kept: readonly string[] = KEPT_OF_REMOVED;
  return Object.fromEntries(
    Object.entries(removed).filter(([field]) => kept.includes(field)),
  ) as AgencyRemoved;
};

/** What it owed is restated by the consequences: who had heard of a miss hears that it is none. */
const removed = <C extends Running>(state: C, agency: AgencyId): C => {
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

const withBounce = (known: AgencyOnCase, event: RequestBounced): AgencyOnCase => {
  const { request, sent } = known;
  if (request === undefined) return known;
  const { contact, how } = event.body;
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
    ...known,
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

export const evolveScoping = <C extends Running>(state: C, event: ScopingEvent & Numbered): C => {
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
      return withLacking(added, agency, event.body.lackedBy);
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
        ...triedAnew(known, asked),
        ...(known.request === undefined ? { datesToldAsOf: event.number } : {}),
        request: {
          round,
          sendings: sending,
          contacts: [
            ...contacts.map((contact) => mailedTo(known.request, contact, sending)),
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
          ...known,
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
      return voided(state, event.body);
  }
};
