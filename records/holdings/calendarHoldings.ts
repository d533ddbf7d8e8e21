// What is held of the bank holidays and of their changes, and of closures and school holidays: days, and who recorded them why. No case
// but those behind.

import type { Holdings } from './holding';

export const calendarHoldings = {
  holiday_fact: {
    holds:
      'Each fact of the ledger of bank holidays; authority and reason of what a person recorded are sealed.',
    why: 'Dates are counted with it.',
    stays: 'appendOnly',
    columns: {
      number: 'machine',
      division: 'calendar',
      date: 'calendar',
      body: 'calendar',
      recorded_by: 'actor',
      recorded_at: 'calendar',
      command_id: 'machine',
      key_id: 'machine',
      sealed: 'sealed',
    },
  },
  holiday_reading: {
    holds: 'Each reading of a list of bank holidays, taken or refused.',
    why: 'A list that shrank or broke is seen.',
    stays: 'appendOnly',
    columns: {
      number: 'machine',
      source: 'calendar',
      name: 'calendar',
      read_at: 'calendar',
      outcome: 'calendar',
      fault: 'calendar',
      days: 'calendar',
      same_as: 'machine',
      added: 'calendar',
    },
  },
  local_days_change: {
    holds:
      'Each closure and each run of school holidays, of everybody or of an agency, and that it was taken back.',
    why: 'A date that lies in one says so.',
    stays: 'appendOnly',
    columns: {
      id: 'machine',
      version: 'machine',
      change: 'calendar',
      kind: 'calendar',
      title: 'calendar',
      first_day: 'calendar',
      last_day: 'calendar',
      agency: 'agency',
      by: 'actor',
      at: 'machine',
      command_id: 'machine',
    },
  },
  calendar_briefing: {
    holds: "The team's mails about the calendar: when, and what each told.",
    why: 'Nothing is told twice.',
    stays: 'kept',
    columns: {
      day: 'calendar',
      told: 'calendar',
      began_at: 'machine',
      ended_at: 'machine',
      outcome: 'machine',
    },
  },
  calendar_change: {
    holds: 'Each change of the bank holidays that was accepted for the open cases; the reason is sealed.',
    why: 'Why dates moved.',
    stays: 'appendOnly',
    columns: {
      number: 'machine',
      snapshot: 'calendar',
      facts: 'machine',
      by: 'actor',
      at: 'calendar',
      foreseen: 'calendar',
      command_id: 'machine',
      key_id: 'machine',
      sealed: 'sealed',
    },
  },
  calendar_refusal: {
    holds: 'A case that could not follow such a change, with the code of why.',
    why: 'It is shown, and asked again.',
    stays: 'whileBehind',
    columns: { reference: 'caseFact', change: 'machine', code: 'caseFact', at: 'machine', times: 'machine' },
  },
} as const satisfies Partial<Holdings>;
