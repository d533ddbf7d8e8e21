// The titles of the tests as their files say them, each with those of the blocks around it. It reads the text and runs
// nothing. Which rule a title names is `rulesTable.ts`.

import { parseSync, type Argument, type CallExpression, type Expression, type Super } from '@swc/core';

export interface TestTitle {
  readonly file: string;
  /** `describe`, `describe`, `it`, from the outside inwards. */
  readonly path: readonly string[];
}

/** `describe` of `describe.each(table)('…', …)`. */
const rootName = (called: Expression | Super | { readonly type: 'Import' }): string | undefined => {
  if (called.type === 'Identifier') return called.value;
  if (called.type === 'MemberExpression') return rootName(called.object);
  return called.type === 'CallExpression' ? rootName(called.callee) : undefined;
};

/** A text without places in it. */
const textOf = ({ expression }: Argument): string | undefined => {
  if (expression.type === 'StringLiteral') return expression.value;
  const isText = expression.type === 'TemplateLiteral' && expression.expressions.length === 0;
  return isText ? expression.quasis[0]?.cooked : undefined;
};

const BLOCKS = ['describe', 'it', 'test'] as const;

/** Of `describe(title, …)`, with `.each(…)` or without; nothing of any other call. */
const titled = (call: CallExpression): { readonly block: string; readonly title: string } | undefined => {
  const block = BLOCKS.find((name) => name === rootName(call.callee));
  const [first, body] = call.arguments;
  if (block === undefined || first === undefined || body === undefined) return undefined;
  const title = textOf(first);
  return title === undefined ? undefined : { block, title };
};

const isCall = (node: object): node is CallExpression => 'type' in node && node.type === 'CallExpression';

export const titlesIn = (file: string, text: string): readonly TestTitle[] => {
  const titles: TestTitle[] = [];
  // Nodes, their lists, and whatever else hangs on them: a title stands at a call, wherever that is.
  const read = (node: unknown, around: readonly string[]): void => {
    if (typeof node !== 'object' || node === null) return;
    const found = isCall(node) ? titled(node) : undefined;
    const path = found === undefined ? around : [...around, found.title];
    if (found !== undefined && found.block !== 'describe') titles.push({ file, path });
    for (const child of Object.values(node)) read(child, path);
  };
  read(parseSync(text, { syntax: 'typescript', target: 'es2024' }), []);
  return titles;
};
