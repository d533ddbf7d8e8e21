// Others are invited to a meeting over HTTP (R14): only they are mailed, nobody need be named again, and the time need not be said.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, HOSPITAL, moment, POLICE, type Race, SCHOOL } from './cast';
import type { ProblemBody } from './stories';

let under: ApiUnderTest;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  race = await (await Cast.of(under)).open();
  await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  await race.mailGoes();
  await race.act('/meeting/replies', { agency: POLICE, reply: 'accepted' });
});
afterAll(() => under.close());

const invited = async (): Promise<readonly string[]> => {
  const { meetings } = await race.read<MeetingsView>('/meetings');
  return (meetings[0]?.invitees ?? []).map(({ agency, reply = '' }) => `${agency} ${reply}`.trim());
};
const reason = 'Canaryreason to ask the hospital';

test('one agency more is named alone, and asked alone', async () => {
  await race.act('/meeting/rearrangement', { alsoInvite: [{ agency: HOSPITAL }], reason });
  expect(await race.mailGoes()).toEqual([`meetingInvitation/1.1/${HOSPITAL}`]);
  expect((await invited()).map((one) => one.split(' ')[0])).toEqual([
    COUNCIL,
    POLICE,
    BOARD,
    SCHOOL,
    HOSPITAL,
  ]);
  expect(await invited()).toContain(`${POLICE} accepted`);
});

test('whoever is left out where everybody is named hears that they are not to come', async () => {
  const invitees = [COUNCIL, POLICE, BOARD, SCHOOL].map((agency) => ({ agency }));
  await race.act('/meeting/rearrangement', { invitees, reason });
  expect(await race.mailGoes()).toEqual([`meetingCancelled/1.2/${HOSPITAL}`]);
  expect(await invited()).toHaveLength(4);
});

test.each([
  [{ reason }, { status: 409, type: 'meeting-changes-nothing' }],
  [
    { alsoInvite: [{ agency: SCHOOL }], reason },
    { status: 409, type: 'meeting-changes-nothing', pointer: 'body /alsoInvite' },
  ],
  [
    { alsoInvite: [{ agency: HOSPITAL }, { agency: HOSPITAL }], reason },
    { status: 422, type: 'agency-listed-twice', pointer: 'body /alsoInvite' },
  ],
  [
    { alsoInvite: [{ agency: HOSPITAL, seat: 'integratedCareBoard' }], reason },
    { status: 422, type: 'seat-not-for-agency', pointer: 'body /alsoInvite' },
  ],
  [
    { alsoInvite: [{ agency: HOSPITAL }], invitees: [{ agency: POLICE }], reason },
    { status: 400, type: 'malformed-request', pointer: 'body /alsoInvite' },
  ],
  [
    { alsoInvite: [{ agency: HOSPITAL }, { agency: 'AG-0099' }], reason },
    { status: 422, type: 'agency-not-in-register', pointer: 'body /alsoInvite/1/agency' },
  ],
  [
    { alsoInvite: [{ agency: HOSPITAL, contacts: [`${POLICE}-C1`] }], reason },
    { status: 422, type: 'contact-not-of-agency', pointer: 'body /alsoInvite/0/contacts/0' },
  ],
])('refused, with nothing changed: %j', async (body, refusal) => {
  await race.refused('/meeting/rearrangement', body, refusal);
});

test('no field is pointed at that the request does not have', async () => {
  const pointers = async (body: object): Promise<unknown> => {
    const answer = await race.ask('/meeting/rearrangement', { body: { ...body, reason } });
    const { type, errors = [] } = answer.json<ProblemBody>();
    return [type.replace('/problems/', ''), errors.map(({ pointer }) => pointer)];
  };
  const startsAt = moment('04-14 10:00');
  const alsoInvite = [{ agency: SCHOOL }];
  expect(await pointers({})).toEqual(['meeting-changes-nothing', []]);
  expect(await pointers({ startsAt, alsoInvite })).toEqual([
    'meeting-changes-nothing',
    ['/startsAt', '/alsoInvite'],
  ]);
  const gone = await under.ask('POST', '/sub-group-dates', { body: { startsAt: moment('04-10 10:00') } });
  const diaryDate = gone.json<{ id: string }>().id;
  race.at('04-14 10:00');
  expect(await pointers({ alsoInvite })).toEqual(['meeting-in-past', []]);
  expect(await pointers({ startsAt })).toEqual(['meeting-in-past', ['/startsAt']]);
  expect(await pointers({ diaryDate })).toEqual(['meeting-in-past', ['/diaryDate']]);
});
