// What is held of agencies and their contacts, of people and their tokens, and of what was mailed. Names and addresses are
// in sealed columns alone.

import type { Holdings } from './holding';

export const registerHoldings = {
  notice: {
    holds:
      'Each mail that an event called for: its kind, for whom as a code, what became of it, which dates it told. No address, no wording.',
    why: 'Each mail goes once, and it can be shown that it went.',
    stays: 'kept',
    columns: {
      key: 'caseFact',
      reference: 'caseFact',
      event: 'machine',
      position: 'machine',
      kind: 'caseFact',
      recipient: 'agency',
      not_after: 'caseFact',
      body: 'caseFact',
      accepted: 'agency',
      refused: 'agency',
      accepted_at: 'caseFact',
      told: 'caseFact',
      outcome: 'caseFact',
      last_error: 'machine',
    },
  },
  notice_attempt: {
    holds: "Each attempt to send one, and the mail server's code.",
    why: 'What failed, and how often.',
    stays: 'kept',
    columns: {
      key: 'caseFact',
      attempt: 'machine',
      began_at: 'machine',
      ended_at: 'machine',
      error: 'machine',
    },
  },
  agency: {
    holds: 'The register of agencies.',
    why: 'Who can be asked.',
    stays: 'kept',
    columns: {
      id: 'agency',
      number: 'machine',
      version: 'machine',
      name: 'agency',
      kind: 'agency',
      seat: 'agency',
    },
  },
  agency_contact: {
    holds: 'The people whom an agency is reached by: names and mail addresses, sealed under the master key.',
    why: 'Mails are addressed with it.',
    stays: 'kept',
    columns: {
      id: 'agency',
      agency: 'agency',
      position: 'machine',
      level: 'agency',
      withdrawn: 'agency',
      key_id: 'machine',
      sealed: 'sealed',
    },
  },
  agency_change: {
    holds:
      'Who changed an agency, when, which fields, and the codes of the contacts withdrawn; not what the fields held.',
    why: 'Shows who changed where mails go.',
    stays: 'appendOnly',
    columns: {
      command_id: 'machine',
      agency: 'agency',
      version: 'machine',
      fields: 'agency',
      withdrew: 'agency',
      by: 'actor',
      at: 'actor',
    },
  },
  person: {
    holds: 'Everybody who has had a token: a code, and the name sealed under the master key.',
    why: 'The record says who acted.',
    stays: 'kept',
    columns: { actor: 'actor', number: 'machine', key_id: 'machine', sealed: 'sealed' },
  },
  token: {
    holds: 'Each token: whose, which role, from when until when. The token itself is nowhere, only its hash.',
    why: 'Who may do what.',
    stays: 'kept',
    columns: {
      id: 'machine',
      number: 'machine',
      actor: 'actor',
      role: 'actor',
      seats: 'actor',
      agency: 'agency',
      secret_hash: 'secret',
      issued_at: 'actor',
      expires_at: 'actor',
      revoked_at: 'actor',
      demo: 'machine',
    },
  },
} as const satisfies Partial<Holdings>;
