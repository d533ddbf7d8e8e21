// How far a long piece of work is, in one line of standard error that is written over at a terminal, and otherwise said
// now and then. What is counted is for the caller.

import { whole } from './whole';

const AT_A_TERMINAL_MS = 200;
const ELSEWHERE_MS = 5_000;

export type Progress = (done: number, of: number) => void;

/** `what` as in "events checked". The last count is said at a terminal, and elsewhere where any was. */
export const progressLine = (what: string, out: NodeJS.WriteStream = process.stderr): Progress => {
  const pause = out.isTTY ? AT_A_TERMINAL_MS : ELSEWHERE_MS;
  let next = Date.now() + pause;
  let said = false;
  return (done, of) => {
    const now = Date.now();
    const over = done >= of;
    // Of what took no time nothing is said, but at a terminal.
    if (now < next && !(over && (said || out.isTTY))) return;
    next = now + pause;
    said = true;
    const line = `${whole(done)} of ${whole(of)} ${what}`;
    out.write(out.isTTY ? `\r${line}${over ? '\n' : ''}` : `${line}\n`);
  };
};
