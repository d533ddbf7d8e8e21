// Where this clone is; in a deployment, where the built programs are.
import { resolve } from 'node:path';

export const CLONE = resolve(__dirname, '../..');
