// What a correction's preview rests on, as one text that goes back with the correction in If-Match: the version of the case,
// and what was asked about. Where one of them is otherwise, nobody has seen what the correction would do.

import { hashOfAsked } from './hashOfAsked';

/**
 * Of the route without its `/preview`, of what its address names, and of what is to be recorded. The reason changes no date,
 * and may be written afterwards.
 */
export const askedHash = (route: string, params: object, body: object): string => {
  const { reason: _, ...previewed } = body as { readonly reason?: unknown };
  return hashOfAsked([route, params, previewed]).slice(0, 12);
};

export const previewTag = (version: number, asked: string): string => `${version}.${asked}`;
