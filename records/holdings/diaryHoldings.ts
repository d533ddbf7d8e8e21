// What is held of the sub-group's diary and of the meetings that use its dates. Who attends is in the events, as codes.

import type { Holdings } from './holding';

export const diaryHoldings = {
  diary_change: {
    holds: "Each change of a date in the sub-group's diary, and which cases used it then.",
    why: 'Meetings follow the diary.',
    stays: 'appendOnly',
    columns: {
      date: 'calendar',
      version: 'machine',
      change: 'calendar',
      starts_at: 'calendar',
      used_by: 'caseFact',
      by: 'actor',
      at: 'machine',
      command_id: 'machine',
    },
  },
  case_meeting: {
    holds: 'The meeting of each case: when, and how far it has come.',
    why: 'Finds the cases that a change of the diary concerns.',
    stays: 'projection',
    columns: {
      reference: 'caseFact',
      meeting: 'machine',
      starts_at: 'caseFact',
      held_on: 'caseFact',
      diary_date: 'calendar',
      diary_version: 'machine',
      stage: 'caseFact',
    },
  },
} as const satisfies Partial<Holdings>;
