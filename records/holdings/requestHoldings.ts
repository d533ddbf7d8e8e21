// What is held of requests, and the particulars that come with them: the dossier, its keys, and who looked at it.

import type { Holdings } from './holding';

export const requestHoldings = {
  counter: {
    holds: 'The last number given, for references and codes.',
    why: 'No number is given twice; one of a referral that came to nothing is left out.',
    stays: 'kept',
    columns: { name: 'machine', last: 'machine' },
  },
  reservation: {
    holds:
      'Each write that was asked for: by whom, when, with a hash of its key, which the caller chose, and a keyed one of its body, until the key of its case is destroyed.',
    why: 'The same request twice has the effect of once.',
    stays: 'kept',
    columns: {
      caller: 'actor',
      key_hash: 'secret',
      route: 'machine',
      body_key_id: 'machine',
      body_mac: 'secret',
      command_id: 'machine',
      asked_at: 'actor',
      reference: 'caseFact',
      acted_on: 'caseFact',
      under_way_on: 'caseFact',
      under_way_since: 'machine',
      given_up: 'machine',
    },
  },
  case_key: {
    holds: 'The key of each case, under the master key, and whether it is under legal hold.',
    why: "Destroying it destroys the case's particulars, and nothing else.",
    stays: 'kept',
    columns: {
      reference: 'caseFact',
      key_id: 'machine',
      wrapped: 'secret',
      legal_hold: 'caseFact',
      destroyed_at: 'caseFact',
    },
  },
  case_key_act: {
    holds:
      'Who put the key of a case under legal hold, lifted that, or destroyed the key, and when; the reason is sealed under the master key.',
    why: 'It can be shown that particulars were ended by duty, and not in secret.',
    stays: 'appendOnly',
    columns: {
      number: 'machine',
      reference: 'caseFact',
      act: 'caseFact',
      by: 'actor',
      at: 'caseFact',
      key_id: 'machine',
      sealed: 'sealed',
    },
  },
  dossier_entry: {
    holds:
      'The particulars of children, families and referrers, and every free text, sealed under the key of the case.',
    why: 'The one place for what names somebody.',
    stays: 'withKey',
    columns: {
      reference: 'caseFact',
      row_id: 'machine',
      command_id: 'machine',
      kind: 'caseFact',
      sealed: 'sealed',
      written_by: 'actor',
      at: 'caseFact',
      attached: 'machine',
    },
  },
  dossier_view: {
    holds: 'Who read which text of which case, when, and why as a code.',
    why: 'Every view of particulars can be accounted for.',
    stays: 'appendOnly',
    columns: {
      id: 'machine',
      reference: 'caseFact',
      row_id: 'machine',
      actor: 'actor',
      at: 'actor',
      why: 'actor',
    },
  },
} as const satisfies Partial<Holdings>;
