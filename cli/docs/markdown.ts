// A table in Markdown, for the generated pages. How wide its columns are is prettier's matter.

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
