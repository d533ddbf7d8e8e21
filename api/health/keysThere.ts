// Whether the engine has every master key that something is sealed under, in a sentence. Whether it serves all the same is not
// decided here.

import type { Logger } from '../../platform/logging/createLogger';
import { missingFound } from '../../records/keys/missingFound';
import { count } from '../chronology/sayings';
import type { ApiDeps } from '../deps';

/** Which keys they are is for those with a shell: whoever asks whether all is well has given no name. */
const saying = (missing: number): string =>
  `What is sealed under ${count(missing, 'master key')} cannot be read: MASTER_KEYS does not have ${missing === 1 ? 'it' : 'them'}. "npm run keys -- show" names ${missing === 1 ? 'it' : 'them'}; see "A master key is lost" in docs/operations.md.`;

export const keysThere = async (
  readiness: Pick<ApiDeps['readiness'], 'missingKeys'>,
  log: Pick<Logger, 'warn'>,
): Promise<string | undefined> => {
  const missing = (await missingFound(readiness, log))?.length ?? 0;
  return missing === 0 ? undefined : saying(missing);
};
