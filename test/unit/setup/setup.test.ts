// The set-up's cache and lock, run as the set-up runs them: plain modules in processes of their own.
import { describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { freshFolder } from '../../freshFolder';

const SETUP = resolve(__dirname, '../../../cli/setup');

async function run(script: string, env: NodeJS.ProcessEnv = {}): Promise<{ out: string; said: string }> {
  const args = ['--input-type=module', '-e', script.replaceAll('SETUP', SETUP)];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  return { out: stdout.trim(), said: stderr };
}

const newFolder = (): string => freshFolder('setup');

/** A server with two names and two ways to get it, of which the first way never works. */
const FIND = `
  import { findProgram } from 'SETUP/findProgram.mjs';
  import { writeFileSync } from 'node:fs';
  const ways = [
    { title: 'by post', duration: 'a day', version: '1', program: 'p', make: () => { throw new Error('no stamp') } },
    { title: 'by hand', duration: 'a moment', version: '2', program: 'p', make: (folder) => {
      if (process.env.NO_HANDS) throw new Error('no hands');
      writeFileSync(folder + '/p', 'the program');
    } },
  ];
  const fault = (program) => program.endsWith('unfit') ? 'it is unfit' : undefined;
  const onPath = ['toy-unfit', 'other-toy'];
  const server = { name: 'toy', title: 'toy server', variable: 'TOY', onPath, fault, ways, remedy: 'buy stamps.' };
  console.log(await findProgram(server).catch((error) => error.message));
`;

describe('finding a server', () => {
  it('tries each way, keeps what it made, and has it at once later', async () => {
    const cache = newFolder();
    const first = await run(FIND, { RAPID_REVIEW_CACHE: cache });
    expect(first.out).toBe(join(cache, 'toy', '2', 'p'));
    expect(first.said).toMatch(/by post \(a day\)\n.*no stamp\n.*by hand \(a moment\)\n {2}done in/);
    expect(await run(FIND, { RAPID_REVIEW_CACHE: cache })).toEqual({ out: first.out, said: '' });
  });

  it('says a damaged one and makes it anew', async () => {
    const cache = newFolder();
    const { out: program } = await run(FIND, { RAPID_REVIEW_CACHE: cache });
    writeFileSync(program, 'the pogrom');
    const { said } = await run(FIND, { RAPID_REVIEW_CACHE: cache });
    expect(said).toContain(`The cached toy server is damaged: ${program} is not what was put there.`);
    expect(readFileSync(program, 'utf8')).toBe('the program');
  });

  it('names every way that failed, why, and what to do', async () => {
    const { out } = await run(FIND, { RAPID_REVIEW_CACHE: newFolder(), NO_HANDS: '1' });
    expect(out).toContain('* by post: no stamp');
    expect(out).toContain('* by hand: no hands');
    expect(out).toContain('What to do: buy stamps.');
  });

  it('takes the first that is installed and fit', async () => {
    const PATH = newFolder();
    for (const name of ['toy-unfit', 'other-toy']) writeFileSync(join(PATH, name), '', { mode: 0o755 });
    const { out, said } = await run(FIND, { RAPID_REVIEW_CACHE: newFolder(), PATH });
    expect([out, said]).toEqual([join(PATH, 'other-toy'), '']);
  });

  it('believes the user, or says what is wrong with what the user named', async () => {
    expect((await run(FIND, { TOY: '/my/own' })).out).toBe('/my/own');
    expect((await run(FIND, { TOY: '/my/unfit' })).out).toContain('TOY names /my/unfit, but it is unfit');
  });

  it('refuses a cache that others can write', async () => {
    const refused = run(FIND, { RAPID_REVIEW_CACHE: '/tmp' });
    expect((await refused).out).toContain('can be written by, another account');
  });
});

describe('finding the browser', () => {
  it.each([
    ['/nowhere/chromium', 'it does not exist'],
    ['/bin/false', 'it does not run'],
  ])('starts what the user named, and says what is wrong with %s', async (CHROMIUM, wrong) => {
    const { out } = await run(
      `import { findBrowser } from 'SETUP/browser.mjs';
       console.log(await findBrowser().catch((error) => error.message));`,
      { CHROMIUM },
    );
    expect(out).toContain(`CHROMIUM names ${CHROMIUM}, but ${wrong}`);
  });
});

describe('the lock of a set-up', () => {
  /** Reads a number, waits, and writes the next: two at once would lose one. */
  const COUNT = `
    import { withLock } from 'SETUP/lock.mjs';
    import { readFileSync, writeFileSync } from 'node:fs';
    const { FOLDER } = process.env;
    await withLock(FOLDER + '/lock', async () => {
      const count = Number(readFileSync(FOLDER + '/count', 'utf8'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      writeFileSync(FOLDER + '/count', String(count + 1));
    });
  `;

  it('lets one in at a time, even when all find the lock of a dead one', async () => {
    const FOLDER = newFolder();
    writeFileSync(join(FOLDER, 'count'), '0');
    writeFileSync(
      join(FOLDER, 'lock'),
      JSON.stringify({
        pid: 999_999_999,
        host: (await run('import os from "node:os"; console.log(os.hostname())')).out,
      }),
    );
    await Promise.all([1, 2, 3, 4].map(() => run(COUNT, { FOLDER })));
    expect(readFileSync(join(FOLDER, 'count'), 'utf8')).toBe('4');
  });
});

describe('counting a test run', () => {
  it.each([
    ['all well', { numPassedTests: 3 }, 0, { passed: 3, failed: 0 }],
    ['a file that does not load', { numRuntimeErrorTestSuites: 1 }, 1, { passed: 0, failed: 1 }],
    ['a failure that no test shows', { numPassedTests: 3 }, 1, { passed: 3, failed: 1 }],
    ['no report at all', undefined, 1, { passed: 0, failed: 1 }],
  ])('%s', async (_what, report, code, expected) => {
    const none = {
      numPassedTests: 0,
      numFailedTests: 0,
      numRuntimeErrorTestSuites: 0,
      numPendingTests: 0,
      numTodoTests: 0,
    };
    const given = report && { ...none, ...report };
    const { out } = await run(`
      import { countJest } from 'SETUP/testSteps.mjs';
      console.log(JSON.stringify(countJest(${JSON.stringify(given)}, ${code})));
    `);
    expect(JSON.parse(out)).toEqual({ ...expected, skipped: 0 });
  });
});
