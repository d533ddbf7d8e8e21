// Who imports whom, over the real graph with types: the table of docs/architecture.md, and a planted project by
// which every rule is seen to fail.

import { describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CONFIG, ROOT, cruise } from './cruise';
import { EXPECTED, PLANTED } from './planted';

const config = createRequire(__filename)(CONFIG) as {
  readonly forbidden: readonly { readonly name: string }[];
};

/** What a text takes from a package, by name. */
const takenFrom = (text: string, packageName: string): readonly string[] =>
  [...text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']+)'/g)]
    .filter(([, , from]) => from === packageName)
    .flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
    .filter((name) => name !== '');

describe('imports', () => {
  it('keep to the table, in every folder', async () => {
    const { modules, violations } = await cruise(ROOT);
    expect(violations).toEqual([]);
    // It really looked, types included.
    expect(modules).toEqual(
      expect.arrayContaining([
        'domain/rapidReview/decide.ts',
        'contracts/activities.ts',
        'workflows/entity.ts',
      ]),
    );
  }, 120_000);

  it('that break a rule are found, whichever rule it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapid-review-imports-'));
    try {
      for (const [path, text] of Object.entries(PLANTED)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const { violations } = await cruise(folder);
      expect(EXPECTED.filter((violation) => !violations.includes(violation))).toEqual([]);
      const broken = new Set(violations.map((violation) => violation.split(':')[0]));
      expect([...broken].sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);

  it('of contracts from @temporalio/workflow only define messages', () => {
    const texts = readdirSync(join(ROOT, 'contracts')).map((name) =>
      readFileSync(join(ROOT, 'contracts', name), 'utf8'),
    );
    const taken = texts.flatMap((text) => takenFrom(text, '@temporalio/workflow'));
    expect(taken).not.toEqual([]);
    // No query: it can run a case ahead of its history (docs/adr/0033).
    expect(taken.filter((name) => !['defineSignal', 'defineUpdate'].includes(name))).toEqual([]);
    expect(takenFrom(`import {\n  sleep,\n} from '@temporalio/workflow';`, '@temporalio/workflow')).toEqual([
      'sleep',
    ]);
  });

  it('find no file directly in platform', () => {
    const entries = readdirSync(join(ROOT, 'platform'), { withFileTypes: true });
    expect(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name)).toEqual([]);
  });
});
