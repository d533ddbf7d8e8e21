// What an answer of a mail server means for one address: for good, or for now. A refusal that is about our session
// (who we are, in what order we spoke) says nothing about the address, and is never held against it.

export interface Failure {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
}

/** Bad sequence, authentication or encryption demanded, credentials refused. */
const ABOUT_THE_SESSION: readonly number[] = [500, 502, 503, 530, 534, 535, 538];

/**
 * The server passes nothing on for us, whomever it is for: a setting that is wrong on either side. As the servers in use put it, which
 * give the code of a refused address with it.
 */
const PASSES_NOTHING_ON =
  /\brelay(ing)?( access)?( is)? (denied|not (permitted|allowed))\b|\b(unable|not (permitted|allowed)) to relay\b/i;

export const isForGood = ({ responseCode, response = '' }: Failure): boolean =>
  responseCode !== undefined &&
  responseCode >= 500 &&
  !ABOUT_THE_SESSION.includes(responseCode) &&
  !PASSES_NOTHING_ON.test(response);

/** `550 5.1.1`, `450`, `ECONNREFUSED`: never the server's sentence, which quotes the address. */
export const codeOf = ({ code, originalCode, response, responseCode }: Failure): string => {
  if (responseCode === undefined) return /^E[A-Z_]+$/.exec(originalCode ?? code ?? '')?.[0] ?? 'EUNKNOWN';
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  return enhanced === undefined ? String(responseCode) : `${responseCode} ${enhanced}`;
};
