// Books that are kept by the events: what is entered for each kind, and nothing for the others.

import type { CaseEvent, EventKind } from '../../../../domain/rapidReview/events';

export type Of<K extends EventKind> = Extract<CaseEvent, { readonly kind: K }>;

export type Books = { readonly [K in EventKind]?: (body: Of<K>['body'], event: Of<K>) => void };

export const enter = (books: Books, event: CaseEvent): void => {
  // Which entry belongs to which event only the kind at hand says, not the type of the table.
  const entry = books[event.kind] as ((body: CaseEvent['body'], event: CaseEvent) => void) | undefined;
  entry?.(event.body, event);
};
