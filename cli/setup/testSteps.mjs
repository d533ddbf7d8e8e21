// The steps of `npm test`, from cheapest to dearest, and how the outcome of each is counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import config from '../../jest.config.js';
import { CLONE, NODE_24, RUN_SOURCES } from './runTool.mjs';

/** A step that hangs must not hang the whole: it is ended and counts as failed. */
const STEP_LIMIT_MS = 60 * 60_000;

/** Built for the tests alone: a stack may be running from `dist`. */
export const PROGRAMS = join(CLONE, '.data', 'programs-under-test');

/** What Node has compiled of them, and of whatever else is started from here. */
export const COMPILED = join(CLONE, 'node_modules', '.cache', 'compiled');

const program = (path) => join(CLONE, 'node_modules', path);

/**
 * Resolves with the exit code and, where it is `quiet`, with all that it said. Ctrl-C and its like go on to the child, and end
 * us after it.
 */
function run(args, env, { quiet = false } = {}) {
  const child = spawn(NODE_24, args, {
    cwd: CLONE,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const limit = setTimeout(() => {
    console.log(`ended, because it took longer than ${STEP_LIMIT_MS / 60_000} minutes`);
    child.kill('SIGKILL');
  }, STEP_LIMIT_MS);
  const passOn = (signal) => {
    child.kill(signal);
    child.once('exit', () => process.exit(128 + constants.signals[signal]));
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((done, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(limit);
      for (const each of signals) process.removeListener(each, passOn);
      done({ code: code ?? 128 + constants.signals[signal], said });
    });
  });
}

/** A check passes or fails as a whole. What it says is shown when it has ended: another runs beside it. */
const check = (name, args, { selectedBy = name } = {}) => ({
  name,
  selectedBy,
  run: async (env) => {
    const { code, said } = await run(args, env, { quiet: true });
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, said };
  },
});

/**
 * A file that could not be loaded, and a jest that failed without saying where, count as one failure each.
 * @public to a test, which runs it in a process of its own.
 */
export function countJest(report, code) {
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What the report says of each project, and how long its files took together. */
function partsOf({ testResults }) {
  const projectOf = ({ name }) => relative(join(CLONE, 'test'), name).split(sep)[0];
  return projects.flatMap((name) => {
    const files = testResults.filter((file) => projectOf(file) === name);
    if (files.length === 0) return [];
    const tests = files.flatMap(({ assertionResults }) => assertionResults);
    const count = (status) => tests.filter((test) => test.status === status).length;
    return {
      name,
      passed: count('passed'),
      failed: count('failed'),
      seconds: files.reduce((sum, { startTime, endTime }) => sum + (endTime - startTime) / 1000, 0),
    };
  });
}

async function runJest(projects, env, pattern) {
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-test-'));
  const file = join(folder, 'report.json');
  try {
    const args = [
      program('jest/bin/jest.js'),
      '--selectProjects',
      ...projects,
      ...(pattern === undefined ? [] : ['--testPathPatterns', pattern]),
      '--json',
      '--outputFile',
      file,
    ];
    const { code } = await run(args, env);
    const report = existsSync(file) && JSON.parse(readFileSync(file, 'utf8'));
    return { ...countJest(report, code), parts: report ? partsOf(report) : [] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two of them run side by side, the longest first. */
export const checks = [
  check('lint', [program('oxlint/bin/oxlint'), '--report-unused-disable-directives-severity=error']),
  // Several checkers at once would each work out the same types: here there is no processor left for them.
  check('types', [program('typescript/bin/tsc'), '--noEmit', '--singleThreaded']),
  // Whether its types are right, the step of that name says.
  check('build', [...RUN_SOURCES, join(CLONE, 'cli/build/main.ts'), '--folder', PROGRAMS, '--no-check'], {
    selectedBy: 'system',
  }),
  check('unused', [program('knip/bin/knip.js')]),
  check('format', [program('oxfmt/bin/oxfmt'), '--check']),
];

/** One run of jest for all of them keeps both processors busy to the end. */
export const projects = config.projects.map(({ displayName }) => displayName);

/** Answers what is to be run, and how; nothing of projects that were not asked for. */
export const testsOf = (wanted, pattern) =>
  wanted.length === 0 ? [] : [{ name: 'tests', run: (env) => runJest(wanted, env, pattern) }];
