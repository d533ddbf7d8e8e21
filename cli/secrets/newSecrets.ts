// The secrets of a new deployment: which there are, and what each holds. Where they are written, `main.ts` decides.

import { formatKeys } from '../../platform/settings/encryptionKeys';

const ENGINE_ROLE = 'engine';
const ENGINE_DATABASE = 'rapid_review';

export interface SecretsAsked {
  readonly databaseHost: string;
  readonly smtpUrl?: string | undefined;
}

/** File names and contents. `random` gives so many bytes. */
export const newSecrets = (
  { databaseHost, smtpUrl }: SecretsAsked,
  random: (bytes: number) => Buffer,
): Readonly<Record<string, string>> => {
  const password = (): string => random(24).toString('base64url');
  // The month would say when it was made; four letters suffice to tell keys apart.
  const key = (purpose: string): string =>
    formatKeys([{ id: `${purpose}-${random(3).toString('hex')}`, bytes: random(32) }]);
  return {
    postgres_password: password(),
    temporal_database_password: password(),
    database_url: `postgres://${ENGINE_ROLE}:${password()}@${databaseHost}/${ENGINE_DATABASE}`,
    codec_keys: key('codec'),
    master_keys: key('master'),
    ...(smtpUrl === undefined ? {} : { smtp_url: smtpUrl }),
  };
};
