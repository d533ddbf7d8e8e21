// One act of a told life: where it is asked, what it says, and the texts that must be readable afterwards.

import { DAY } from '../../../domain/calendar/instant';
import type { Insisted } from '../caller';

export interface Act {
  readonly path: string;
  readonly body: object;
  /** The free texts of it, in the order in which the chronology shows them. */
  readonly texts: readonly string[];
  /** A correction: it names its preview. */
  readonly corrects?: true;
}

/** An act of a case, once its reference is known, and those of the cases told beside it. */
export type Ask = (reference: string, others: readonly string[]) => Act;

export interface Life {
  readonly name: string;
  /** The first opens the case. */
  readonly acts: readonly Ask[];
}

/** An act that was granted. */
export interface Done extends Insisted {
  readonly life: string;
  readonly act: Act;
}

export interface Asking {
  readonly at: (path: string, body: object, ...texts: readonly string[]) => Ask;
  /** With one text, in that field. */
  readonly texted: (path: string, field: string, text: string, body?: object) => Ask;
  /** A correction, with its reason. */
  readonly corrected: (path: string, reason: string, body: object) => Ask;
}

/** Every text names its case, so that none can stand in another's place. */
export const askingIn = (name: string): Asking => {
  const at: Asking['at'] =
    (path, body, ...texts) =>
    (reference) => ({ path: `/cases/${reference}${path}`, body, texts });
  const texted: Asking['texted'] = (path, field, text, body = {}) =>
    at(path, { ...body, [field]: `${text} (${name})` }, `${text} (${name})`);
  return {
    at,
    texted,
    corrected:
      (path, reason, body) =>
      (...told) => ({ ...texted(`${path}/corrections`, 'reason', reason, body)(...told), corrects: true }),
  };
};

export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);
export const londonDay = (at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
