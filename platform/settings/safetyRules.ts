// What well-formed settings may still not say: development must mail nobody, and production must not use
// what was made on a developer's machine. The form of each setting is the table's matter.
import { DEVELOPMENT_PREFIX, parseKeys, repeatedId } from './encryptionKeys';
import { isThisMachine } from './thisMachine';

interface Checked {
  readonly NODE_ENV?: string;
  readonly SMTP_URL?: string;
  readonly CODEC_KEYS?: string;
  readonly MASTER_KEYS?: string;
}

/** What is no URL is told as that (`serverUrls.ts`). */
const isElsewhere = (url: string): boolean => URL.canParse(url) && !isThisMachine(new URL(url).hostname);

function keyProblems(name: string, list: string | undefined, production: boolean): string[] {
  if (list === undefined) return [];
  const keys = parseKeys(list);
  const problems: string[] = [];
  if (repeatedId(keys) !== undefined) problems.push(`${name} uses the same key id twice.`);
  if (production && keys.some(({ id }) => id.startsWith(DEVELOPMENT_PREFIX)))
    problems.push(`${name} holds a key made for development; production needs keys of its own.`);
  return problems;
}

export function safetyProblems(values: Checked): string[] {
  const production = values.NODE_ENV === 'production';
  const mailsAway = !production && values.SMTP_URL !== undefined && isElsewhere(values.SMTP_URL);
  return [
    ...(mailsAway
      ? [
          'SMTP_URL must name this machine (127.0.0.1): outside production nothing is mailed beyond the development mailbox.',
        ]
      : []),
    ...keyProblems('CODEC_KEYS', values.CODEC_KEYS, production),
    ...keyProblems('MASTER_KEYS', values.MASTER_KEYS, production),
  ];
}
