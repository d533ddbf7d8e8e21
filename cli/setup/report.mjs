// How the set-up speaks: one heading a step, a sign of life while it works, one sentence at the end.
// On a terminal the sign of life is one line that changes; elsewhere it is a new line now and then.
const onTerminal = process.stderr.isTTY === true;
const EVERY_MS = onTerminal ? 1_000 : 15_000;

/** A failure whose message is already written for the person at the keyboard: no stack is shown. */
export class SetupFailure extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

export function seconds(sinceMs) {
  return `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`;
}

/** Shows that something is going on until the returned function is called. */
export function signsOfLife(latest) {
  const start = Date.now();
  const timer = setInterval(() => {
    const what = latest().slice(0, 90);
    const line = `    ${Math.round((Date.now() - start) / 1000)} s${what ? `  ${what}` : ''}`;
    process.stderr.write(onTerminal ? `\r\x1b[2K${line}` : `${line}\n`);
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    if (onTerminal) process.stderr.write('\r\x1b[2K');
  };
}
