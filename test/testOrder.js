// In which order jest runs the files of several projects: the projects from cheapest to dearest, so that what is plainly wrong
// shows early; within each the largest files first, which are mostly the longest, so that no worker waits for the last one.

const { statSync } = require('node:fs');

const PROJECTS = ['unit', 'architecture', 'replay', 'records', 'workflow', 'api', 'system'];
const rank = ({ context }) => PROJECTS.indexOf(context.config.displayName.name);

module.exports = class TestOrder {
  sort(tests) {
    const sized = tests.map((test) => ({ test, size: statSync(test.path).size }));
    return sized.sort((a, b) => rank(a.test) - rank(b.test) || b.size - a.size).map(({ test }) => test);
  }

  /** How long each took is not remembered: a fresh clone and an old one go the same way. */
  cacheResults() {}
};
