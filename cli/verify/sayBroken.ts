// The cases whose chain does not hold, a line each, for whoever checks them and whoever restores them.

import type { BrokenChain } from '../../records/eventLog/verifyRange';
import { whole } from '../progress/whole';

/** So many are named; all are counted. */
const SHOWN = 100;

/** `means`: what it means of each that it is broken. */
export const sayBroken = (broken: readonly BrokenChain[], means: string): readonly string[] => [
  ...broken
    .slice(0, SHOWN)
    .map(({ reference, number }) => `The chain of ${reference} is broken at event ${number}: ${means}`),
  ...(broken.length > SHOWN ? [`So are ${whole(broken.length - SHOWN)} others.`] : []),
];
