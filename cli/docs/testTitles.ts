// The titles of the tests as their files say them, each with those of the blocks around it. It reads the text and runs
// nothing. Which rule a title names is `rulesTable.ts`.

import ts from 'typescript';

export interface TestTitle {
  readonly file: string;
  /** `describe`, `describe`, `it`, from the outside inwards. */
  readonly path: readonly string[];
}

/** `describe` of `describe.each(table)('…', …)`. */
const rootName = (called: ts.Expression): string | undefined => {
  if (ts.isIdentifier(called)) return called.text;
  return ts.isPropertyAccessExpression(called) || ts.isCallExpression(called)
    ? rootName(called.expression)
    : undefined;
};

const BLOCKS = ['describe', 'it', 'test'] as const;

/** Of `describe(title, …)`, with `.each(…)` or without; nothing of any other call. */
const titled = (node: ts.Node): { readonly block: string; readonly title: string } | undefined => {
  if (!ts.isCallExpression(node)) return undefined;
  const block = BLOCKS.find((name) => name === rootName(node.expression));
  const [title, body] = node.arguments;
  if (block === undefined || title === undefined || body === undefined) return undefined;
  return ts.isStringLiteralLike(title) ? { block, title: title.text } : undefined;
};

export const titlesIn = (file: string, text: string): readonly TestTitle[] => {
  const titles: TestTitle[] = [];
  const read = (node: ts.Node, around: readonly string[]): void => {
    const found = titled(node);
    const path = found === undefined ? around : [...around, found.title];
    if (found !== undefined && found.block !== 'describe') titles.push({ file, path });
    ts.forEachChild(node, (child) => {
      read(child, path);
    });
  };
  read(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), []);
  return titles;
};
