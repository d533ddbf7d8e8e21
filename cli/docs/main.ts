// `npm run docs` writes the pages that are generated from code, and the generated sections of pages that are written by
// hand; with --check it only says which are stale. What each says is decided by the module that knows it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { problemsPage } from '../../api/problems/problemsPage';
import { configurationPage, environmentExample } from '../../platform/settings/configurationPage';
import { licencesPage } from '../packages/licences';
import { databaseSection, dossierSection } from './dataProtection/database';
import { mailsSection } from './dataProtection/mails';
import { readersSection } from './dataProtection/readers';
import { logsSection, settingsSection, temporalSection, timesSection } from './dataProtection/surroundings';
import { foldersSection } from './foldersSection';
import { formatted } from './markdown';
import { rulesTable } from './rulesTable';
import { withSections, type Sections } from './sections';
import { statesSection } from './states/statesSection';

const PROJECT = resolve(__dirname, '../..');

const pages: Readonly<Record<string, () => string>> = {
  'docs/configuration.md': configurationPage,
  '.env.example': environmentExample,
  'docs/licences.md': licencesPage,
  'docs/problems.md': problemsPage,
  'docs/rules-and-tests.md': rulesTable,
};

/** In pages that are otherwise written by hand. */
const sections: Readonly<Record<string, Sections>> = {
  'docs/architecture.md': { states: statesSection, folders: foldersSection },
  'docs/data-protection.md': {
    times: timesSection,
    dossier: dossierSection,
    readers: readersSection,
    database: databaseSection,
    temporal: temporalSection,
    mails: mailsSection,
    logs: logsSection,
    settings: settingsSection,
  },
};

const present = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');

const generated: Readonly<Record<string, () => string>> = {
  ...pages,
  ...Object.fromEntries(
    Object.entries(sections).map(([name, parts]) => [name, () => withSections(present(name), parts)]),
  ),
};

async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  for (const [name, render] of Object.entries(generated)) {
    const path = join(PROJECT, name);
    const wanted = name.endsWith('.md') ? await formatted(name, render()) : render();
    if (existsSync(path) && readFileSync(path, 'utf8') === wanted) continue;
    if (check) {
      console.error(`${relative(PROJECT, path)} is stale: run "npm run docs" and commit what it writes.`);
      process.exitCode = 1;
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, wanted);
      console.log(`wrote ${relative(PROJECT, path)}`);
    }
  }
}

void main();
