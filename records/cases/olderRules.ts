// Cases that were opened under rules which this program no longer carries on, open or ended (docs/adr/0036): looked for before a database is
// brought up to date or a backup restored, because nothing of them can be worked out again. What a version means is not its matter.

import { OLDEST_RULES_VERSION } from '../../domain/rapidReview/rulesVersion';

const NAMED = 10;

export interface CaseOfOlderRules {
  readonly reference: string;
  readonly version: number | null;
  /** How many there are, of which this is one. */
  readonly all: number;
}

/**
 * By the first event of each case, looked up by its key: however long the log is, it is not read. In SQL alone, for the pool and for a
 * session of a restore; and of nothing but the first migration's tables.
 */
export const CASES_OF_OLDER_RULES = `
  select head.reference, opened.version, (count(*) over ())::integer as all
  from case_head head cross join lateral (
    select kind, (body ->> 'rulesVersion')::integer as version from case_event
    where case_event.reference = head.reference and number = 1 limit 1
  ) opened
  where kind = 'CaseOpened' and coalesce(version, 0) < ${OLDEST_RULES_VERSION}
  order by head.reference limit ${NAMED}`;

/** What is held, as the subject of a refusal goes on; undefined where there is none. */
export const toldOfOlderRules = (cases: readonly CaseOfOlderRules[]): string | undefined => {
  const all = cases[0]?.all ?? 0;
  if (all === 0) return undefined;
  const named = cases.map(
    ({ reference, version }) => `${reference} (${version === null ? 'no version' : `version ${version}`})`,
  );
  const others = all - cases.length;
  return (
    `holds ${all === 1 ? '1 case that was' : `${all} cases that were`} opened under rules which this program does not carry on any more ` +
    `(it carries on version ${OLDEST_RULES_VERSION} and later): ${named.join(', ')}` +
    `${others === 0 ? '' : others === 1 ? ' and 1 other' : ` and ${others} others`}.`
  );
};
