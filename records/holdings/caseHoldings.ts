// What is held of cases: their events, and what is worked out from them. Texts and names are in the dossier
// (`requestHoldings.ts`), never here.

import type { Holdings } from './holding';

export const caseHoldings = {
  case_head: {
    holds: 'The number and hash of the last event of each case.',
    why: 'Shows events that were cut off at the end.',
    stays: 'appendOnly',
    columns: { reference: 'caseFact', number: 'machine', hash: 'machine' },
  },
  case_event: {
    holds: 'Everything that happened to a case, as codes and dates: who, when, under which authority.',
    why: 'The record of the review; everything else follows from it.',
    stays: 'appendOnly',
    columns: {
      reference: 'caseFact',
      number: 'machine',
      kind: 'caseFact',
      body: 'caseFact',
      actor: 'actor',
      authority: 'actor',
      command_id: 'machine',
      at: 'caseFact',
      hash: 'machine',
      previous_hash: 'machine',
    },
  },
  case_list: {
    holds: 'One line a case: where it stands and its next date.',
    why: 'The list of cases.',
    stays: 'projection',
    columns: {
      reference: 'caseFact',
      status: 'caseFact',
      nature: 'caseFact',
      received_on: 'caseFact',
      headline: 'caseFact',
      listed_under: 'caseFact',
      version: 'machine',
      agencies: 'caseFact',
      awaiting_anchor: 'caseFact',
      open: 'caseFact',
      met: 'caseFact',
      missed: 'caseFact',
      calendar: 'calendar',
      shape: 'machine',
      opened_at: 'caseFact',
      followed: 'machine',
    },
  },
  case_shape: {
    holds:
      'The dates of open cases and their agencies without the cases: whoever has the same dates shares a line.',
    why: 'A change of the calendar is previewed with it.',
    stays: 'projection',
    columns: { id: 'machine', body: 'caseFact' },
  },
  case_obligation: {
    holds: 'Each obligation of a case: when due, when done, how early or late.',
    why: 'Lists of what is due, and the report of lateness.',
    stays: 'projection',
    columns: {
      reference: 'caseFact',
      key: 'caseFact',
      position: 'machine',
      obligation: 'caseFact',
      agency: 'agency',
      status: 'caseFact',
      opens: 'caseFact',
      due: 'caseFact',
      done_on: 'caseFact',
      working_days_early: 'caseFact',
      first_due: 'caseFact',
    },
  },
  case_request: {
    holds:
      'Each agency of a case: asked when and how often, what bounced. It says which agencies knew the family.',
    why: 'Whom to ask and to remind.',
    stays: 'projection',
    columns: {
      reference: 'caseFact',
      agency: 'agency',
      position: 'machine',
      round: 'caseFact',
      sendings: 'caseFact',
      sent_on: 'caseFact',
      channel: 'caseFact',
      asked: 'caseFact',
      bounced: 'caseFact',
      void_rounds: 'caseFact',
      reminders: 'caseFact',
      shape: 'machine',
    },
  },
  calendar_snapshot: {
    holds: 'Each list of bank holidays that a case has counted with.',
    why: 'A date can be explained years later.',
    stays: 'kept',
    columns: { version: 'machine', facts: 'machine', body: 'calendar' },
  },
} as const satisfies Partial<Holdings>;
