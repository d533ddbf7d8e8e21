// A text belongs to its case from the moment the case has taken the act, whatever becomes of the records meanwhile: what is
// attached is never swept (nothing that a person typed is lost).

import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { openCase } from './stories';

const NOTE = { agency: 'AG-0003', note: 'Canarynote of a text that must stay' };

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterEach(() => {
  jest.restoreAllMocks();
  under.gateway.mood = undefined;
  under.gateway.keepsFromRecords = false;
});
afterAll(() => under.close());

const add = (reference: string, key: string) =>
  under.ask('POST', `/cases/${reference}/agencies`, { body: NOTE, key });

/** Whether the note's row is attached; nothing where there is none. */
const attached = async (reference: string): Promise<boolean | undefined> =>
  (await under.records.dossier.rowsOf(reference as CaseReference)).find(({ kind }) => kind === 'note')
    ?.attached;

test('where the records fail while it is waited for', async () => {
  const reference = await openCase(under);
  under.gateway.keepsFromRecords = true;
  jest.spyOn(under.records.events, 'waitForVersion').mockRejectedValue(new Error('the connection is gone'));
  const answer = await add(reference, newKey());
  expect([answer.statusCode, answer.json<{ recorded: boolean }>().recorded]).toEqual([200, false]);
  expect(await attached(reference)).toBe(true);
});

test('before it is waited for, where it was written by an earlier try', async () => {
  const reference = await openCase(under);
  const key = newKey();
  under.gateway.mood = { kind: 'workerAway' };
  expect((await add(reference, key)).statusCode).toBe(503);
  expect(await attached(reference)).toBe(false);
  under.gateway.mood = undefined;
  under.gateway.keepsFromRecords = true;
  const meanwhile: (boolean | undefined)[] = [];
  jest.spyOn(under.records.events, 'waitForVersion').mockImplementation(async () => {
    meanwhile.push(await attached(reference));
    return undefined;
  });
  expect((await add(reference, key)).statusCode).toBe(200);
  expect(meanwhile).toEqual([true]);
});
