// How a command ends that comes to a verdict: its lines, and 0 only if all is sound; or the sentence of what kept it from one.

import { sentenceOfFailure } from '../token/ownRecords';
import type { Verdict } from './verdict';

export const endWithVerdict = (work: () => Promise<Verdict>): void => {
  work().then(
    ({ lines, sound }) => {
      for (const line of lines) console.log(line);
      if (!sound) process.exitCode = 1;
    },
    (error: unknown) => {
      console.error(sentenceOfFailure(error));
      process.exitCode = 1;
    },
  );
};
