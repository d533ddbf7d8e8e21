// Where a test file runs: in the realm of Node itself, as the programs do, instead of one made for it alone. So an error that a
// package throws is an Error here as there, and packages can be loaded once for all files (sharedPackages.js).
//
// What a file changes of the process outlives it, except what is put back here: faked timers, and the environment variables.

const { TestEnvironment } = require('jest-environment-node');

module.exports = class OneRealm extends TestEnvironment {
  #variables = { ...process.env };

  constructor(config, context) {
    super(config, context);
    const { moduleMocker, fakeTimersModern } = this;
    this.global = globalThis;
    this.moduleMocker = new moduleMocker.constructor(globalThis);
    this.fakeTimersModern = new fakeTimersModern.constructor({
      config: config.projectConfig,
      global: globalThis,
    });
  }

  /** None of its own, so nothing is compiled into one. */
  getVmContext() {
    return null;
  }

  async teardown() {
    await super.teardown();
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name];
    Object.assign(process.env, this.#variables);
  }
};
