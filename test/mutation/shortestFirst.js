// Short test files first: most mutants are noticed by the first few.
const { statSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

module.exports = class ShortestFirst extends Sequencer {
  sort(tests) {
    const size = ({ path }) => statSync(path).size;
    return [...tests].sort((a, b) => size(a) - size(b));
  }
};
