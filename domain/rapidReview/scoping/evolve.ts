// How agencies and their requests enter the state. A void request takes its outcomes and its rungs with it: the
// dispatch is due again, and nothing is owed by an agency that was never asked.

import { keyOf, type AgencyId, type ObligationKey } from '../../timetable/facts';
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

const voided = (state: OpenCase, agency: AgencyId, round: number): OpenCase => {
  const keys = (['scopingDispatch', 'agencyReturn', 'recordsSecured'] as const).map((obligation) =>
    keyOf({ obligation, agency }),
  );
  // A dispatch already missed stays missed: only what rested on the void sending goes.
  const dispatch = state.outcomes[keyOf({ obligation: 'scopingDispatch', agency })];
  const missedBefore =
    dispatch?.kind === 'missed'
      ? { kind: dispatch.kind, due: dispatch.due, noticed: dispatch.noticed }
      : undefined;
  const outcomes = without(state.outcomes, keys);
  return withAgency(
    {
      ...state,
      rungs: without(state.rungs, keys),
      outcomes:
        missedBefore === undefined
          ? outcomes
          : { ...outcomes, [keyOf({ obligation: 'scopingDispatch', agency })]: missedBefore },
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
      return withAgency(state, agency, (known) => {
        const bounced = new Set(
          known.request?.contacts.filter((asked) => asked.bounced).map(({ contact }) => contact),
        );
        return {
          ...known,
          request: {
            round,
            sendings: sending,
            // A re-sending tries every address anew, bounced ones too: that is usually why it is sent again.
            contacts: [
              ...contacts.map((contact) => ({ contact, bounced: false })),
              ...(known.request?.contacts ?? [])
                .filter(({ contact }) => !contacts.includes(contact))
                .map(({ contact }) => ({ contact, bounced: bounced.has(contact) })),
            ],
          },
        };
      });
    }
    case 'ScopingRequestSent': {
      const { on, channel, round } = event.body;
      return withAgency(state, agency, (known) => ({
        ...known,
        request: known.request ?? { round, sendings: 0, contacts: [] },
        sent: { on, channel },
      }));
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
