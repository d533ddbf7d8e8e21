// The import graph as dependency-cruiser sees it, through its command line: it is an ES module and runs in a
// process of its own. Says which rules of .dependency-cruiser.cjs are broken, and how much it looked at.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');
export const CONFIG = join(ROOT, '.dependency-cruiser.cjs');
const PROGRAM = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Every folder that holds TypeScript of ours. */
const { FOLDERS } = createRequire(__filename)(join(ROOT, 'importRules.cjs')) as {
  readonly FOLDERS: readonly string[];
};

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

export interface Cruise {
  readonly modules: readonly string[];
  /** `rule: importer -> imported`. */
  readonly violations: readonly string[];
}

/** Cruises the folders of `root` that exist. It ends with the number of violations, which is not a failure here. */
export const cruise = (root: string): Promise<Cruise> =>
  new Promise((done, reject) => {
    const folders = FOLDERS.filter((folder) => existsSync(join(root, folder)));
    const args = [PROGRAM, '--config', CONFIG, '--output-type', 'json', ...folders];
    const env = { ...process.env, NODE_OPTIONS: '' };
    const options = { cwd: root, env, maxBuffer: 256 * 1024 * 1024 };
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      if (stdout === '') {
        reject(new Error(`dependency-cruiser said nothing: ${stderr}`, { cause: error }));
        return;
      }
      const { modules, summary } = JSON.parse(stdout) as {
        modules: readonly { readonly source: string }[];
        summary: { readonly violations: readonly Violation[] };
      };
      done({
        modules: modules.map(({ source }) => source),
        violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
      });
    });
  });
