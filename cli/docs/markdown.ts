// A table in Markdown, for the generated pages, and their form. How wide its columns are is oxfmt's matter.

import { format, type FormatConfig } from 'oxfmt';
import style from '../../.oxfmtrc.json';

const cell = (text: string): string => text.replaceAll('|', '\\|');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  '',
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  '',
];

export const code = (name: string): string => `\`${name}\``;

/** As `npm run format` would leave it in a file of that name. */
export const formatted = async (name: string, page: string): Promise<string> => {
  const { code: text, errors } = await format(name, page, style as FormatConfig);
  if (errors.length > 0) throw new Error(`${name}: ${errors.map(({ message }) => message).join('; ')}`);
  return text;
};
