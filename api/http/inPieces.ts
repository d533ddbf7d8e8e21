// A long text that is sent as it comes, so that it never stands in memory whole. The schema of the answer knows of a text only.

import { Readable } from 'node:stream';

export const inPieces = (pieces: AsyncGenerator<string>): string =>
  Readable.from(pieces) as unknown as string;
