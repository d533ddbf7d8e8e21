// Which folder may import which, and which packages: the one table that dependency-cruiser, its test and
// docs/architecture.md read. It checks nothing itself.

const FOLDERS = [
  'domain',
  'contracts',
  'workflows',
  'activities',
  'records',
  'platform',
  'api',
  'worker',
  'cli',
  'test',
  'bench',
];

/** The project's own folders that each folder may import, besides itself. What is not here may import any. */
const MAY_IMPORT = {
  domain: [],
  contracts: ['domain'],
  workflows: ['domain', 'contracts'],
  activities: ['domain', 'contracts', 'records', 'platform'],
  records: ['domain', 'platform'],
  platform: ['domain'],
  api: ['domain', 'contracts', 'records', 'platform'],
  worker: ['domain', 'contracts', 'workflows', 'activities', 'records', 'platform'],
  cli: FOLDERS.filter((folder) => !['cli', 'test', 'bench'].includes(folder)),
  test: FOLDERS.filter((folder) => !['test', 'bench'].includes(folder)),
};

/** The packages that a folder may import, where it may not import any; Node's own modules are packages here. */
const PACKAGES = {
  domain: [],
  contracts: ['@temporalio/common', '@temporalio/workflow'],
  workflows: ['@temporalio/common', '@temporalio/workflow'],
};

module.exports = { FOLDERS, MAY_IMPORT, PACKAGES };
