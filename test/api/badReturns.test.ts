// Bad acts on the answers of agencies and on reminders (point 11 of the issue): each is refused for what it is, says what
// would be right, and changes nothing.

import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, HOSPITAL, POLICE, SCHOOL, type Race } from './cast';
import { expectRefused, type Bad } from './refusals';

const NOBODY = 'AG-0999';
const secured = { paper: true, electronic: true, locked: true };

let under: ApiUnderTest;
let race: Race;
/** SCHOOL has answered, and been accepted; POLICE was asked; BOARD was not. It is Thursday 2 April, before Easter. */
beforeAll(async () => {
  under = await apiUnderTest();
  race = await (await Cast.of(under)).open();
  await race.at('03-31 10:00').act('/scoping-requests', { agencies: [POLICE, SCHOOL] });
  await race.mailGoes();
  await race.at('04-02 08:00').act(`/returns/${SCHOOL}`, { answer: 'full', how: 'paper' });
  await race.act(`/returns/${SCHOOL}/1/acceptance`);
  await race.act(`/records-secured/${SCHOOL}`, secured);
  await race.act('/excluded-contacts', { agency: POLICE, contact: `${POLICE}-C1`, reason: 'Canaryreason' });
});
afterAll(() => under.close());

type Told = readonly [status: number, type: string, pointer?: string | undefined, says?: string];

interface BadAct extends Bad {
  readonly path: string;
}
const reason = 'No reason';
const act = (name: string, path: string, body: object, [status, type, pointer, says]: Told): BadAct => ({
  name,
  path,
  asking: { body },
  status,
  type,
  ...(pointer === undefined ? {} : { pointer: `body ${pointer}` }),
  ...(says === undefined ? {} : { says }),
});

const acts: readonly BadAct[] = [
  act('an answer of an agency that is not on the case', `/returns/${HOSPITAL}`, { answer: 'nil' }, [
    ...([409, 'agency-not-on-case'] as const),
  ]),
  ...(
    [
      [`/returns/${NOBODY}`, { answer: 'nil' }],
      [`/returns/${NOBODY}/1/acceptance`, {}],
      [`/returns/${NOBODY}/agreed-date`, { due: '2026-04-14', reason: 'No reason' }],
      [`/records-secured/${NOBODY}`, secured],
      [`/reminders/${NOBODY}`, {}],
      [`/scoping-requests/${NOBODY}/sent-another-way`, { channel: 'paper', on: '2026-04-01' }],
      [`/scoping-requests/${NOBODY}/corrections/preview`, { on: '2026-04-01' }],
      [`/scoping-requests/${NOBODY}/corrections`, { on: '2026-04-01', reason: 'No reason' }],
      [`/scoping-requests/${NOBODY}/void`, { reason: 'No reason' }],
    ] as const
  ).map(([path, body]): BadAct => ({
    name: `of an agency that is in no register: ${path}`,
    path,
    asking: { body },
    status: 422,
    type: 'agency-not-in-register',
    pointer: 'path /agency',
    says: `The register has no ${NOBODY}. Check the id, or add the agency to the register first`,
  })),
  act('requests to one that is in no register', '/scoping-requests', { agencies: [BOARD, NOBODY] }, [
    ...([422, 'agency-not-in-register', '/agencies', `The register has no ${NOBODY}`] as const),
  ]),
  act('of one that was not asked', `/returns/${BOARD}`, { answer: 'nil' }, [409, 'request-not-made']),
  act('a second answer', `/returns/${SCHOOL}`, { answer: 'nil' }, [
    ...([409, 'agency-already-answered', undefined, 'Thursday 2 April 2026'] as const),
  ]),
  act('an answer of tomorrow', `/returns/${POLICE}`, { answer: 'nil', on: '2026-04-03' }, [
    ...([422, 'answered-in-future', '/on', 'today is Thursday 2 April 2026'] as const),
  ]),
  act('an answer before the question', `/returns/${POLICE}`, { answer: 'nil', on: '2026-03-30' }, [
    ...([422, 'answered-before-asked', '/on'] as const),
  ]),
  act(
    'another agency with another answer',
    `/returns/${POLICE}`,
    { answer: 'nil', askInstead: { agency: HOSPITAL } },
    [422, 'instead-only-for-wrong-organisation', '/askInstead'],
  ),
  act(
    'another agency that is not in the register',
    `/returns/${POLICE}`,
    { answer: 'wrongOrganisation', askInstead: { agency: 'AG-0999' } },
    [422, 'agency-not-in-register', '/askInstead/agency'],
  ),
  act(
    'itself to be asked instead',
    `/returns/${POLICE}`,
    { answer: 'wrongOrganisation', askInstead: { agency: POLICE } },
    [422, 'agency-names-itself', '/askInstead/agency'],
  ),
  act(
    'another agency in two ways',
    `/returns/${POLICE}`,
    { answer: 'wrongOrganisation', askInstead: { agency: HOSPITAL, name: 'Another' } },
    [400, 'malformed-request', '/askInstead', 'at most 1 field'],
  ),
  ...[{ answer: 'full' }, { answer: 'partial' }, { answer: 'full', how: 'api' }].map((body) =>
    act(`an answer with nothing in it: ${JSON.stringify(body)}`, `/returns/${POLICE}`, body, [
      ...([
        422,
        'answer-with-nothing-in-it',
        '/content',
        'what it wrote; or, where that came another',
      ] as const),
    ]),
  ),
  act('an answer that there is not', `/returns/${POLICE}`, { answer: 'maybe' }, [
    ...([400, 'malformed-request', '/answer'] as const),
  ]),
  act('accepting what was not given', `/returns/${POLICE}/1/acceptance`, {}, [404, 'no-such-return']),
  act('judging twice', `/returns/${SCHOOL}/1/acceptance`, {}, [
    ...([409, 'return-already-judged', undefined, 'missing in it, send it back'] as const),
  ]),
  act('correcting to what it is', `/returns/${SCHOOL}/1/corrections`, { on: '2026-04-02', reason }, [
    ...([409, 'return-correction-changes-nothing', '/on'] as const),
  ]),
  act('a number that is none', `/returns/${SCHOOL}/first/acceptance`, {}, [404, 'no-such-page']),
  act('agreeing a day that has passed', `/returns/${POLICE}/agreed-date`, { due: '2026-04-01', reason }, [
    ...([422, 'agreed-date-in-past', '/due', 'today is Thursday 2 April 2026'] as const),
  ]),
  act('agreeing a day off', `/returns/${POLICE}/agreed-date`, { due: '2026-04-06', reason }, [
    ...([422, 'agreed-date-on-day-off', '/due', 'Easter Monday'] as const),
  ]),
  act('agreeing what is due', `/returns/${POLICE}/agreed-date`, { due: '2026-04-09', reason }, [
    ...([409, 'agreed-date-changes-nothing', '/due'] as const),
  ]),
  act(
    'agreeing with one that has answered',
    `/returns/${SCHOOL}/agreed-date`,
    { due: '2026-04-14', reason },
    [
      ...([
        409,
        'no-return-date-to-change',
        undefined,
        'it answered on Thursday 2 April 2026. A date',
      ] as const),
    ],
  ),
  act('records secured twice', `/records-secured/${SCHOOL}`, secured, [409, 'records-already-secured']),
  act('records secured tomorrow', `/records-secured/${BOARD}`, { ...secured, on: '2026-04-03' }, [
    ...([422, 'answered-in-future', '/on'] as const),
  ]),
  act('declining what nobody proposed', '/proposals/7/declined', { reason }, [404, 'no-such-proposal']),
  act('explaining what is not late', `/lateness/agencyReturn:${POLICE}`, { reason }, [409, 'not-missed']),
  act('explaining without a reason', '/lateness/meeting', { reason: '  ' }, [
    ...([400, 'malformed-request', '/reason'] as const),
  ]),
  act('explaining under another name', '/lateness/meeting', { excuse: 'Canary' }, [
    ...([400, 'unknown-field', '/excuse', 'is not known here; the one known field is \\"reason\\"'] as const),
  ]),
  act('accepting with what nobody asks for', `/returns/${SCHOOL}/1/acceptance`, { excuse: 'Canary' }, [
    ...([400, 'unknown-field', '/excuse', '"is not known here"'] as const),
  ]),
  act('explaining what the case does not owe', '/lateness/nonsense', { reason }, [404, 'unknown-obligation']),
  act('explaining what is no obligation', '/lateness/lunch-break', { reason }, [404, 'no-such-page']),

  act('reminding one that owes nothing yet', `/reminders/${BOARD}`, {}, [
    ...([409, 'nothing-owed', undefined, 'remind it of: it was not asked yet. To ask it, send it'] as const),
  ]),
  act('reminding one that is not on the case', `/reminders/${HOSPITAL}`, {}, [409, 'agency-not-on-case']),
  act('reminding one whose every contact is excluded', `/reminders/${POLICE}`, {}, [
    ...([
      422,
      'agency-without-contact',
      undefined,
      `each contact of ${POLICE} that could be mailed is excluded`,
    ] as const),
  ]),
  act('asking one whose every contact is excluded', '/scoping-requests', { agencies: [POLICE, BOARD] }, [
    ...([422, 'agency-without-contact', '/agencies', `each contact of ${POLICE} that could be`] as const),
  ]),
  act('excluding twice', '/excluded-contacts', { agency: POLICE, contact: `${POLICE}-C1`, reason }, [
    409,
    'contact-already-excluded',
    '/contact',
  ]),
  act(
    "excluding another agency's contact",
    '/excluded-contacts',
    { agency: SCHOOL, contact: `${POLICE}-C1`, reason },
    [422, 'contact-not-of-agency', '/contact'],
  ),
  act(
    'excluding somebody of an agency that is not on the case',
    '/excluded-contacts',
    { agency: HOSPITAL, contact: `${HOSPITAL}-C1`, reason },
    [409, 'agency-not-on-case'],
  ),
  act('readmitting one who is not excluded', `/excluded-contacts/${SCHOOL}-C1/readmission`, { reason }, [
    ...([409, 'contact-not-excluded'] as const),
  ]),
];

describe('acts on answers and reminders', () => {
  test.each(acts)('$name', ({ path, ...bad }) =>
    expectRefused(under, `/cases/${race.reference}${path}`, bad),
  );

  test('an answer of an agency itself with nothing in it, as on its page', async () => {
    for (const answer of ['full', 'partial'])
      await expectRefused(under, `/cases/${race.reference}/returns/${COUNCIL}`, {
        name: answer,
        asking: { as: 'agencyContact', body: { answer } },
        status: 422,
        type: 'answer-with-nothing-in-it',
        pointer: 'body /content',
        says: 'or how you have sent it to the team',
      });
  });

  test('a reminder twice a day, and on a day off', async () => {
    await race.at('04-02 09:30').act(`/excluded-contacts/${POLICE}-C1/readmission`, { reason });
    // The ladder has reminded it at 09:00.
    await race.at('04-07 10:00').wake();
    const bad = { name: 'reminding', asking: { body: {} } };
    const url = `/cases/${race.reference}/reminders/${POLICE}`;
    await expectRefused(under, url, {
      ...bad,
      status: 409,
      type: 'reminded-today',
      says: 'the next working day',
    });
    race.at('04-11 10:00');
    await expectRefused(under, url, {
      ...bad,
      status: 422,
      type: 'no-reminders-on-day-off',
      says: 'Saturday',
    });
  });
});
