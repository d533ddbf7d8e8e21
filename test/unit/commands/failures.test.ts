// Why a command failed, in a sentence that says what to do; never by the name of one way of running alone.

import { describe, expect, it } from '@jest/globals';
import { sentenceOfFailure } from '../../../cli/token/ownRecords';

const failed = (code: string): string =>
  sentenceOfFailure(Object.assign(new Error('raw words of a driver'), { code }));

describe('a failure of the database', () => {
  it('that is away names every way to start it', () => {
    expect(failed('ECONNREFUSED')).toMatch(/"npm start".*"npm run stack".*DATABASE_URL/);
  });

  it('over a password says to read the environment file again', () => {
    expect(failed('28P01')).toMatch(/read the environment file again.*Nothing was changed/);
  });

  it('over its name says so', () => {
    expect(failed('3D000')).toContain('no database of the name');
  });

  it('of another kind is told by its own words', () => {
    expect(failed('XX000')).toBe('Error: raw words of a driver');
  });
});
