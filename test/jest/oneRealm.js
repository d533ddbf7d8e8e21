// Where a test file runs: in the realm of Node itself, as the programs do, instead of one made for it alone. So an error that a
// package throws is an Error here as there, and packages can be loaded once for all files (sharedPackages.js).
//
// What a file changes of the process outlives it, except what is put back here: environment variables, faked timers, and what jest
// itself keeps on the global object for one file, its time limit and its handlers of events among it.

const { TestEnvironment } = require('jest-environment-node');

/** Under which symbols jest-circus keeps what belongs to one file; it does not export them. */
const OF_ONE_FILE =
  /^(?:JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_.*|WAIT_BEFORE_RETRY|LOG_ERRORS_BEFORE_RETRY)$/;

module.exports = class OneRealm extends TestEnvironment {
  #variables = { ...process.env };
  // jest puts its own in their place, for each file over that of the file before.
  #exit = process.exit;
  #console = console;

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
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (OF_ONE_FILE.test(symbol.description)) delete globalThis[symbol];
    process.exit = this.#exit;
    globalThis.console = this.#console;
  }
};
