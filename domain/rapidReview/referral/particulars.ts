// Which act wrote the particulars that hold, part by part: the opening, or the last that put a part right. What they say only the
// dossier knows (R24).

import type { CaseEvent } from '../events';
import { PARTS_OF_PARTICULARS, type PartOfParticulars } from './partsOfParticulars';

/** The command that wrote each part; its rows in the dossier are those of that command. */
export const writtenBy = (
  events: readonly CaseEvent[],
): Readonly<Partial<Record<PartOfParticulars, string>>> => {
  const written: Partial<Record<PartOfParticulars, string>> = {};
  for (const { kind, body, commandId } of events) {
    const parts =
      kind === 'CaseOpened' ? PARTS_OF_PARTICULARS : kind === 'ParticularsCorrected' ? body.parts : [];
    for (const part of parts) written[part] = commandId;
  }
  return written;
};
