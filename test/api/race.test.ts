// One whole race over HTTP, from the referral to the settled reply of the national Panel, with one agency that answers
// late and one meeting without quorum on the way. Nothing but the API is asked; the clock and the mail server are the test's.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { DecisionsView } from '../../api/decision/decisionViewSchema';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import type { ProposalsView } from '../../api/meetings/proposalsView';
import type { QuorumView } from '../../api/meetings/quorumView';
import type { PanelView } from '../../api/panel/panelViewSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, decisionBody, moment, POLICE, SCHOOL, type Race } from './cast';
import { problemIn } from './stories';

let under: ApiUnderTest;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  race = await (await Cast.of(under)).open();
});
afterAll(() => under.close());

interface Line {
  readonly key: string;
  readonly status: string;
  readonly due?: string;
  readonly doneOn?: string;
  readonly workingDaysEarly?: number;
}
const lineOf = async (key: string): Promise<Line | undefined> =>
  (await race.read<{ timetable: { obligations: Line[] } }>('/timetable')).timetable.obligations.find(
    (line) => line.key === key,
  );

/** The mails that went at that London time, by their keys. */
const mailsAt = async (time: string): Promise<readonly string[]> => (await race.at(time).wake()).mailGoes();

test('the requests go on the day after the receipt, and each agency has its own day', async () => {
  race.at('03-31 10:00');
  await race.act('/timestamps', { timestamp: 'localAuthorityAware', at: moment('03-27 15:00') });
  await race.act('/timestamps', { timestamp: 'notificationSent', at: moment('03-31 09:30') });
  await race.act('/scoping-requests');
  const sent = (await race.mailGoes()).filter((key) => key.startsWith('scopingRequest/'));
  expect(sent).toHaveLength(4);
  expect(await lineOf(`agencyReturn:${SCHOOL}`)).toMatchObject({ status: 'open', due: '2026-04-09' });
  expect(await lineOf('completePanel')).toMatchObject({ due: '2026-04-23' });
});

test('C5: a date of the sub-group inside the window is proposed, and used', async () => {
  race.at('04-01 09:00');
  const added = await under.ask('POST', '/sub-group-dates', { body: { startsAt: moment('04-14 10:00') } });
  const { id } = added.json<{ id: string }>();
  const { window, proposals } = await race.read<ProposalsView>('/meeting/proposals');
  expect(window).toEqual({ opens: '2026-04-10', closes: '2026-04-20' });
  expect(proposals.map(({ diaryDate, workingDay }) => [diaryDate, workingDay])).toEqual([[id, 9]]);
  await race.act('/meeting', { diaryDate: id });
  expect((await race.mailGoes()).filter((key) => key.startsWith('meetingInvitation'))).toHaveLength(4);
  for (const agency of [COUNCIL, POLICE, BOARD, SCHOOL])
    await race.act('/meeting/replies', { agency, reply: 'accepted' });
});

test('R11: who has answered is left alone; the silent school is reminded, and answers two working days late', async () => {
  race.at('04-02 11:00');
  const secured = { paper: true, electronic: true, locked: true };
  await race.act(`/records-secured/${COUNCIL}`, secured, { as: 'agencyContact' });
  await race.act(`/records-secured/${POLICE}`, secured);
  await race.act(`/returns/${POLICE}`, { answer: 'full', how: 'secureMail', content: 'Canarycontent' });
  await race.act(`/returns/${BOARD}`, { answer: 'nil', how: 'telephone' });
  race.at('04-07 08:00');
  await race.act(
    `/returns/${COUNCIL}`,
    { answer: 'full', content: 'Canarycontent' },
    { as: 'agencyContact' },
  );
  const reminders: string[] = [];
  for (const day of ['04-07', '04-08', '04-09', '04-10', '04-13'])
    for (const key of await mailsAt(`${day} 09:00`))
      if (key.startsWith('agencyReminder/')) reminders.push(`${day} ${key}`);
  expect(reminders).toEqual([
    `04-07 agencyReminder/${SCHOOL}/2`,
    `04-08 agencyReminder/${SCHOOL}/3`,
    `04-10 agencyReminder/${SCHOOL}/4`,
  ]);
  await race.at('04-13 15:00').act(`/returns/${SCHOOL}`, { answer: 'full', how: 'paper' });
  expect(await lineOf(`agencyReturn:${SCHOOL}`)).toMatchObject({
    status: 'missed',
    due: '2026-04-09',
    doneOn: '2026-04-13',
    workingDaysEarly: -2,
  });
});

test('R14: without the police there is no decision, only minutes; quorum is never waived', async () => {
  await race.at('04-14 10:00').act('/meeting/opening');
  await race.arrives('localAuthority', '04-14 10:00');
  await race.arrives('integratedCareBoard', '04-14 10:00', { remote: true });
  race.at('04-14 11:00');
  const quorum = await race.read<QuorumView>('/meeting/quorum');
  expect([quorum.quorate, quorum.seats.find(({ seat }) => seat === 'police')?.inWords]).toEqual([
    false,
    'The police: nobody has filled this seat.',
  ]);
  const refused = await race.ask('/decision', { body: decisionBody(), as: 'meetingChair' });
  expect([refused.statusCode, problemIn(refused).type]).toEqual([422, '/problems/inquorate']);
  const minutes = 'Canaryminutes of a meeting in vain';
  await race.at('04-14 11:30').act('/meeting/closing', { minutes }, { as: 'meetingChair' });
});

test('R14, R16: two days later, still in the window, the group is quorate and decides', async () => {
  await race.act('/meeting', { startsAt: moment('04-16 10:00') });
  const { window } = await race.read<MeetingsView>('/meetings');
  expect(window).toEqual({ opens: '2026-04-10', closes: '2026-04-20' });
  await race.at('04-16 10:00').act('/meeting/opening');
  for (const seat of ['localAuthority', 'police', 'integratedCareBoard'] as const)
    await race.arrives(seat, '04-16 10:00');
  await race.at('04-16 11:15').act('/decision', decisionBody(), { as: 'meetingChair' });
  await race.dutiesEvidenced();
  await race.at('04-16 12:00').act('/meeting/closing', { minutes: 'Canaryminutes' }, { as: 'meetingChair' });
  expect(await lineOf('meeting')).toMatchObject({ status: 'met', doneOn: '2026-04-16' });
  const { meetings, ...rest } = await race.read<MeetingsView>('/meetings');
  // The date that was met stands, whatever would be counted now (R7).
  expect(rest).not.toHaveProperty('window');
  expect(meetings.map(({ number, decided }) => [number, decided])).toEqual([
    [1, false],
    [2, true],
  ]);
  const { decisions } = await race.read<DecisionsView>('/decision');
  expect(decisions).toMatchObject([{ number: 1, meeting: 2, missingReturns: [] }]);
});

test('R17, R18: signed off for each seat, decision and report go to the Panel in time, with proof', async () => {
  await race.at('04-17 09:00').signedOff();
  await race.act('/notification-reference', { reference: 'Canaryreference 417' });
  await race.act('/report', { title: 'Canarytitle', location: 'Canarylocation' });
  await race.at('04-17 14:00').act('/panel/dispatch', {}, { as: 'meetingChair' });
  expect(await race.mailGoes()).toContain('panelDispatch/1');
  expect(await lineOf('completeLocal')).toMatchObject({
    status: 'met',
    due: '2026-04-22',
    doneOn: '2026-04-17',
    workingDaysEarly: 3,
  });
  expect(await lineOf('completePanel')).toMatchObject({ status: 'met', workingDaysEarly: 4 });
  const told = await race.mailGoes();
  expect(told.filter((key) => key.startsWith('outcome/1/AG-'))).toHaveLength(4);
  expect(told.filter((key) => key.startsWith('outcome/1/partner/'))).toHaveLength(3);
  expect(told.filter((key) => key.startsWith('outcome/1/referrer/'))).toHaveLength(1);
  const { dispatches } = await race.read<PanelView>('/panel');
  expect(dispatches).toMatchObject([{ sentOn: '2026-04-17', proof: { to: 'panel', outcome: 'accepted' } }]);
});

test('R12, R19: the Panel is silent, is reminded, agrees; with that the case ends', async () => {
  // Ten working days after Friday 17 April is Friday 1 May; Monday 4 May is a bank holiday.
  expect(await mailsAt('05-05 09:00')).toContain('teamBriefing/2026-05-05');
  const chase = { contact: 'chase', channel: 'mail', note: 'Canarynote: ten working days' };
  const { version } = await race.act('/panel/contacts', chase);
  expect(await race.mailGoes()).toEqual([`panelContact/${version}`]);
  const reply = { reply: 'agrees', on: '2026-05-06', letter: 'Canaryletter of the Panel' };
  const { events } = await race.at('05-07 10:00').act('/panel/replies', reply);
  expect(events).toEqual(expect.arrayContaining(['PanelReplied', 'CaseEnded']));
  expect(await race.read('')).toMatchObject({ status: 'ended' });
  expect(await race.read<PanelView>('/panel')).not.toHaveProperty('awaitedSince');
});

test('the timetable at the end says of each obligation when it was due, when done, and how early or late', async () => {
  const { timetable } = await race.read<{ timetable: { obligations: Line[] } }>('/timetable');
  const said = timetable.obligations.map(
    ({ key, status, due = '', doneOn = '', workingDaysEarly = '' }) =>
      `${key}: ${status}, due ${due.slice(5)}, done ${doneOn.slice(5)}, early ${workingDaysEarly}`,
  );
  expect(said).toEqual(
    expect.arrayContaining([
      'notification: met, due 04-07, done 03-31, early 3',
      `agencyReturn:${COUNCIL}: met, due 04-09, done 04-07, early 2`,
      `agencyReturn:${SCHOOL}: missed, due 04-09, done 04-13, early -2`,
      'meeting: met, due 04-20, done 04-16, early 2',
      'completeLocal: met, due 04-22, done 04-17, early 3',
    ]),
  );
  expect(timetable.obligations.filter(({ status }) => status === 'open')).toEqual([]);
});

test('the chronology tells it all in order, and each text to those who may read it', async () => {
  const { events } = await race.read<{
    events: { kind: string; what: string; texts: { text?: string }[] }[];
  }>('/chronology');
  const kinds = events.map(({ kind }) => kind);
  const steps = ['CaseOpened', 'ScopingRequestSent', 'MeetingArranged', 'ReturnReceived', 'MeetingClosed'];
  const later = ['DecisionTaken', 'DecisionSignedOff', 'PanelDispatchSent', 'PanelReplied', 'CaseEnded'];
  const places = [...steps, ...later].map((kind) => kinds.indexOf(kind as never));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(JSON.stringify(events)).toContain('Canaryminutes of a meeting in vain');
});
