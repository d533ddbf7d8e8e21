// The stream of lines, and the command itself as people run it: an answer a line, in order, whatever one of them holds; and
// what it says of itself.

import { describe, expect, it, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { answerer } from '../../../cli/workingDays/answer';
import { EXAMPLES } from '../../../cli/workingDays/command';
import { LONGEST_LINE, linesIn } from '../../../cli/workingDays/lines';
import { RUN_SOURCES } from '../../../cli/start/ownSources';
import { officialCalendar } from '../calendars';

const collect = async (chunks: readonly string[]): Promise<(string | undefined)[]> => {
  const found: (string | undefined)[] = [];
  async function* given(): AsyncGenerator<string, void> {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  for await (const lines of linesIn(given())) found.push(...lines);
  return found;
};

describe('the lines of a stream', () => {
  test.each([
    ['', []],
    ['a', ['a']],
    ['a\n', ['a']],
    ['a\n\nb\n', ['a', '', 'b']],
    ['\n', ['']],
  ])('%j', async (text, lines) => {
    expect(await collect([text])).toEqual(lines);
    // However it is cut into pieces.
    expect(await collect(Array.from(text))).toEqual(lines);
  });

  it('gives nothing in place of a line that is too long, and the lines around it', async () => {
    const whole = 'x'.repeat(LONGEST_LINE);
    expect(await collect(['a\n', whole, '\n', whole, 'x', 'x\nb', '\nc'])).toEqual([
      'a',
      whole,
      undefined,
      'b',
      'c',
    ]);
    expect(await collect([`${whole}x`])).toEqual([undefined]);
  });
});

test('the command answers each line on its own line, errors included, and goes on', () => {
  const root = resolve(__dirname, '../../..');
  const asked = [
    '{"op":"add","start":"2026-03-30","days":5}',
    'nonsense',
    '',
    `{"op":"is","date":"${'9'.repeat(2 * LONGEST_LINE)}"}`,
    '{"op":"count","from":"2026-03-30","to":"2026-04-08"}',
  ];
  const ran = spawnSync(process.execPath, [...RUN_SOURCES, 'cli/workingDays/main.ts'], {
    cwd: root,
    input: asked.join('\n'),
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
    timeout: 60_000,
  });
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(0);
  const lines = ran.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { error?: { code: string } });
  expect(lines.map((line) => line.error?.code ?? line)).toEqual([
    { date: '2026-04-08' },
    'NotJson',
    'NotJson',
    'LineTooLong',
    { days: 5 },
  ]);
}, 90_000);

test('a reader that has heard enough (`| head`) is no fault: the command ends in peace', async () => {
  const root = resolve(__dirname, '../../..');
  const command = spawn(process.execPath, [...RUN_SOURCES, 'cli/workingDays/main.ts'], {
    cwd: root,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let complaint = '';
  command.stderr.on('data', (data) => (complaint += String(data)));
  command.stdin.on('error', () => undefined);
  command.stdin.write('{"op":"is","date":"2026-03-30"}\n'.repeat(20_000));
  command.stdout.once('data', () => command.stdout.destroy());
  const [code] = (await once(command, 'close')) as [number | null];
  expect([code, complaint]).toEqual([0, '']);
});

describe('the command line', () => {
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [...RUN_SOURCES, 'cli/workingDays/main.ts', ...args], {
      cwd: resolve(__dirname, '../../..'),
      input: '',
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
      timeout: 60_000,
    });

  it('helps, with a question of each operation and how a wrong line ends', () => {
    const { stdout, status } = run('--help');
    expect(status).toBe(0);
    for (const { question } of Object.values(EXAMPLES)) expect(stdout).toContain(`  ${question}\n`);
    expect(stdout).toContain('ends with 0 all the same');
  }, 90_000);

  it.each([
    [['--foo'], "unknown option '--foo'"],
    [['2026-03-30'], 'too many arguments'],
  ])('refuses %j, and says where to look', (args, wrong) => {
    const { stdout, stderr, status } = run(...args);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain(wrong);
    expect(stderr).toContain('Nothing was changed. --help says what can be asked for.');
  });
});

test.each(Object.entries(EXAMPLES))(
  'the example of %s is of that operation, and is answered',
  (op, { question }) => {
    expect(JSON.parse(question)).toMatchObject({ op });
    expect(answerer(officialCalendar)(question)).not.toContain('error');
  },
);
