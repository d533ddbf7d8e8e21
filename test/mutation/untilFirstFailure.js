// Runs test files one after the other and leaves out the rest once one has failed: a mutant is noticed by then. Jest's own
// bail would end the process, which the mutation runner keeps for the next mutant.
const { default: TestRunner } = require('jest-runner');

module.exports = class UntilFirstFailure extends TestRunner {
  async runTests(tests, watcher, options) {
    let failed = false;
    const stop = [
      this.on('test-file-success', ([, { numFailingTests, testExecError }]) => {
        failed ||= numFailingTests > 0 || testExecError !== undefined;
      }),
      this.on('test-file-failure', () => {
        failed = true;
      }),
    ];
    for (const test of tests) {
      if (failed) break;
      await super.runTests([test], watcher, { ...options, serial: true });
    }
    for (const each of stop) each();
  }
};
