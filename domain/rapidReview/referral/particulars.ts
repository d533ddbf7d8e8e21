// Which acts wrote the particulars, part by part: the opening, and each that put a part right since; and which of them holds. What
// they say only the dossier knows (R24).

import type { CaseEvent } from '../events';
import { PARTS_OF_PARTICULARS, type PartOfParticulars } from './partsOfParticulars';

/** An act that wrote parts of them; their rows in the dossier are those of its command. */
export type Writing = Pick<CaseEvent, 'number' | 'at' | 'actor' | 'commandId'> & {
  readonly parts: readonly PartOfParticulars[];
};

/** The oldest first. */
export const writings = (events: readonly CaseEvent[]): readonly Writing[] =>
  events.flatMap(({ kind, body, number, at, actor, commandId }) =>
    kind === 'CaseOpened'
      ? [{ number, at, actor, commandId, parts: PARTS_OF_PARTICULARS }]
      : kind === 'ParticularsCorrected'
        ? [{ number, at, actor, commandId, parts: body.parts }]
        : [],
  );

/**
 * The command that wrote each part last. `isHeld`: whether its rows are there, which they may not be once the records were restored
 * from before.
 */
export const writtenBy = (
  events: readonly CaseEvent[],
  isHeld: (part: PartOfParticulars, commandId: string) => boolean = () => true,
): Readonly<Partial<Record<PartOfParticulars, string>>> => {
  const written: Partial<Record<PartOfParticulars, string>> = {};
  for (const { parts, commandId } of writings(events))
    for (const part of parts) if (isHeld(part, commandId)) written[part] = commandId;
  return written;
};
