// Every profile that a case may have been opened under. A case names its own; nothing here is ever removed.

import { cscpWt2018 } from './cscpWt2018';
import type { PolicyProfile } from './policyProfile';

export interface ProfileId {
  readonly id: string;
  readonly version: number;
}

const PROFILES: readonly PolicyProfile[] = [cscpWt2018];

export const currentProfile: ProfileId = { id: cscpWt2018.id, version: cscpWt2018.version };

export const profileOf = ({ id, version }: ProfileId): PolicyProfile => {
  const found = PROFILES.find((profile) => profile.id === id && profile.version === version);
  if (found === undefined) throw new Error(`there is no policy profile ${id} version ${version}`);
  return found;
};

export const hasProfile = ({ id, version }: ProfileId): boolean =>
  PROFILES.some((profile) => profile.id === id && profile.version === version);
