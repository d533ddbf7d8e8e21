// What was recorded by mistake is taken back over HTTP: seen first, with what is owed no more and who hears of it, and shown as
// what it was; a correction says what is right, or that it never was (R8).

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { askedOnPaper } from './askedOnPaper';
import { Cast, COUNCIL, HOSPITAL, moment, POLICE, type Race } from './cast';
import { REASON } from './changesOfCalendar';

let under: ApiUnderTest;
let race: Race;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
beforeEach(async () => {
  race = await askedOnPaper(cast);
});
afterAll(() => under.close());

const NEVER = { recordedByMistake: true, reason: REASON };
interface Shown {
  readonly timetable: { readonly obligations: readonly { readonly key: string; readonly due?: string }[] };
}
const keys = async (): Promise<readonly string[]> => {
  const { timetable } = await race.read<Shown>('/timetable');
  return timetable.obligations.flatMap(({ key, due }) => (due === undefined ? [] : [key]));
};

test('R3, R8: a notification of another case: its count is owed no more, and the preview says so first', async () => {
  await race.at('03-31 12:00').wake();
  await race.act('/timestamps', { timestamp: 'notificationSent', at: '2026-03-27T11:00:00Z' });
  expect(await keys()).toContain('completePanel');
  const path = '/timestamps/notificationSent/corrections';
  const preview = await race.ask(`${path}/preview`, { body: { recordedByMistake: true } });
  expect(preview.json()).toMatchObject({
    moves: [{ key: 'meeting', was: '2026-04-17', due: '2026-04-20' }],
    owedNoMore: [{ key: 'completePanel', due: '2026-04-21' }],
    chronology: [
      expect.stringMatching(
        /^Recorded by mistake: the notification to the national Panel, given as Friday 27/u,
      ),
      expect.anything(),
    ],
  });
  const page = await race.ask(`${path}/preview.txt`, { body: { recordedByMistake: true } });
  expect(page.body).toMatch(/the completion by the Panel's count +Tuesday 21 April 2026 +no longer owed/u);
  const { events } = await race.act(path, NEVER);
  expect(events).toEqual(['TimestampCorrected', 'DatesMoved']);
  expect(await keys()).not.toContain('completePanel');
});

test('R8: the reference of a notification that never was falls away with it, which the preview warns of', async () => {
  await race.at('03-31 12:00').wake();
  await race.act('/timestamps', { timestamp: 'notificationSent', at: '2026-03-27T11:00:00Z' });
  const reference = '/notification-reference';
  await race.act(reference, { reference: 'Canaryreference 417' });
  await race.act(reference, { reference: 'Canaryreference 471', reason: REASON });
  interface Panel {
    readonly notificationReference?: { readonly text: string };
  }
  const shown = async () => (await race.read<Panel>('/panel')).notificationReference?.text;
  expect(await shown()).toBe('Canaryreference 471');
  const path = '/timestamps/notificationSent/corrections';
  const preview = await race.ask(`${path}/preview`, { body: { recordedByMistake: true } });
  expect(preview.json()).toMatchObject({
    warnings: expect.arrayContaining([expect.objectContaining({ about: 'referenceFallsAway' })]),
  });
  await race.act(path, NEVER);
  expect(await shown()).toBeUndefined();
  await race.act(reference, { reference: 'Canaryreference 500' });
  expect(await shown()).toBe('Canaryreference 500');
});

test('R8: records that are not secured are shown as owed, and not as secured', async () => {
  await race.at('04-01 12:00').wake();
  const how = { paper: true, electronic: true, locked: true };
  await race.act(`/records-secured/${HOSPITAL}`, { on: '2026-04-01', ...how });
  await race.act(`/records-secured/${HOSPITAL}/corrections`, NEVER);
  const shown = await race.read(`/returns/${HOSPITAL}`);
  expect(shown).toMatchObject({ recordsSecured: { status: 'open' } });
  expect(shown).not.toHaveProperty('secured');
  await race.act(`/records-secured/${HOSPITAL}`, { on: '2026-03-31', ...how });
  expect(await race.read(`/returns/${HOSPITAL}`)).toMatchObject({ secured: { on: '2026-03-31' } });
});

test('R8: an answer of another agency is taken back: shown as that, and owed again', async () => {
  await race.at('04-01 12:00').wake();
  await race.act(`/returns/${HOSPITAL}`, { answer: 'nil', how: 'telephone', on: '2026-04-01' });
  const path = `/returns/${HOSPITAL}/1/corrections`;
  await race.refused(path, { reason: REASON }, { status: 422, type: 'right-or-mistake', says: 'Give' });
  const preview = await race.ask(`${path}/preview`, { body: { recordedByMistake: true } });
  expect(preview.json()).toMatchObject({
    restated: expect.arrayContaining([
      {
        key: `agencyReturn:${HOSPITAL}`,
        due: '2026-04-09',
        was: { kind: 'met', due: '2026-04-09', on: '2026-04-01' },
      },
    ]),
    told: [
      {
        who: 'agency',
        agency: HOSPITAL,
        about:
          'its answer 1 was recorded by mistake: it is asked for its own, by the end of Thursday 9 April 2026',
      },
    ],
    chronology: expect.arrayContaining([
      expect.stringMatching(/^Recorded by mistake: .+ did not give answer 1/u),
    ]),
  });
  const page = await race.ask(`${path}/preview.txt`, { body: { recordedByMistake: true } });
  expect(page.body).toMatch(
    /the scoping return.* Thursday 9 April 2026 +Thursday 9 April 2026 +met, and would be open/u,
  );
  const { events } = await race.act(path, NEVER);
  expect(events).toEqual(['ReturnCorrected', 'OutcomeRestated', 'OutcomeRestated', 'BriefingSkipped']);
  expect(await race.read(`/returns/${HOSPITAL}`)).toMatchObject({
    answers: [{ number: 1, answer: 'nil', judged: 'recordedByMistake' }],
    return: { status: 'open' },
    recordsSecured: { status: 'open' },
  });
  await race.refused(
    `/returns/${HOSPITAL}/1/sent-back`,
    { missing: 'Everything' },
    { status: 409, type: 'return-already-judged', says: 'taken back, as recorded by mistake, already' },
  );
});

test('R24: what another agency wrote is read by the team, and not by the agency for which it was recorded', async () => {
  await race.at('04-01 12:00').wake();
  const written = { content: 'Canaryanswer about another child', by: 'Canaryname of another agency' };
  await race.act(`/returns/${COUNCIL}`, { answer: 'full', how: 'paper', on: '2026-04-01', ...written });
  await race.act(`/returns/${COUNCIL}/1/corrections`, NEVER);
  const [team, own] = [
    await race.read<{ answers: readonly object[] }>(`/returns/${COUNCIL}`),
    await race.read<{ answers: readonly object[] }>(`/returns/${COUNCIL}`, { as: 'agencyContact' }),
  ];
  expect(team.answers).toMatchObject([{ content: { text: written.content }, by: { text: written.by } }]);
  expect(own.answers).toMatchObject([{ number: 1, judged: 'recordedByMistake' }]);
  expect(JSON.stringify(own)).not.toContain('Canary');
});

test.each([
  ['neither', {}, 'is missing'],
  ['neither, though the field is there', { recordedByMistake: false }, 'is missing'],
  ['both', { at: '2026-03-30T10:00:00Z', recordedByMistake: true }, 'comes beside'],
])('a correction that says %s is refused, and changes nothing', async (_, body, says) => {
  await race.refused(
    '/timestamps/referralReceived/corrections',
    { ...body, reason: REASON },
    { status: 422, type: 'right-or-mistake', pointer: 'body /at', says: 'recordedByMistake' },
  );
  const { errors } = (await race.ask('/timestamps/referralReceived/corrections/preview', { body })).json<{
    errors: readonly { detail: string }[];
  }>();
  expect(errors[0]?.detail).toContain(says);
});

test('R22: the receipt is corrected, and not taken back', async () => {
  await race.refused('/timestamps/referralReceived/corrections', NEVER, {
    status: 409,
    type: 'receipt-not-by-mistake',
    pointer: 'body /recordedByMistake',
    says: 'there is no case without it',
  });
});

test('R8, R14: what was recorded at a meeting is taken back, and recorded anew without the minutes of before', async () => {
  const met = await (await cast.open()).meets('04-14 10:00', ['police']);
  await met.at('04-14 12:00').act('/meeting/closing', { minutes: 'Canaryminutes of another meeting' });
  const { events } = await met.act('/meeting/opening/undoing', { reason: REASON }, { as: 'meetingChair' });
  expect(events).toEqual(['MeetingOpeningUndone']);
  const meetings = async () => (await met.read<{ meetings: readonly object[] }>('/meetings')).meetings;
  const [arranged] = await meetings();
  expect(arranged).toMatchObject({ number: 1, stage: 'arranged', attendance: [] });
  expect(arranged).not.toHaveProperty('minutes');
  await met.refused(
    '/meeting/opening/undoing',
    { reason: REASON },
    { status: 409, type: 'nothing-recorded-of-meeting', says: 'rearranged or cancelled' },
  );
  await met.act('/meeting/opening', { at: moment('04-14 10:15') });
  const evidenced = async () =>
    (await met.read<{ duties: { evidenced: readonly object[]; missing: readonly string[] } }>('/decision'))
      .duties;
  await met.act('/duties', { duty: 'facts', evidence: 'Canaryevidence of another case' });
  expect((await evidenced()).evidenced).toHaveLength(1);
  await met.act('/meeting/opening/undoing', { reason: REASON });
  expect(await evidenced()).toMatchObject({ evidenced: [], missing: expect.arrayContaining(['facts']) });
  await met.act('/meeting/opening', { at: moment('04-14 10:20') });
  await met.act('/meeting/closing', { minutes: 'Canaryminutes of this meeting' });
  expect((await meetings())[0]).toMatchObject({ minutes: { text: 'Canaryminutes of this meeting' } });
});

test('R16: a decision that counted an answer of another agency is shown to have lacked it', async () => {
  const decided = await cast.open();
  await decided.act(`/scoping-requests/${POLICE}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await decided.at('04-01 12:00').act(`/returns/${POLICE}`, { answer: 'full', how: 'paper' });
  await decided.decided();
  await decided.act(`/returns/${POLICE}/1/corrections`, NEVER);
  const { decisions } = await decided.read<{ decisions: readonly { missingReturns: readonly object[] }[] }>(
    '/decision',
  );
  expect(decisions[0]?.missingReturns).toContainEqual(expect.objectContaining({ agency: POLICE }));
});

test('R22: an agency named by mistake is seen off first, and then off: not shown, and named in the chronology', async () => {
  await race.at('03-31 12:00').wake();
  await race.act('/agencies', { agency: 'AG-0004' });
  const path = '/agencies/AG-0004/removal';
  const preview = await race.ask(`${path}/preview`, { body: {} });
  expect(preview.json()).toMatchObject({
    owedNoMore: [{ key: 'scopingDispatch:AG-0004', due: '2026-04-01' }],
    restated: [],
  });
  const { events } = await race.act(path, { reason: REASON });
  expect(events).toEqual(['AgencyRemoved']);
  expect(await keys()).not.toContain('scopingDispatch:AG-0004');
  const shown = await race.read<{ events: readonly { what: string }[] }>('/chronology');
  expect(shown.events.at(-1)?.what).toMatch(/^(?!AG-).+ was taken off the case/u);
  await race.refused(
    `/agencies/${HOSPITAL}/removal`,
    { reason: REASON },
    { status: 409, type: 'agency-took-part', says: '/void' },
  );
  await race.act(`/returns/${HOSPITAL}`, {
    answer: 'full',
    how: 'telephone',
    on: '2026-03-31',
    content: 'A',
  });
  await race.refused(
    `/agencies/${HOSPITAL}/removal`,
    { reason: REASON },
    { status: 409, type: 'agency-took-part', says: 'tell it that it owes nothing' },
  );
});

test('R20: a case that a reply of another settled goes on, and shows the reply as recorded by mistake', async () => {
  const sent = await (await cast.open()).readyForPanel();
  await sent
    .at('04-15 12:00')
    .act('/panel/dispatch/sent-another-way', { channel: 'portal', evidence: 'Canaryevidence' });
  await sent.at('04-16 12:00').act('/panel/replies', { reply: 'considersNationalReview', on: '2026-04-15' });
  await sent.act('/panel/replies/1/corrections', { on: '2026-04-16', reason: REASON });
  await sent.act('/panel/replies/1/corrections', NEVER);
  expect(await sent.read('/panel')).toMatchObject({
    replies: [{ on: '2026-04-16', recordedByMistake: true }],
  });
  await sent.at('04-20 12:00').act('/panel/replies', { reply: 'agrees' });
  await sent.refused(
    '/report',
    { title: 'Another', location: 'There' },
    { status: 409, type: 'case-ended', says: '/panel/settlement/undoing' },
  );
  const { events } = await sent.at('04-22 12:00').act('/panel/settlement/undoing', { reason: REASON });
  expect(events).toEqual(expect.arrayContaining(['SettlementUndone', 'PanelReplyCorrected']));
  expect(await sent.read('')).toMatchObject({ status: 'open' });
  expect(await sent.read('/panel')).toMatchObject({
    replies: [{ number: 1 }, { number: 2, reply: 'agrees', recordedByMistake: true }],
    awaitedSince: '2026-04-15',
  });
  const preview = await sent.ask('/panel/dispatches/1/corrections/preview', {
    body: { recordedByMistake: true },
  });
  expect(preview.json()).toMatchObject({
    warnings: [{ about: 'outcomeToldTooSoon', inWords: expect.stringContaining('tell them yourselves') }],
  });
  await sent.act('/panel/dispatches/1/corrections', NEVER);
  expect(await sent.read<object>('/panel')).toMatchObject({
    gate: { open: true },
    dispatches: [{ inWords: expect.stringContaining('recorded by mistake') }],
  });
});

test('R8: what is taken back at an address of its own is refused with that address, previewed or not', async () => {
  for (const [path, at] of [
    [`/scoping-requests/${HOSPITAL}`, `/scoping-requests/${HOSPITAL}/void`],
    [`/agencies/${HOSPITAL}`, `/agencies/${HOSPITAL}/removal`],
  ])
    for (const ending of ['', '/preview', '/preview.txt'])
      await race.refused(`${path}/corrections${ending}`, NEVER, {
        status: 409,
        type: 'taken-back-elsewhere',
        pointer: 'body /recordedByMistake',
        says: `address of its own, with a \\"reason\\": POST /cases/{reference}${at}.`,
      });
  await race.refused('/scoping-requests/nobody/corrections', NEVER, {
    status: 404,
    type: 'unknown-agency',
    pointer: 'path /agency',
    says: 'AG-0003',
  });
});
