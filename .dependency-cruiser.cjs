// Who may import whom: the table of importRules.cjs over the real import graph, types included.
// test/architecture/imports.test.ts runs this and shows that each rule can fail.

const { FOLDERS, MAY_IMPORT, PACKAGES } = require('./importRules.cjs');

const inside = (folders) => `^(${folders.join('|')})/`;
const packagePath = (names) => `(^|node_modules/)(${names.join('|')})($|/)`;

const folderRules = Object.entries(MAY_IMPORT).map(([folder, allowed]) => ({
  name: `${folder}-imports-its-own`,
  severity: 'error',
  comment: `${folder} may import ${[folder, ...allowed].join(', ')}.`,
  from: { path: inside([folder]) },
  to: { path: inside(FOLDERS), pathNot: inside([folder, ...allowed]) },
}));

const packageRules = Object.entries(PACKAGES).map(([folder, allowed]) => ({
  name: `${folder}-stands-alone`,
  severity: 'error',
  comment: `${folder} may import ${allowed.length === 0 ? 'no package' : allowed.join(', ')}.`,
  from: { path: inside([folder]) },
  to: { pathNot: [inside(FOLDERS), ...(allowed.length === 0 ? [] : [packagePath(allowed)])] },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...folderRules,
    ...packageRules,
    {
      name: 'contracts-only-name',
      severity: 'error',
      comment: 'Contracts take types from the domain, and one value: the names of the commands.',
      from: { path: '^contracts/' },
      to: {
        path: '^domain/',
        pathNot: '^domain/rapidReview/commands\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-applies-no-rule',
      severity: 'error',
      comment: 'Adapters take types from the domain, and as values only its dates, its names and its words.',
      from: { path: '^platform/' },
      to: {
        path: '^domain/(rapidReview|timetable)/',
        pathNot: '^domain/(timetable/(explanation|obligationKey)|rapidReview/noticeKey)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'platform-in-folders',
      severity: 'error',
      comment: 'An adapter has a folder of its own.',
      from: {},
      to: { path: '^platform/[^/]+$' },
    },
    {
      name: 'workflows-use-one-package',
      severity: 'error',
      comment: 'Workflows run with @temporalio/workflow; @temporalio/common lends them types.',
      from: { path: '^workflows/' },
      to: { path: packagePath(['@temporalio/common']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-never-reaches-workflows',
      severity: 'error',
      comment: 'A write goes through an update by name, so that the API never carries workflow code.',
      from: { path: '^api/' },
      to: { path: '^workflows/', reachable: true },
    },
    {
      name: 'date-holidays-in-one-file',
      severity: 'error',
      comment: 'One file knows the library; everybody else has a snapshot.',
      from: { pathNot: '^platform/holidays/dateHolidays\\.ts$' },
      to: { path: packagePath(['date-holidays']) },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment: 'Two files that need each other are one idea, or three; types count.',
      from: { pathNot: inside(['test', 'bench']) },
      to: { circular: true },
    },
    {
      name: 'no-circle-between-tests',
      severity: 'error',
      comment: 'Tests may lend each other types; at run time they form no circle either.',
      from: { path: inside(['test', 'bench']) },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'An import that leads nowhere hides from every other rule.',
      from: { path: inside(FOLDERS) },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'types'],
    },
  },
};
