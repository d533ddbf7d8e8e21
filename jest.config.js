// One Jest project per kind of test, so that `npm test` can run them from cheapest to dearest.
const kind = (name, extra = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/jest/oneRealm.js',
  runtime: '<rootDir>/test/jest/sharedPackages.js',
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  // Copies of the project that mutation testing makes.
  modulePathIgnorePatterns: ['<rootDir>/.data/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'commonjs' } },
    ],
  },
  ...extra,
});

/** @type {import('jest').Config} */
module.exports = {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/jest/testOrder.js',
  // From cheapest to dearest, as they are run.
  projects: [
    kind('unit'),
    kind('architecture'),
    kind('replay'),
    kind('records'),
    kind('workflow'),
    kind('api'),
    kind('system'),
  ],
};
