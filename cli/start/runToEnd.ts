// Runs a program to its end; what it said last is the failure where it does not end well. What it is for, the caller says.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { StartFailure } from './startFailure';

const SHOWN_LINES = 15;

export interface ProgramToRun {
  /** Begins the sentence of a failure. */
  readonly failure: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Ends it. */
  readonly interrupted?: AbortSignal;
}

export async function runToEnd(program: ProgramToRun): Promise<void> {
  const { failure, command, args, env, cwd, interrupted } = program;
  try {
    await promisify(execFile)(command, args, {
      env,
      ...(cwd === undefined ? {} : { cwd }),
      ...(interrupted === undefined ? {} : { signal: interrupted }),
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    const said = `${stdout}${stderr}`.trim().split('\n').slice(-SHOWN_LINES).join('\n');
    throw new StartFailure(`${failure}:\n${said}`);
  }
}
