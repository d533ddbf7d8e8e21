// What a table of sayings is: for each event of one slice, how it is said. Codes become names and dates become days; why
// it happened is in the dossier, and comes from there.

import type { EventBody } from '../../domain/rapidReview/events';

/** The name of an agency or a person, or the code where there is none. */
export type Name = (code: string) => string;

export type Sayings<E extends EventBody> = {
  readonly [K in E['kind']]: (body: Extract<E, { readonly kind: K }>['body'], name: Name) => string;
};

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const count = (n: number, thing: string): string => `${n} ${thing}${n === 1 ? '' : 's'}`;
