// `npm test`: sets up what is missing, then runs every check and every project of tests, or those that are named (`npm test --
// unit api`), and ends with the count alone on the last line.
import { prepare, runMain } from './prepare.mjs';
import { SetupFailure } from './report.mjs';
import { checks, COMPILED, PROGRAMS, projects, testsOf } from './testSteps.mjs';

/** Neither London's nor that of servers: a date that is counted in the zone of the machine comes out as another one. */
const TIME_ZONE = 'Asia/Tokyo';

function selected(names, pattern) {
  const known = [...new Set([...checks.map(({ selectedBy }) => selectedBy), ...projects])];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetupFailure(`There is no step "${unknown.join('", "')}". The steps are: ${known.join(', ')}.`);
  const isWanted = (name) => names.length === 0 || names.includes(name);
  return {
    checks: checks.filter(({ selectedBy }) => isWanted(selectedBy)),
    tests: testsOf(projects.filter(isWanted), pattern),
    browser: isWanted('system'),
  };
}

const clock = () => new Date().toISOString().slice(11, 19);

async function outcomeOf(step, env) {
  console.log(`\n=== ${step.name} begins (${clock()} UTC)`);
  const start = Date.now();
  const { said = '', ...counted } = await step.run(env);
  const seconds = (Date.now() - start) / 1000;
  const verdict = counted.failed === 0 ? 'ok' : 'FAILED';
  console.log(`${said}=== ${step.name}: ${verdict} in ${seconds.toFixed(1)} s`);
  return { name: step.name, skipped: 0, parts: [], ...counted, seconds };
}

/** In their order, so many at a time; answers the outcomes in the same order. */
async function inLanes(many, steps, env) {
  const outcomes = new Map();
  const left = [...steps];
  const lane = async () => {
    for (let step = left.shift(); step; step = left.shift()) outcomes.set(step, await outcomeOf(step, env));
  };
  await Promise.all(Array.from({ length: many }, lane));
  return steps.map((step) => outcomes.get(step));
}

/** Of the projects in one run it says how long their files took together, two at a time. */
function table(outcomes) {
  const row = ({ name, passed, failed, seconds }) => [name, passed, failed, seconds.toFixed(1)];
  const rows = outcomes.flatMap((outcome) => [
    row(outcome),
    ...(outcome.parts.length > 1
      ? outcome.parts.map((part) => row({ ...part, name: `  ${part.name}` }))
      : []),
  ]);
  return [['step', 'passed', 'failed', 'seconds'], ...rows]
    .map(([name, ...numbers]) => name.padEnd(28) + numbers.map((cell) => String(cell).padStart(9)).join(''))
    .join('\n');
}

/** `--only <pattern>` runs the files alone whose path it is in. */
function asked([...args]) {
  const at = args.indexOf('--only');
  if (at === -1) return { names: args };
  const [, pattern] = args.splice(at, 2);
  if (pattern === undefined) throw new SetupFailure('--only needs a part of the path of the files to run.');
  return { names: args, pattern };
}

await runMain(async () => {
  const { names, pattern } = asked(process.argv.slice(2));
  const wanted = selected(names, pattern);
  const warnings = '--disable-warning=ExperimentalWarning';
  // The system tests on the server as it is deployed, instead of the development server.
  const onStack = process.env.SYSTEM_ON === 'stack';
  const prepared = await prepare({
    temporalServer: true,
    testServer: true,
    productionServer: onStack,
    browser: wanted.browser,
  });
  const env = {
    ...prepared,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${warnings}`.trim(),
    TZ: process.env.TZ ?? TIME_ZONE,
    // The programs under test are started many times over.
    NODE_COMPILE_CACHE: COMPILED,
  };
  const outcomes = await inLanes(2, wanted.checks, env);
  const built = outcomes.some(({ name, failed }) => name === 'build' && failed === 0);
  const testEnv = built ? { ...env, SYSTEM_PROGRAMS: PROGRAMS } : env;
  outcomes.push(...(await inLanes(1, wanted.tests, testEnv)));
  const sum = (what) => outcomes.reduce((total, outcome) => total + outcome[what], 0);
  const skipped = sum('skipped');
  console.log(`\n${table(outcomes)}\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') > 0 ? 1 : 0;
});
