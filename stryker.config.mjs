// Mutation testing on demand (`npm run mutation`): what is left alive when a rule of the calendar or the timetable is
// broken. The million questions are left out: they would answer each mutant after ten seconds, and the rest suffices.
export default {
  testRunner: 'jest',
  mutate: ['domain/calendar/*.ts', 'domain/timetable/*.ts'],
  coverageAnalysis: 'perTest',
  // What runs once when a module is loaded would run every test for each mutant: an hour for tables of words.
  ignoreStatic: true,
  concurrency: 2,
  timeoutMS: 15_000,
  // Each mutant leaves what jest has loaded behind; after a few dozen the process only collects garbage, and times out falsely.
  maxTestRunnerReuse: 30,
  reporters: ['progress-append-only', 'clear-text', 'json'],
  jsonReporter: { fileName: '.data/mutation.json' },
  clearTextReporter: { logTests: false, allowColor: false },
  // Its own reader of one needs the JavaScript interface of TypeScript 6; nothing in ours leads out of the copies it makes.
  tsconfigFile: 'none.json',
  tempDirName: '.data/stryker',
  ignorePatterns: ['.data', 'bench', 'docs', 'node_modules/.cache'],
  testRunnerNodeArgs: ['--experimental-vm-modules'],
  thresholds: { high: 97, low: 95, break: 95 },
  jest: {
    projectType: 'custom',
    configFile: 'test/mutation/jest.config.js',
  },
};
