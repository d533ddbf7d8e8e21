// The schema of an answer that is a text and no JSON: a page for people, or lines for a spreadsheet.

import { Type, type TString } from 'typebox';

export interface TextAnswer {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: TString }>>;
}

/** `media` without its character set. */
export const textAnswer = (media: string, description: string, example: string): TextAnswer => ({
  description,
  content: { [media]: { schema: Type.String({ examples: [example] }) } },
});
