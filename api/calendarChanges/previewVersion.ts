// What a preview rests on, as one text that goes back with the acceptance: how many facts the ledger held, how many changes
// had been accepted, and which days were asked about. When one of them is otherwise, the preview is stale.

import { createHash } from 'node:crypto';
import type { ChangeAsked } from '../../domain/calendarChange/proposal';

export interface PreviewBasis {
  /** Facts of the ledger, and changes accepted. */
  readonly facts: number;
  readonly changes: number;
  /** Of the days asked about. */
  readonly asked: string;
}

const VERSION = /^(\d{1,9})\.(\d{1,9})\.([0-9a-f]{12})$/;

export const askedHash = ({ list, withdraw }: ChangeAsked): string => {
  const text = JSON.stringify([list.map(({ date, title }) => [date, title]), withdraw]);
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
};

export const writeVersion = ({ facts, changes, asked }: PreviewBasis): string =>
  `${facts}.${changes}.${asked}`;

export const readVersion = (text: string): PreviewBasis | undefined => {
  const [, facts, changes, asked] = VERSION.exec(text) ?? [];
  return facts === undefined || changes === undefined || asked === undefined
    ? undefined
    : { facts: Number(facts), changes: Number(changes), asked };
};
