// How agencies and their requests enter the state. A void request takes its outcomes and its rungs with it: the
// dispatch is due again, and nothing is owed by an agency that was never asked.

import { keyOf, type AgencyId, type ObligationKey, type Outcome } from '../../timetable/facts';
import type { AgencyOnCase, OpenCase } from '../state';
import type { ScopingEvent } from './events';

const withAgency = (
  state: OpenCase,
  agency: AgencyId,
  change: (known: AgencyOnCase) => AgencyOnCase,
): OpenCase => ({
  ...state,
  agencies: state.agencies.map((known) => (known.agency === agency ? change(known) : known)),
});

const without = <V>(
  record: Readonly<Record<ObligationKey, V>>,
  keys: readonly string[],
): Record<ObligationKey, V> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));

/** What stays of the dispatch's outcome: that it was missed, and that the team knows. */
const missStays = (outcome: Outcome | undefined): Outcome | undefined => {
  if (outcome?.kind !== 'missed') return undefined;
  const { on: _done, ...missed } = outcome;
  return missed;
};

const voided = (state: OpenCase, agency: AgencyId, round: number): OpenCase => {
  const dispatch = keyOf({ obligation: 'scopingDispatch', agency });
  const keys = [
    dispatch,
    keyOf({ obligation: 'agencyReturn', agency }),
    keyOf({ obligation: 'recordsSecured', agency }),
  ];
  const missed = missStays(state.outcomes[dispatch]);
  const outcomes = without(state.outcomes, keys);
  return withAgency(
    {
      ...state,
      rungs: without(state.rungs, keys),
      outcomes: missed === undefined ? outcomes : { ...outcomes, [dispatch]: missed },
    },
    agency,
    ({ request: _request, sent: _sent, ...known }) => ({ ...known, voidRounds: round }),
  );
};

export const evolveScoping = (state: OpenCase, event: ScopingEvent): OpenCase => {
  const { agency } = event.body;
  switch (event.kind) {
    case 'AgencyIdentified': {
      const { identified } = event.body;
      return { ...state, agencies: [...state.agencies, { agency, identified, voidRounds: 0, reminders: 0 }] };
    }
    case 'ScopingRequested': {
      const { round, sending, contacts } = event.body;
      return withAgency(state, agency, (known) => ({
        ...known,
        request: {
          round,
          sendings: sending,
          // A re-sending tries every address anew, bounced ones too: that is usually why it is sent again.
          contacts: [
            ...contacts.map((contact) => ({ contact, bounced: false, sending })),
            ...(known.request?.contacts ?? []).filter(({ contact }) => !contacts.includes(contact)),
          ],
        },
      }));
    }
    case 'ScopingRequestSent': {
      const { on, channel, round, contacts = [] } = event.body;
      return withAgency(state, agency, (known) => {
        const request = known.request ?? { round, sendings: 0, contacts: [] };
        const asked = request.contacts.map(({ contact }) => contact);
        const reachable = contacts.filter((contact) => !asked.includes(contact));
        return {
          ...known,
          request: {
            ...request,
            contacts: [
              ...request.contacts,
              ...reachable.map((contact) => ({ contact, bounced: false, sending: 0 })),
            ],
          },
          sent: { on, channel },
        };
      });
    }
    case 'RequestBounced':
      return withAgency(state, agency, (known) =>
        known.request === undefined
          ? known
          : {
              ...known,
              request: {
                ...known.request,
                contacts: known.request.contacts.map((asked) =>
                  asked.contact === event.body.contact ? { ...asked, bounced: true } : asked,
                ),
              },
            },
      );
    case 'RequestVoided':
      return voided(state, agency, event.body.round);
  }
};
