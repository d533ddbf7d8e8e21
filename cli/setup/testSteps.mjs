// The steps of `npm test`, from cheapest to dearest, and how the outcome of each is counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLONE, NODE_24 } from './runTool.mjs';

/** A step that hangs must not hang the whole: it is ended and counts as failed. */
const STEP_LIMIT_MS = 30 * 60_000;

const program = (path) => join(CLONE, 'node_modules', path);

/** Resolves with the exit code. Ctrl-C and its like go on to the child, and end us after it. */
function run(args, env) {
  const child = spawn(NODE_24, args, { cwd: CLONE, env: { ...process.env, ...env }, stdio: 'inherit' });
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
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      for (const each of signals) process.removeListener(each, passOn);
      done(code ?? 128 + constants.signals[signal]);
    });
  });
}

/** A check passes or fails as a whole. */
const check = (name, args) => ({
  name,
  run: async (env) => ((await run(args, env)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
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

function hasTests(project) {
  const folder = join(CLONE, 'test', project);
  return (
    existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.ts'))
  );
}

async function runJest(project, env) {
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-test-'));
  const report = join(folder, 'report.json');
  try {
    const args = [program('jest/bin/jest.js'), '--selectProjects', project, '--json', '--outputFile', report];
    const code = await run(args, env);
    return countJest(existsSync(report) && JSON.parse(readFileSync(report, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tests = (project, { name = project, env: own = {} } = {}) => ({
  name,
  selectedBy: project,
  without: () => (hasTests(project) ? undefined : `there are no tests in test/${project}`),
  run: (env) => runJest(project, { ...env, ...own }),
});

export const steps = [
  check('format', [program('prettier/bin/prettier.cjs'), '--check', '.']),
  check('lint', [program('eslint/bin/eslint.js'), '.', '--max-warnings', '0']),
  check('types', [program('typescript/bin/tsc'), '--noEmit']),
  check('unused', [program('knip/bin/knip.js')]),
  tests('unit'),
  tests('unit', { name: 'unit in another time zone', env: { TZ: 'Asia/Tokyo' } }),
  ...['architecture', 'replay', 'records', 'workflow', 'api', 'system'].map((project) => tests(project)),
];
