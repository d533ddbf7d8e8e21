// A word for every particular and every free text, such as stands nowhere else: invented anew for each run, so that
// nothing can be found that was not planted.

import { randomInt } from 'node:crypto';

const CONSONANTS = 'bdfgklmnprtvz';
const VOWELS = 'aeiou';
const letterOf = (letters: string): string => letters.charAt(randomInt(letters.length));

/** Speakable, so that no check of a form refuses it, and long enough to be nobody's by chance. */
const word = (): string => {
  const syllables = Array.from({ length: 6 }, () => letterOf(CONSONANTS) + letterOf(VOWELS)).join('');
  return `Q${syllables}x`;
};

const digits = (length: number): string => Array.from({ length }, () => String(randomInt(10))).join('');

export const canaries = {
  referrerName: word(),
  referrerOrganisation: word(),
  referrerRole: word(),
  referrerTelephone: `07${digits(9)}`,
  referrerEmail: `${word().toLowerCase()}@westmere.example`,
  childName: word(),
  // Before the first day of any calendar.
  childBorn: `2010-0${1 + randomInt(9)}-${10 + randomInt(18)}`,
  childAddress: word(),
  childNotes: word(),
  secondChildName: word(),
  incidentSummary: word(),
  lateLoggingReason: word(),
  correctionReason: word(),
  missingWord: word(),
  voidReason: word(),
  agencyNote: word(),
  otherWayNote: word(),
  // By the link in a mail, without an account.
  linkAnswer: word(),
  linkAnswerer: word(),
  linkInstead: word(),
  bounceNote: word(),
  // Sent again and again while a part was away.
  outageNote: word(),
  // Sent in a request that is refused.
  refusedField: word(),
  refusedValue: word(),
  refusedPath: word(),
  // What somebody put into a key, which is theirs to choose.
  idempotencyKey: `key-${word()}`,
  contactName: word(),
  contactRole: word(),
  contactEmail: `${word().toLowerCase()}@agencies.example`,
  // The mail server refuses this one for good.
  refusedEmail: `refused@${word().toLowerCase()}.example`,
  // Whoever asked: the name behind the token of the demonstration.
  coordinator: 'Beatrix Ansdown',
} as const;

export type CanaryName = keyof typeof canaries;
export const CANARY_NAMES = Object.keys(canaries) as CanaryName[];

/** Of these a mail may show itself to nobody but the one it goes to: in its recipient. */
export const ADDRESSES: readonly CanaryName[] = ['contactEmail', 'refusedEmail'];
