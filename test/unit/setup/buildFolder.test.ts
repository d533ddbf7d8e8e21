// The build takes the place of an earlier build, and of nothing else: a folder named by mistake was deleted otherwise.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { requireBuildFolder } from '../../../cli/build/buildFolder';
import { BUNDLE_FILE } from '../../../worker/workflowBundle';

describe('requireBuildFolder', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'build-folder-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  const folderWith = (...files: string[]): string => {
    const folder = join(parent, 'there');
    mkdirSync(folder);
    for (const file of files) writeFileSync(join(folder, file), '');
    return folder;
  };

  it('takes a folder that is not there, an empty one and an earlier build', () => {
    expect(() => requireBuildFolder(join(parent, 'new'))).not.toThrow();
    const folder = folderWith();
    expect(() => requireBuildFolder(folder)).not.toThrow();
    mkdirSync(dirname(join(folder, BUNDLE_FILE)), { recursive: true });
    writeFileSync(join(folder, BUNDLE_FILE), '');
    writeFileSync(join(folder, 'anything.js'), '');
    expect(() => requireBuildFolder(folder)).not.toThrow();
  });

  it("refuses anybody else's folder, and a file, and says so", () => {
    const folder = folderWith('letter.txt');
    expect(() => requireBuildFolder(folder)).toThrow(/is no earlier build.*Nothing was changed.*--folder/s);
    expect(() => requireBuildFolder(join(folder, 'letter.txt'))).toThrow(/is no earlier build/);
  });
});
