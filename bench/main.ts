// `npm run bench -- <command>`: which figures and comparisons there are, and what each is asked with. What is measured and compared
// is decided in the folders beside this file, each loaded once it is asked for: their servers take seconds.

import { createRequire } from 'node:module';
import { Command } from 'commander';
import type * as Agreement from './agreement';
import type * as ComparisonLibraries from './comparisonLibraries';
import type * as Deadlines from './deadlines/figures';
import type * as DeadlinesReport from './deadlines/report';
import type * as OutsideClient from './outsideClient';
import type * as Performance from './performance/figures';
import type * as PerformanceReport from './performance/report';
import type * as PerformancePage from './performance/writePage';
import type * as Recompute from './recompute/figures';
import type * as RecomputeReport from './recompute/report';
import type * as Verify from './verify/figures';

const load = createRequire(__filename);

// Where the clocks never change the libraries have least to do, and every machine measures the same.
process.env['TZ'] = 'UTC';

const program = new Command('bench').description('Figures, and comparison with what others answer');

program
  .command('deadlines')
  .description('how long it takes to count working days, beside other libraries')
  .option('--json', 'for programs')
  .action(async ({ json }: { readonly json?: true }) => {
    const { ensureLibraries } = load('./comparisonLibraries') as typeof ComparisonLibraries;
    const { deadlineFigures } = load('./deadlines/figures') as typeof Deadlines;
    const { report } = load('./deadlines/report') as typeof DeadlinesReport;
    ensureLibraries();
    const result = await deadlineFigures();
    console.log(json === true ? JSON.stringify(result) : report(result));
    const met = result.figures.every(({ met }) => met) && result.vector.different.length === 0;
    process.exitCode = met ? 0 : 1;
  });

program
  .command('recompute')
  .description('previewing a change of the bank holidays over 100,000 cases, and how fast cases follow')
  .option('--json', 'for programs')
  .action(async ({ json }: { readonly json?: true }) => {
    const { recomputeFigures } = load('./recompute/figures') as typeof Recompute;
    const { report, wanted } = load('./recompute/report') as typeof RecomputeReport;
    const result = await recomputeFigures();
    console.log(json === true ? JSON.stringify(result) : report(result));
    process.exitCode = wanted(result).every(({ met }) => met) ? 0 : 1;
  });

program
  .command('performance')
  .description('the whole deployment beside a bare workflow: rates, histories, heap, recovery, reads')
  .option('--json', 'for programs')
  .option('--write', 'renews docs/performance.md and its chart')
  .action(async ({ json, write }: { readonly json?: true; readonly write?: true }) => {
    const { performanceFigures } = load('./performance/figures') as typeof Performance;
    const { allMet, report } = load('./performance/report') as typeof PerformanceReport;
    const { writePage } = load('./performance/writePage') as typeof PerformancePage;
    const result = await performanceFigures();
    if (write === true) await writePage(result);
    console.log(json === true ? JSON.stringify(result) : report(result));
    process.exitCode = allMet(result) ? 0 : 1;
  });

program
  .command('verify')
  .description('checking the hash chains of a million events')
  .option('--json', 'for programs')
  .action(async ({ json }: { readonly json?: true }) => {
    const { asAsked, reportOfVerify, verifyFigures } = load('./verify/figures') as typeof Verify;
    const result = await verifyFigures();
    console.log(json === true ? JSON.stringify(result) : reportOfVerify(result));
    process.exitCode = asAsked(result) ? 0 : 1;
  });

program
  .command('agreement')
  .description('our answers beside those of numpy and of the python package "holidays"')
  .action(() => {
    const { agreement } = load('./agreement') as typeof Agreement;
    process.exitCode = agreement();
  });

program
  .command('outside-client')
  .description('ask a running API whatever its description allows, with a client that is not ours')
  .requiredOption('--token <token>', 'a token of the role coordinator')
  .option('--url <url>', 'where the API answers', 'http://127.0.0.1:3000')
  .option('--seconds <n>', 'for how long', Number, 600)
  .option('--seed <n>', 'to ask the same again')
  .action((options: OutsideClient.OutsideClient) => {
    const { outsideClient } = load('./outsideClient') as typeof OutsideClient;
    process.exitCode = outsideClient(options);
  });

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
