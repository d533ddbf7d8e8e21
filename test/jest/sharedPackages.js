// How a test file loads its modules: ours anew for each file, as jest does, so that no file finds what another has left in them;
// packages through Node's own `require`, once for all files of a process. Loading them was most of what the tests cost, and it
// takes ES modules, which jest's own loading needs a flag for.

const { createRequire } = require('node:module');
const { compileFunction, constants } = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const isOurs = (name) => name.startsWith('.') || name.startsWith('/');
/** Made by jest for each file. */
const OF_THE_FILE = '@jest/globals';

class SharedPackages extends Runtime {
  constructor(...parts) {
    super(...parts);
    const { executor } = this;
    // Where there is no realm of the file's own, jest itself compiles nothing.
    if (typeof executor?.compile !== 'function' || !Array.isArray(executor.injectedModuleParameters))
      throw new Error(
        'This version of jest-runtime compiles in another way: see test/jest/sharedPackages.js.',
      );
    executor.compile = (source, filename) =>
      compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  requireModuleOrMock(from, name) {
    if (isOurs(name) || name === OF_THE_FILE) return super.requireModuleOrMock(from, name);
    return createRequire(from)(name);
  }
}

// As jest takes it from its own package: `.default` of an ES module.
module.exports = { __esModule: true, default: SharedPackages };
