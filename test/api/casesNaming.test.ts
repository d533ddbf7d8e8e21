// What other cases say of a case, shown where that case is read (R21, R22): it does not know of them itself, and whoever reads it
// years later is to find them.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY } from './cast';
import { expectRefused } from './refusals';
import { openCase } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

const REASON = 'Canaryreason to settle it';
const act = async (reference: string, path: string, body: object): Promise<void> => {
  const { statusCode } = await under.ask('POST', `/cases/${reference}${path}`, { body, key: newKey() });
  expect([path, statusCode]).toEqual([path, 200]);
};
const namedBy = async (reference: string): Promise<CaseView['namedBy']> =>
  (await under.ask('GET', `/cases/${reference}`)).json<CaseView>().namedBy;

test.each([
  ['linked', 'is linked with this case.'],
  ['keptApart', 'is kept apart from this case.'],
])('R22: a possible duplicate, and then that it is %s: the last word of the other', async (as, says) => {
  const [one, other] = [await openCase(under), await openCase(under)];
  expect(await namedBy(other)).toEqual([]);
  await act(one, '/duplicates', { of: other });
  const open = `${one} may be about the same incident, and nobody has settled that yet.`;
  expect(await namedBy(other)).toEqual([{ by: one, as: 'maybeSame', inWords: open }]);
  await act(one, `/duplicates/${other}/settlement`, { as, reason: REASON });
  expect(await namedBy(other)).toEqual([{ by: one, as, inWords: `${one} ${says}` }]);
  expect(await namedBy(one)).toEqual([]);
});

test('R21, R22: each that names it, in the order of their references: merged into one of them, and what came of it later', async () => {
  const [first, into, other] = [await openCase(under), await openCase(under), await openCase(under)];
  for (const one of [into, first]) await act(one, '/duplicates', { of: other });
  await act(into, `/duplicates/${other}/settlement`, { as: 'merged', reason: REASON });
  expect((await namedBy(other)).map(({ by, as }) => [by, as])).toEqual([
    [first, 'maybeSame'],
    [into, 'absorbed'],
  ]);
  await act(into, '/withdrawal', { agreedBy: AGREED_BY, reason: REASON });
  const episode = await openCase(under, { episodeOf: into });
  expect(await namedBy(into)).toEqual([
    { by: episode, as: 'episode', inWords: `${episode} is a further episode of this case.` },
  ]);
});

test.each([
  ['linked', 'linked'],
  ['keptApart', 'keptApart'],
  ['merged', 'absorbed'],
])('R22: what it has settled itself of the one that names it waits for nobody: %s', async (as, settled) => {
  const of = await openCase(under);
  const later = await openCase(under, { maybeDuplicateOf: of });
  await act(of, '/duplicates', { of: later });
  expect((await namedBy(of)).map(({ as: naming }) => naming)).toEqual(['maybeSame']);
  await act(of, `/duplicates/${later}/settlement`, { as, reason: REASON });
  const read = (await under.ask('GET', `/cases/${of}`)).json<CaseView>();
  expect(read).toMatchObject({ duplicates: [{ of: later, settled }], namedBy: [] });
});

test('R22: a death that is only recorded shows what it may be about, and says where that is settled', async () => {
  const of = await openCase(under);
  const death = { nature: 'careLeaverDeath', agencies: [], maybeDuplicateOf: of };
  const recorded = await openCase(under, death);
  const read = (await under.ask('GET', `/cases/${recorded}`)).json<CaseView>();
  expect(read).toMatchObject({ status: 'recordedOnly', duplicates: [{ of }] });
  const body = { as: 'linked', reason: REASON };
  await expectRefused(under, `/cases/${recorded}/duplicates/${of}/settlement`, {
    ...{ name: 'settled there', asking: { body }, status: 409, type: 'case-carries-no-review' },
    says: 'is settled on the other (POST /cases/<other>/duplicates)',
  });
});
