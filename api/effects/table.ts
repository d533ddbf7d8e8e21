// Rows of a table in plain text: columns of given widths, with nothing at the end of a line.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { withCode, type NameAgency } from '../agencies/namesOfAgencies';
import { sayInstant } from '../problems/saying';
import type { EffectLine } from './effectLines';

/** `rule` stands between the head and the rest. */
interface Table {
  readonly row: (fields: readonly string[]) => string;
  readonly rule: string;
}

/** Under which most names of agencies with their code find room; a longer one stands out at the end of its line. */
export const AGENCY_WIDTH = 60;

export const tableOfWidths = (widths: readonly number[]): Table => {
  const row = (fields: readonly string[]): string =>
    fields
      .map((field, index) => field.padEnd(widths[index] ?? 0))
      .join(' ')
      .trimEnd();
  return { row, rule: row(widths.map((width) => '-'.repeat(width))) };
};

const inDays = (date: string | undefined): string => (date === undefined ? '' : sayDate(date as CivilDate));

/** From when to when, in words. */
export const sayFrom = ({ from, fromAt }: Pick<EffectLine, 'from' | 'fromAt'>): string =>
  fromAt === undefined ? inDays(from) : sayInstant(fromAt);
export const sayUntil = ({ to, at }: Pick<EffectLine, 'to' | 'at'>): string =>
  at === undefined ? inDays(to) : sayInstant(at);
export const sayAgency = ({ agency }: EffectLine, nameOf: NameAgency): string =>
  agency === undefined ? '' : withCode(nameOf)(agency);
