// Why a command failed, in a sentence that says what to do; never by the name of one way of running alone.

import { describe, expect, it } from '@jest/globals';
import { firstWord, requireInto, triedAt } from '../../../cli/token/databaseFailures';
import { sentenceOfFailure } from '../../../cli/token/ownRecords';
import { freePort } from '../../../cli/start/freePort';
import { SettingsError } from '../../../platform/settings/readSettings';

const failure = (code: string): Error => Object.assign(new Error('raw words of a driver'), { code });
const failed = (code: string): string => sentenceOfFailure(failure(code));
const atFirstWord = (error: Error): Promise<void> => firstWord(() => Promise.reject(error));

describe('a failure of the database', () => {
  it('that is away names every way to start it', () => {
    expect(failed('ECONNREFUSED')).toMatch(/"npm start".*"npm run stack".*DATABASE_URL/);
  });

  it.each([
    ['ECONNREFUSED', /does not answer.*Nothing was changed\.$/],
    ['28P01', /does not take the password.*Nothing was changed\.$/],
    ['3D000', /no database of the name.*Nothing was changed\.$/],
  ])('at its first word says that nothing was changed, and later does not: %s', async (code, said) => {
    await expect(atFirstWord(failure(code))).rejects.toThrow(said);
    expect(failed(code)).not.toContain('Nothing was changed');
  });

  it('at its first word names the place that was asked, and how another is given', async () => {
    const other = Object.assign(new Error('raw words of a driver'), { code: '28P01' });
    const said = (ofStart: boolean): Promise<void> =>
      firstWord(() => Promise.reject(other), triedAt('postgres://a:secret@127.0.0.1:54329/b', ofStart));
    await expect(said(true)).rejects.toThrow(
      /does not take the password[^]* asked at 127\.0\.0\.1:54329, by POSTGRES_PORT: if "npm start" runs with another, set it in this shell too\. Nothing was changed\.$/,
    );
    await expect(said(false)).rejects.toThrow(
      / asked at 127\.0\.0\.1:54329, as DATABASE_URL says\. Nothing was changed\.$/,
    );
    await expect(said(true)).rejects.not.toThrow('secret');
  });

  it('over a password asks first whether the stack is meant', () => {
    expect(failed('28P01')).toMatch(
      /If you mean the stack, read its environment file.*put DATABASE_URL right\.$/,
    );
  });

  it('over a password that is not there says where that of npm start stands', async () => {
    const raw = new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string');
    await expect(atFirstWord(raw)).rejects.toThrow(
      /has no password.*"npm start" it stands in \.data\/postgres\/password, with "npm run stack" in \.data\/stack\/postgres\/password\. Nothing was changed\.$/,
    );
  });

  it('over its name says so', () => {
    expect(failed('3D000')).toContain('no database of the name');
  });

  it('of another kind is told by its own words', () => {
    expect(failed('XX000')).toBe('Error: raw words of a driver');
  });
});

describe('the database of --into', () => {
  it('that is away is told as what --into names, and that nothing was changed', async () => {
    const url = `postgres://engine:secret@127.0.0.1:${await freePort()}/restored`;
    const sentence = requireInto(url);
    await expect(sentence).rejects.toThrow(
      /^Nothing answers at the host and port of the URL after --into\..* Nothing was changed\.$/,
    );
    await expect(sentence).rejects.not.toThrow('DATABASE_URL');
  });
});

it('settings that cannot be used have changed nothing', () => {
  expect(sentenceOfFailure(new SettingsError(['ONE must be another.']))).toMatch(
    /^The settings cannot be used:[^]*ONE must be another\.\nNothing was changed\.$/,
  );
});
