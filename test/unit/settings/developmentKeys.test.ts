// The keys of a developer's machine: made once, private, and usable as settings.
import { describe, expect, it } from '@jest/globals';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { developmentKeys } from '../../../platform/settings/developmentKeys';
import { parseKeys } from '../../../platform/settings/encryptionKeys';
import { freshFolder } from '../../freshFolder';

const mode = (path: string): number => statSync(path).mode & 0o777;

describe('development keys', () => {
  const folder = freshFolder('keys');
  const made = developmentKeys(folder);

  it('stay the same once made', () => {
    expect(developmentKeys(folder)).toEqual(made);
  });

  it('are two different keys of 32 bytes, marked as development', () => {
    const [codec] = parseKeys(made.CODEC_KEYS);
    const [master] = parseKeys(made.MASTER_KEYS);
    expect([codec?.bytes.length, master?.bytes.length]).toEqual([32, 32]);
    expect(codec?.bytes).not.toEqual(master?.bytes);
    expect([codec?.id, master?.id]).toEqual([
      expect.stringMatching(/^development-codec-/),
      expect.stringMatching(/^development-master-/),
    ]);
  });

  it('are readable by their owner only', () => {
    expect(mode(join(folder, 'keys'))).toBe(0o700);
    expect(mode(join(folder, 'keys', 'development.json'))).toBe(0o600);
  });
});
