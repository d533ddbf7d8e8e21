// In every line of a request stand its id and, where it is about a case, the case, its workflow, and the command that it
// became: by those it is found again in the log of the worker.

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedCommands } from '../documents/documentedCommands';
import { freshFolder } from '../freshFolder';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { CANARIES, openCase, referral } from './stories';

interface Line {
  readonly msg: string;
  readonly requestId?: string;
  readonly reference?: string;
  readonly workflowId?: string;
  readonly commandId?: string;
}

let under: ApiUnderTest;
let before = 0;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());
const all = (): readonly string[] => under.log().split('\n').slice(0, -1);
beforeEach(() => {
  before = all().length;
});
/** Of this test. No field stands twice in one. */
const lines = (): readonly Line[] =>
  all()
    .slice(before)
    .map((text) => {
      const fields = [...text.matchAll(/"(requestId|reference|workflowId|commandId)":/g)].map(
        ([, name]) => name,
      );
      expect([text, fields.length]).toEqual([text, new Set(fields).size]);
      return JSON.parse(text) as Line;
    });
test('a referral: from its reference on, the case that it became', async () => {
  const answer = await under.ask('POST', '/cases', { body: referral() });
  const { reference } = answer.json<{ reference: string }>();
  expect(lines().length).toBeGreaterThan(0);
  for (const line of lines())
    expect(line).toMatchObject({
      requestId: answer.headers['x-request-id'],
      reference,
      workflowId: `rapid-review/${reference}`,
      commandId: under.gateway.seen.at(-1)?.asked.commandId,
    });
});

test('a read of a case, also one that is refused: its case, and no command', async () => {
  const reference = await openCase(under);
  before = all().length;
  await under.ask('GET', `/cases/${reference}`);
  await under.ask('GET', `/cases/${reference}`, { as: null });
  const found = lines();
  expect(found.map(({ msg }) => msg)).toEqual(['request answered', 'request refused', 'request answered']);
  for (const line of found) {
    expect(line).toMatchObject({ reference, workflowId: `rapid-review/${reference}` });
    expect(line.requestId).toEqual(expect.any(String));
    expect(line).not.toHaveProperty('commandId');
  }
  expect(new Set(found.map(({ requestId }) => requestId)).size).toBe(2);
});

test('a write that nobody answers: the warning, the problem and the end are told apart by nothing but what they say', async () => {
  const reference = await openCase(under);
  before = all().length;
  under.gateway.mood = { kind: 'workerAway', error: new Error(CANARIES.note) };
  const answer = await under.ask('POST', `/cases/${reference}/agencies`, { body: { agency: 'AG-0003' } });
  under.gateway.mood = undefined;
  const found = lines();
  expect(found.map(({ msg }) => msg)).toEqual([
    'a command was not answered',
    'request failed',
    'request answered',
  ]);
  const commandId = under.gateway.seen.at(-1)?.asked.commandId;
  for (const line of found)
    expect(line).toMatchObject({ requestId: answer.headers['x-request-id'], reference, commandId });
  expect(found[0]).toMatchObject({ command: 'addAgency', kind: 'workerAway', err: { type: 'Error' } });
  expect(all().join('\n')).not.toContain(CANARIES.note);
});

test('the same write again: another request, the same command', async () => {
  const reference = await openCase(under);
  before = all().length;
  const key = newKey();
  const ask = () => under.ask('POST', `/cases/${reference}/agencies`, { body: { agency: 'AG-0003' }, key });
  await ask();
  await ask();
  const found = lines();
  expect(new Set(found.map(({ requestId }) => requestId)).size).toBe(2);
  expect(new Set(found.map(({ commandId }) => commandId)).size).toBe(1);
  expect(found[0]?.commandId).toEqual(expect.any(String));
  // It is the caller's own, and may say anything.
  expect(all().join('\n')).not.toContain(key);
});

test('what stands where a reference should is some text, and stays out', async () => {
  await under.ask('GET', `/cases/${encodeURIComponent(CANARIES.child)}`);
  for (const line of lines()) expect(line).not.toHaveProperty('reference');
  expect(all().join('\n')).not.toContain(CANARIES.child);
});

test('the recipe of docs/operations.md finds the request, then its command, and nothing where neither is named', async () => {
  const answer = await under.ask('POST', '/cases', { body: referral() });
  await openCase(under);
  const folder = freshFolder('logs');
  writeFileSync(join(folder, 'api.log'), under.log());
  writeFileSync(join(folder, 'worker.log'), '');
  // Without jq, which only chooses fields.
  const [ofRequest = '', ofCommand = ''] = documentedCommands
    .filter(({ command }) => command.startsWith('grep '))
    .map(({ command }) => command.split(' | ')[0] ?? '');
  const found = (recipe: string, env: NodeJS.ProcessEnv): readonly Line[] =>
    execFileSync('bash', ['-c', recipe], { cwd: folder, env: { PATH: process.env['PATH'], ...env } })
      .toString()
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Line);
  const requestId = String(answer.headers['x-request-id']);
  const request = found(ofRequest, { REQUEST_ID: requestId });
  expect(new Set(request.map((line) => line.requestId))).toEqual(new Set([requestId]));
  const [commandId] = request.flatMap((line) => line.commandId ?? []);
  const command = found(ofCommand, { COMMAND_ID: commandId });
  expect(new Set(command.map((line) => line.commandId))).toEqual(new Set([commandId]));
  for (const recipe of [ofRequest, ofCommand]) {
    const { stdout, status } = spawnSync('bash', ['-c', recipe], { cwd: folder, env: {}, encoding: 'utf8' });
    expect([stdout, status === 0]).toEqual(['', false]);
  }
});
