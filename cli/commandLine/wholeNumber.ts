// A whole number that somebody gives a command of ours, from 1 on; anything else is refused before anything is done.

import { InvalidArgumentError } from 'commander';

/** `what` it is a number of, such as `working days`. */
export const wholeNumber =
  (what: string, most: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1 || number > most)
      throw new InvalidArgumentError(`A whole number of ${what} from 1 to ${most} is expected.`);
    return number;
  };
