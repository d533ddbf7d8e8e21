// In which order jest runs the files of several projects: the projects from cheapest to dearest, so that what is plainly wrong
// shows early; within each the longest first, so that no worker waits for the last one. Mostly the largest files are.

const { statSync } = require('node:fs');
const { basename } = require('node:path');
const { projects } = require('../../jest.config.js');

const PROJECTS = projects.map(({ displayName }) => displayName);
/** Longer than their size says. */
const LONG = ['killing', 'keyRotation', 'npmStart', 'demo', 'temporalAway'];
const isLong = ({ path }) => LONG.includes(basename(path, '.test.ts'));
const rank = ({ context }) => PROJECTS.indexOf(context.config.displayName.name);

module.exports = class TestOrder {
  sort(tests) {
    const sized = tests.map((test) => ({ test, size: statSync(test.path).size }));
    return sized
      .sort((a, b) => rank(a.test) - rank(b.test) || isLong(b.test) - isLong(a.test) || b.size - a.size)
      .map(({ test }) => test);
  }

  /** How long each took is not remembered: a fresh clone and an old one go the same way. */
  cacheResults() {}
};
