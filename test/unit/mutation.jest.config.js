// The unit tests that hold the calendar and the timetable, for mutation testing alone.
const { projects } = require('../../jest.config.js');

const { displayName: _, testMatch: __, ...unit } = projects[0];
module.exports = {
  ...unit,
  testMatch: ['calendar', 'timetable', 'workingDays', 'holidayLedger', 'policy'].map(
    (folder) => `<rootDir>/test/unit/${folder}/**/*.test.ts`,
  ),
  testPathIgnorePatterns: ['secondImplementation'],
};
