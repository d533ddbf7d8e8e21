// How an obligation of a case is named in one word, its key, and what a key names. The one place that puts it together and takes
// it apart.

import { OBLIGATIONS, type ObligationName } from '../policy/policyProfile';
import type { AgencyId, ObligationKey } from './facts';

export interface ObligationRef {
  readonly obligation: ObligationName;
  readonly agency?: AgencyId;
}

export const keyOf = ({ obligation, agency }: ObligationRef): ObligationKey =>
  (agency === undefined ? obligation : `${obligation}:${agency}`) as ObligationKey;

/** What `keyOf` made a key of. Throws on one of no obligation: nobody must be told of such. */
export const refOf = (key: string): ObligationRef => {
  const [name, agency] = key.split(':');
  const obligation = OBLIGATIONS.find((known) => known === name);
  if (obligation === undefined) throw new Error('a notice names an obligation that there is not');
  return agency === undefined ? { obligation } : { obligation, agency: agency as AgencyId };
};

/** What is kept by obligation, one by one: `Object.entries` forgets what its keys are. */
export const entriesByKey = <V>(
  record: Readonly<Record<ObligationKey, V>>,
): readonly (readonly [ObligationKey, V])[] => Object.entries(record) as [ObligationKey, V][];

const AGENCYS_OWN: readonly ObligationName[] = ['agencyReturn', 'recordsSecured'];

/** Whose the date is: the agency's itself, not that of the team that asks it. */
export const isAgencysOwn = (key: ObligationKey): boolean => {
  const { obligation, agency } = refOf(key);
  return agency !== undefined && AGENCYS_OWN.includes(obligation);
};

/** Whether it is of one agency, whoever owes it. */
export const namesAgency = (key: string): boolean => refOf(key).agency !== undefined;
