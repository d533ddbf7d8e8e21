// The unit tests that hold the calendar and the timetable, for mutation testing alone: their own, and those of the case that hold what
// only a case shows. Left out: the million questions, and the two suites that start a command of their own, where no mutant is
// switched on.
const { projects } = require('../../jest.config.js');

process.env.SHARE_OF_RUNS ??= '0.066';

// Without the runtime of the others: the mutation runner needs a realm of its own to switch a mutant on in.
const [{ displayName: _, testMatch: __, runtime: ___, ...unit }] = projects;
module.exports = {
  ...unit,
  testEnvironment: 'node',
  testMatch: [
    ...['calendar', 'timetable', 'workingDays', 'policy'].map((folder) => `${folder}/**/*`),
    ...['agreedDates', 'ending', 'explanations'].map((file) => `rapidReview/${file}`),
  ].map((path) => `<rootDir>/test/unit/${path}.test.ts`),
  testPathIgnorePatterns: ['secondImplementation', 'workingDays/command', 'whatIfCommand'],
  runner: '<rootDir>/test/mutation/untilFirstFailure.js',
  setupFiles: ['<rootDir>/test/mutation/noShrinking.js'],
  testSequencer: '<rootDir>/test/mutation/shortestFirst.js',
};
