// Which act wrote the particulars that hold, part by part: the opening, or the last that put a part right. What they say only the
// dossier knows (R24).

import type { CaseEvent } from '../events';
import { PARTS_OF_PARTICULARS, type PartOfParticulars } from './partsOfParticulars';

/**
 * The command that wrote each part last; its rows in the dossier are those of that command. `isHeld`: whether they are there, which
 * they may not be once the records were restored from before.
 */
export const writtenBy = (
  events: readonly CaseEvent[],
  isHeld: (part: PartOfParticulars, commandId: string) => boolean = () => true,
): Readonly<Partial<Record<PartOfParticulars, string>>> => {
  const written: Partial<Record<PartOfParticulars, string>> = {};
  for (const { kind, body, commandId } of events) {
    const parts =
      kind === 'CaseOpened' ? PARTS_OF_PARTICULARS : kind === 'ParticularsCorrected' ? body.parts : [];
    for (const part of parts) if (isHeld(part, commandId)) written[part] = commandId;
  }
  return written;
};
