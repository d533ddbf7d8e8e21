// The register of agencies: added, changed, listed; who stands behind a contact is shown to few.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { CANARIES, problemIn } from './stories';

let under: ApiUnderTest;
beforeAll(async () => {
  under = await apiUnderTest();
});
afterAll(() => under.close());

interface Agency {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly contacts: readonly { readonly id: string; readonly withdrawn: boolean; readonly email?: string }[];
}

const add = (body: object, key = newKey()) => under.ask('POST', '/agencies', { body, key });

describe('adding', () => {
  const trust = {
    name: 'Example Ambulance Trust',
    kind: 'nhsProvider',
    contacts: [{ email: 'duty@ambulance.example' }],
  };

  test('is answered with its place and version; a repeat adds nothing', async () => {
    const key = newKey();
    const first = await add(trust, key);
    expect(first.statusCode).toBe(201);
    const agency = first.json<Agency>();
    expect(first.headers.location).toBe(`/agencies/${agency.id}`);
    expect(first.headers.etag).toBe('"1"');
    expect(agency.contacts).toEqual([
      { id: `${agency.id}-C1`, level: 'lead', withdrawn: false, email: 'duty@ambulance.example' },
    ]);
    expect((await add(trust, key)).json()).toEqual(agency);
    const other = await add({ ...trust, name: 'Another' }, key);
    expect(problemIn(other).type).toBe('/problems/idempotency-key-reused');
  });

  test('warns where nobody there can be written to, and so does a change', async () => {
    const { contacts: _, ...without } = trust;
    const added = (await add({ ...without, name: 'Example Society' })).json<Agency & { warning?: string }>();
    const warning = `Nobody at ${added.id} can be written to: it has no contact. Add one (PATCH /agencies/${added.id}, with "contacts"); until then it is asked another way.`;
    expect(added).toMatchObject({ contacts: [], warning });
    const change = async (contacts: readonly object[]) =>
      (
        await under.ask('PATCH', `/agencies/${added.id}`, { body: { contacts }, key: newKey() })
      ).json<object>();
    expect(await change([{ email: 'duty@society.example' }])).not.toHaveProperty('warning');
    expect(await change([])).toMatchObject({ warning });
    expect((await under.ask('GET', `/agencies/${added.id}`)).json()).not.toHaveProperty('warning');
  });

  test('says who is called the same already, to those who keep the register', async () => {
    const first = (await add({ ...trust, name: 'Example Surgery, Long Lane' })).json<Agency>();
    expect(first).not.toHaveProperty('sameName');
    const second = (await add({ ...trust, name: 'example  SURGERY, Long Lane ' })).json<Agency>();
    expect(second).toMatchObject({ sameName: [first.id] });
    const shown = async (who: 'coordinator' | 'auditor') =>
      (await under.ask('GET', `/agencies/${first.id}`, { as: who })).json<Agency>();
    expect(await shown('coordinator')).toMatchObject({ sameName: [second.id] });
    expect(await shown('auditor')).not.toHaveProperty('sameName');
    const path = `/agencies/${second.id}`;
    const renamed = await under.ask('PATCH', path, {
      body: { name: 'Example Surgery, Short Lane' },
      key: newKey(),
    });
    expect(renamed.json()).not.toHaveProperty('sameName');
    const listed = (await under.ask('GET', '/agencies?limit=200')).json<{ items: Agency[] }>();
    expect(listed.items.filter((agency) => 'sameName' in agency)).toEqual([]);
  });

  test.each([
    [
      'a provider on the seat of the integrated care board',
      { seat: 'integratedCareBoard' },
      422,
      'seat-not-for-kind',
      '/seat',
    ],
    ['a name of two lines', { name: 'Example\nTrust' }, 400, 'malformed-request', '/name'],
    [
      'a name with a character that no table keeps',
      { name: 'Example\u0000Trust' },
      400,
      'malformed-request',
      '/name',
    ],
    ['no mail address', { contacts: [{ email: 'duty' }] }, 400, 'malformed-request', '/contacts/0/email'],
    ['a misspelt kind', { kind: 'nhsprovider' }, 400, 'malformed-request', '/kind'],
    ['a field that is not known', { contact: [] }, 400, 'unknown-field', '/contact'],
  ])('%s is refused', async (_, change, status, type, pointer) => {
    const answer = await add({ ...trust, ...change });
    expect(answer.statusCode).toBe(status);
    expect(problemIn(answer)).toMatchObject({ type: `/problems/${type}`, errors: [{ in: 'body', pointer }] });
  });
});

describe('changing', () => {
  const change = (id: string, body: object, ifMatch?: string) =>
    under.ask('PATCH', `/agencies/${id}`, { body, ...(ifMatch === undefined ? {} : { ifMatch }) });
  const made = async (): Promise<Agency> =>
    (
      await add({
        name: 'Example School',
        kind: 'school',
        contacts: [{ email: 'head@school.example', name: 'Kim Aldous' }],
      })
    ).json<Agency>();

  test('what is left out stays; a contact left out is withdrawn; an id keeps its contact', async () => {
    const { id } = await made();
    const renamed = await change(id, { name: 'Example Academy' });
    expect(renamed.json()).toMatchObject({
      version: 2,
      name: 'Example Academy',
      contacts: [{ name: 'Kim Aldous' }],
    });
    const replaced = await change(id, { contacts: [{ email: 'deputy@school.example' }] });
    expect(replaced.json<Agency>().contacts).toEqual([
      { id: `${id}-C1`, level: 'lead', withdrawn: true },
      { id: `${id}-C2`, level: 'lead', withdrawn: false, email: 'deputy@school.example' },
    ]);
    const back = await change(id, { contacts: [{ id: `${id}-C1`, name: null }] });
    expect(back.json<Agency>().contacts[0]).toEqual({
      id: `${id}-C1`,
      level: 'lead',
      withdrawn: false,
      email: 'head@school.example',
    });
  });

  test('says which contacts it withdrew, in a repeat too, and of none where it withdrew none', async () => {
    const { id } = await made();
    const key = newKey();
    const asked = { body: { contacts: [{ email: 'deputy@school.example' }] }, key };
    const withdrew = [`${id}-C1`];
    expect((await under.ask('PATCH', `/agencies/${id}`, asked)).json()).toMatchObject({ withdrew });
    expect((await under.ask('PATCH', `/agencies/${id}`, asked)).json()).toMatchObject({ withdrew });
    const both = [{ id: `${id}-C1` }, { id: `${id}-C2` }];
    expect((await change(id, { contacts: both })).json()).not.toHaveProperty('withdrew');
    expect((await change(id, { name: 'Example Academy' })).json()).not.toHaveProperty('withdrew');
    // One that was withdrawn before is no news.
    expect((await change(id, { contacts: [both[1]] })).json()).toMatchObject({ withdrew });
    expect((await change(id, { contacts: [] })).json()).toMatchObject({ withdrew: [`${id}-C2`] });
  });

  test('says how far up a contact stands: lead where nothing is said', async () => {
    const { id } = await made();
    const contacts = [
      { id: `${id}-C1`, level: 'deputy' },
      { email: 'head@school.example' },
      { email: 'governors@school.example', level: 'executive' },
    ];
    const answer = await change(id, { contacts });
    expect(answer.json<Agency>().contacts).toMatchObject([
      { id: `${id}-C1`, level: 'deputy' },
      { id: `${id}-C2`, level: 'lead' },
      { id: `${id}-C3`, level: 'executive' },
    ]);
    expect((await change(id, { contacts: [{ id: `${id}-C1`, level: 'boss' }] })).statusCode).toBe(400);
  });

  test('on an older version is refused', async () => {
    const { id } = await made();
    expect((await change(id, { name: 'First' }, '"1"')).statusCode).toBe(200);
    const answer = await change(id, { name: 'Second' }, '"1"');
    expect(answer.statusCode).toBe(412);
    expect(problemIn(answer).type).toBe('/problems/agency-moved-on');
  });

  test.each([
    ['an unknown contact', { contacts: [{ id: 'AG-0001-C9' }] }, 422, 'unknown-contact', '/contacts/0/id'],
    [
      'a new contact without an address',
      { contacts: [{ name: 'Kim Aldous' }] },
      422,
      'contact-without-address',
      '/contacts/0/email',
    ],
    [
      'a contact that is named twice',
      {
        contacts: [
          { id: 'AG-0002-C1', email: 'one@a.example' },
          { id: 'AG-0002-C1', email: 'two@a.example' },
        ],
      },
      422,
      'contact-named-twice',
      '/contacts/1/id',
    ],
    ['a seat that is not for it', { seat: 'police' }, 422, 'seat-not-for-kind', '/seat'],
    ['nothing at all', {}, 400, 'malformed-request', ''],
  ])('%s is refused', async (_, body, status, type, pointer) => {
    const answer = await change('AG-0002', body);
    expect(answer.statusCode).toBe(status);
    expect(problemIn(answer)).toMatchObject({ type: `/problems/${type}`, errors: [{ pointer }] });
  });

  test('an unknown agency is not found', async () => {
    for (const answer of [
      await change('AG-0999', { name: 'None' }),
      await under.ask('GET', '/agencies/AG-0999'),
    ]) {
      expect(answer.statusCode).toBe(404);
      expect(problemIn(answer).type).toBe('/problems/unknown-agency');
    }
  });
});

describe('reading', () => {
  test('comes page by page', async () => {
    const first = (await under.ask('GET', '/agencies?limit=2')).json<{ items: Agency[]; next: string }>();
    expect(first.items.map(({ id }) => id)).toEqual(['AG-0001', 'AG-0002']);
    const second = (await under.ask('GET', `/agencies?limit=2&after=${first.next}`)).json<{
      items: Agency[];
    }>();
    expect(second.items[0]?.id).toBe('AG-0003');
  });

  test.each([
    ['coordinator', true],
    ['auditor', true],
    ['agencyContact', true],
    ['meetingChair', false],
    ['partnerDelegate', false],
  ] as const)('shows %s who stands behind a contact: %s', async (as, shown) => {
    const answer = await under.ask('GET', '/agencies/AG-0001', { as });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body.includes(CANARIES.contact)).toBe(shown);
    expect(answer.body.includes('@')).toBe(shown);
  });
});
