// The tables that the lists are read from, which can be thrown away and worked out again; and what tells their rows apart.

export const PROJECTION_KEYS = {
  case_list: ['reference'],
  case_obligation: ['reference', 'key'],
  case_request: ['reference', 'agency'],
  case_meeting: ['reference'],
} as const;

export type ProjectionTable = keyof typeof PROJECTION_KEYS;

export const PROJECTIONS = Object.keys(PROJECTION_KEYS) as readonly ProjectionTable[];
