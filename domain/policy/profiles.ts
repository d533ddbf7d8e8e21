// Every profile that a case may have been opened under, and those a what-if may ask about. A case names its own; nothing
// here is ever removed.

import { cscpWt2018 } from './cscpWt2018';
import { cscpWt2018FullLadder } from './cscpWt2018FullLadder';
import { nationalNotification } from './nationalNotification';
import { TIMESTAMPS, type PolicyProfile, type TimestampName } from './policyProfile';

export interface ProfileId {
  readonly id: string;
  readonly version: number;
}

const PROFILES: readonly PolicyProfile[] = [cscpWt2018, nationalNotification, cscpWt2018FullLadder];

export const currentProfile: ProfileId = { id: cscpWt2018.id, version: cscpWt2018.version };

const find = ({ id, version }: ProfileId): PolicyProfile | undefined =>
  PROFILES.find((profile) => profile.id === id && profile.version === version);

export const profileOf = (wanted: ProfileId): PolicyProfile => {
  const found = find(wanted);
  if (found === undefined)
    throw new Error(`there is no policy profile ${wanted.id} version ${wanted.version}`);
  return found;
};

/**
 * The timestamps that some date is counted from, or some date of each agency. The others may lie anywhere, also beyond the days that
 * a calendar knows.
 */
export const timestampsCountedFrom = (wanted: ProfileId, each?: 'agency'): readonly TimestampName[] => {
  const rules = Object.values(profileOf(wanted).obligations).filter(
    (rule) => each === undefined || rule.each === each,
  );
  const anchors = new Set<string>(rules.map(({ anchor }) => anchor));
  return TIMESTAMPS.filter((timestamp) => anchors.has(timestamp));
};

export const hasProfile = (wanted: ProfileId): boolean => find(wanted) !== undefined;

/** The ids of all, the current one first. */
export const profileIds = [...new Set(PROFILES.map(({ id }) => id))];

/** The newest version under that id. */
export const newestProfile = (id: string): ProfileId | undefined =>
  PROFILES.filter((profile) => profile.id === id)
    .map(({ version }) => ({ id, version }))
    .sort((a, b) => b.version - a.version)[0];
