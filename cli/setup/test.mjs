// `npm test`: sets up what is missing, then runs every step, or those that are named (`npm test -- unit api`),
// and ends with the count alone on the last line.
import { buildPrograms } from './buildPrograms.mjs';
import { prepare, runMain } from './prepare.mjs';
import { SetupFailure } from './report.mjs';
import { steps } from './testSteps.mjs';

function selected(names) {
  const known = [...new Set(steps.map(({ name, selectedBy = name }) => selectedBy))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new SetupFailure(`There is no step "${unknown.join('", "')}". The steps are: ${known.join(', ')}.`);
  return steps.filter(({ name, selectedBy = name }) => names.length === 0 || names.includes(selectedBy));
}

async function outcomeOf(step, env) {
  console.log(`\n=== ${step.name} (${new Date().toISOString().slice(11, 19)} UTC)`);
  const missing = step.without?.();
  if (missing) console.log(`left out: ${missing}`);
  const start = Date.now();
  const counted = missing ? { passed: 0, failed: 0 } : await step.run(env);
  const seconds = (Date.now() - start) / 1000;
  if (!missing)
    console.log(`=== ${step.name}: ${counted.failed === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name: step.name, skipped: 0, ...counted, seconds };
}

function table(outcomes) {
  const rows = outcomes.map(({ name, passed, failed, seconds }) => [
    name,
    passed,
    failed,
    seconds.toFixed(1),
  ]);
  return [['step', 'passed', 'failed', 'seconds'], ...rows]
    .map(([name, ...numbers]) => name.padEnd(28) + numbers.map((cell) => String(cell).padStart(9)).join(''))
    .join('\n');
}

await runMain(async () => {
  const wanted = selected(process.argv.slice(2));
  const warnings = '--experimental-vm-modules --disable-warning=ExperimentalWarning';
  // The system tests on what is deployed, instead of the development server and the sources.
  const onStack = process.env.SYSTEM_ON === 'stack';
  const prepared = await prepare({ temporalServer: true, testServer: true, productionServer: onStack });
  if (onStack) await buildPrograms();
  const env = {
    ...prepared,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${warnings}`.trim(),
    TZ: process.env.TZ ?? 'UTC',
  };
  const outcomes = [];
  for (const step of wanted) outcomes.push(await outcomeOf(step, env));
  const sum = (what) => outcomes.reduce((total, outcome) => total + outcome[what], 0);
  const skipped = sum('skipped');
  console.log(`\n${table(outcomes)}\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') > 0 ? 1 : 0;
});
