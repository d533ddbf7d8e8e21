// The generated texts name every setting and give away no secret; that they are not stale, `npm run docs -- --check` says.
import { describe, expect, it } from '@jest/globals';
import { configurationPage, environmentExample } from '../../../platform/settings/configurationPage';
import { settingNames } from '../../../platform/settings/settingsTable';

describe('the configuration page', () => {
  it.each(settingNames)('has a row for %s, and .env.example an example', (name) => {
    expect(configurationPage()).toContain(`| \`${name}\` |`);
    expect(environmentExample()).toMatch(new RegExp(`^#${name}=`, 'm'));
  });

  it('gives no example key', () => {
    expect(environmentExample()).toMatch(/^#MASTER_KEYS=$/m);
  });
});
