// The body of an act of which nothing is asked but why.

import { Type, type TObject, type TString } from 'typebox';
import { strict, TextField } from './fields';

/** `example`: such a reason, for the description of the API. */
export const reasonBody = (example: string): TObject<{ reason: TString }> =>
  Type.Object({ reason: TextField() }, { ...strict, examples: [{ reason: example }] });
