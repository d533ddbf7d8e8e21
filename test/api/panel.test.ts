// The national Panel over HTTP: the gate, dispatch with its proof, replies and what they bring, any other word (R5, R17 to
// R19).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DecisionsView } from '../../api/decision/decisionViewSchema';
import type { PanelView } from '../../api/panel/panelViewSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { AGREED_BY, Cast } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

describe('the Panel', () => {
  test('R17: the gate says what is missing, and which of it the chair may go without', async () => {
    const race = await (await cast.open()).decided();
    const { gate } = await race.read<PanelView>('/panel');
    expect(gate).toMatchObject({ open: false, never: [{ item: 'report' }] });
    expect(gate.chairMay.map(({ inWords }) => inWords)).toEqual([
      'the sign-off for the local authority',
      'the sign-off for the police',
      'the sign-off for the integrated care board',
      "the notification's reference",
    ]);
    const reason = { proceedReason: 'Canaryreason to go on' };
    await race.refused('/panel/dispatch', {}, { status: 409, type: 'panel-gate-shut', says: 'the report' });
    await race.refused('/panel/dispatch', reason, {
      status: 409,
      type: 'panel-gate-shut',
      says: 'Always needed, and missing',
    });
    await race.act('/report', { title: 'Canarytitle', location: 'Canarylocation' });
    await race.refused(
      '/panel/dispatch',
      {},
      { status: 409, type: 'panel-gate-shut', pointer: 'body /proceedReason' },
    );
    // The coordinator may not decide to go without; the chair may.
    await race.refused('/panel/dispatch', reason, {
      status: 403,
      type: 'only-chair-may-proceed',
      pointer: 'body /proceedReason',
    });
    await race.act('/panel/dispatch', reason, { as: 'meetingChair' });
    const { dispatches } = await race.read<PanelView>('/panel');
    expect(dispatches).toMatchObject([{ number: 1, reason: { text: 'Canaryreason to go on' } }]);
    expect(dispatches[0]?.without).toHaveLength(4);
    await race.refused(
      '/panel/dispatch',
      reason,
      { status: 409, type: 'panel-already-informed' },
      { as: 'meetingChair' },
    );
  });

  test('R18: decision and report go by mail, with the proof of when, to whom, what and the outcome', async () => {
    const race = await (await cast.open()).readyForPanel();
    expect((await race.read<PanelView>('/panel')).gate).toMatchObject({
      open: true,
      never: [],
      chairMay: [],
    });
    await race.at('04-16 10:00').act('/panel/dispatch');
    const before = await race.read<PanelView>('/panel');
    const inWords = expect.stringContaining('on their way') as unknown;
    expect(before.gate).toMatchObject({ open: false, inWords });
    expect(before.dispatches).toMatchObject([{ proof: { to: 'panel', outcome: 'open' }, inWords }]);
    await race.refused('/panel/replies', { reply: 'agrees' }, { status: 409, type: 'panel-not-informed' });
    expect(await race.at('04-16 10:01').mailGoes()).toContain('panelDispatch/1');
    const panel = await race.read<PanelView>('/panel');
    expect(panel).toMatchObject({
      gate: {
        open: false,
        never: [],
        chairMay: [],
        inWords: expect.stringContaining('nothing to send') as unknown,
      },
      notificationReference: { text: 'Canaryreference 417' },
      reports: [{ number: 1, title: 'Canarytitle of the report', location: 'Canarylocation' }],
      dispatches: [
        {
          decision: 1,
          report: 1,
          channel: 'mail',
          sentOn: '2026-04-16',
          without: [],
          proof: {
            notice: `${race.reference}/panelDispatch/1`,
            to: 'panel',
            outcome: 'accepted',
            attempts: 1,
            acceptedAt: '2026-04-16T09:01:00.000Z',
          },
          inWords: 'Decision 1 and report 1 went to the national Panel on Thursday 16 April 2026, by mail.',
        },
      ],
      awaitedSince: '2026-04-16',
    });
  });

  test('R18: another way, with its evidence', async () => {
    const race = await (await cast.open()).readyForPanel();
    const body = { channel: 'portal', on: '2026-04-15', evidence: 'Canaryevidence of the portal' };
    await race.refused('/panel/dispatch/sent-another-way', body, {
      status: 422,
      type: 'dated-outside-its-time',
      pointer: 'body /on',
    });
    await race.refused(
      '/panel/dispatch/sent-another-way',
      { ...body, channel: 'mail' },
      { status: 400, type: 'malformed-request', pointer: 'body /channel' },
    );
    const { events } = await race.at('04-15 12:00').act('/panel/dispatch/sent-another-way', body);
    expect(events).toEqual(expect.arrayContaining(['PanelInformed', 'PanelDispatchSent', 'ObligationMet']));
    expect((await race.read<PanelView>('/panel')).dispatches).toMatchObject([
      { channel: 'portal', sentOn: '2026-04-15', evidence: { text: 'Canaryevidence of the portal' } },
    ]);
  });

  test('R18: what hung in the mail and went another way is shown as it went', async () => {
    const race = await (await cast.open()).readyForPanel();
    await race.at('04-17 12:00').act('/panel/dispatch', {});
    const body = { channel: 'portal', on: '2026-04-17', evidence: 'Canaryevidence of the portal' };
    await race.act('/panel/dispatch/sent-another-way', body);
    const [dispatch] = (await race.read<PanelView>('/panel')).dispatches;
    expect(dispatch).toMatchObject({ channel: 'portal', sentOn: '2026-04-17' });
    expect(dispatch?.inWords).toMatch(/went to the national Panel on Friday 17 April 2026, (?!by mail)/);
  });

  test('R8: the days of what went another way and of a reply are corrected, and shown as they are then', async () => {
    const race = await (await cast.open()).readyForPanel();
    await race.at('04-17 12:00').act('/panel/dispatch/sent-another-way', {
      channel: 'portal',
      on: '2026-04-17',
      evidence: 'Canaryevidence of the portal',
    });
    await race.refused(
      '/panel/dispatches/2/corrections',
      { on: '2026-04-16', reason: 'Canaryreason' },
      { status: 404, type: 'no-such-dispatch', says: 'dispatch 2' },
    );
    await race.act('/panel/dispatches/1/corrections', { on: '2026-04-16', reason: 'Canaryreason of a day' });
    expect(await race.read<PanelView>('/panel')).toMatchObject({
      dispatches: [
        {
          sentOn: '2026-04-16',
          evidence: { text: 'Canaryevidence of the portal' },
          inWords: expect.stringContaining('Thursday 16 April 2026') as unknown,
        },
      ],
      awaitedSince: '2026-04-16',
    });
    await race.at('05-06 09:00').act('/panel/replies', { reply: 'disagrees', on: '2026-05-06' });
    const { events } = await race.act('/panel/replies/1/corrections', {
      on: '2026-05-05',
      reason: 'Canaryreason of a day',
    });
    expect(events).toEqual(['PanelReplyCorrected', 'DatesMoved']);
    expect((await race.read<PanelView>('/panel')).replies).toMatchObject([
      { on: '2026-05-05', inWords: expect.stringContaining('Tuesday 5 May 2026') as unknown },
    ]);
    await race.refused(
      '/panel/replies/2/corrections',
      { on: '2026-05-05', reason: 'Canaryreason' },
      { status: 404, type: 'no-such-panel-reply', says: 'reply 2' },
    );
  });

  test('R19: a reply before informing, a settlement before a reply, are refused', async () => {
    const race = await (await cast.open()).readyForPanel();
    await race.refused(
      '/panel/replies',
      { reply: 'agrees' },
      { status: 409, type: 'panel-not-informed', says: 'Inform it first' },
    );
    await race.refused(
      '/panel/settlement',
      { reason: 'No reason' },
      { status: 409, type: 'no-reply-to-settle' },
    );
    await race.refused(
      '/decision/confirmation',
      { agreedBy: AGREED_BY, reason: 'No reason' },
      { status: 409, type: 'nothing-to-reconsider' },
    );
    await race.refused(
      '/notification-reference',
      { reference: 'Another' },
      { status: 409, type: 'notification-reference-already-recorded' },
    );
    await race.refused(
      '/report',
      { title: 'Title', location: 'Here', sha256: 'abc' },
      { status: 400, type: 'malformed-request', pointer: 'body /sha256' },
    );
  });

  test('R19: it disagrees; the partners confirm in writing, and the reply is settled', async () => {
    const race = await (await cast.open()).readyForPanel();
    await race.at('04-16 10:00').act('/panel/dispatch');
    await race.mailGoes();
    const letter = 'Canaryletter of the Panel';
    await race.at('05-06 09:00').act('/panel/replies', { reply: 'disagrees', on: '2026-05-05', letter });
    await race.refused(
      '/panel/settlement',
      { reason: 'No' },
      { status: 409, type: 'disagreement-not-reconsidered' },
    );
    const [one, two] = AGREED_BY;
    await race.refused(
      '/decision/confirmation',
      { agreedBy: [one, two], reason: 'No' },
      {
        status: 422,
        type: 'partners-must-agree',
        pointer: 'body /agreedBy',
        says: 'the integrated care board',
      },
    );
    await race.refused(
      '/decision/confirmation',
      { agreedBy: [...AGREED_BY, one], reason: 'No' },
      { status: 422, type: 'seat-named-twice', pointer: 'body /agreedBy' },
    );
    const confirmed = { agreedBy: AGREED_BY, reason: 'Canaryreason to stand by it' };
    await race.at('05-08 09:00').act('/decision/confirmation', confirmed);
    const { decisions } = await race.read<DecisionsView>('/decision');
    expect(decisions).toMatchObject([
      {
        confirmations: [
          {
            on: '2026-05-08',
            reason: { text: confirmed.reason },
            agreedBy: AGREED_BY.map(({ seat, evidence }) => ({ seat, evidence: { text: evidence } })),
          },
        ],
      },
    ]);
    const untold = { status: 409, type: 'panel-not-answered', says: 'has not been told' };
    await race.refused('/panel/settlement', { reason: 'No' }, untold);
    const answer = { contact: 'other', channel: 'telephone', note: 'Canarynote of the answer' };
    await race.act('/panel/contacts', answer);
    await race.act('/panel/settlement', { reason: 'Canaryreason to settle' }, { as: 'meetingChair' });
    expect(await race.read('')).toMatchObject({ status: 'ended' });
    const panel = await race.read<PanelView>('/panel');
    expect(panel.replies).toMatchObject([{ reply: 'disagrees', on: '2026-05-05', letter: { text: letter } }]);
    expect(panel.gate).toMatchObject({
      open: false,
      inWords: expect.stringContaining('has ended') as unknown,
    });
    expect(panel).not.toHaveProperty('awaitedSince');
  });

  test('R5: it can be told at any time that it will be late; a chase comes after informing it', async () => {
    const race = await cast.open();
    race.at('04-09 10:00');
    const note = 'Canarynote to the Panel';
    const refused = (body: object, why: Parameters<typeof race.refused>[2]): Promise<unknown> =>
      race.refused('/panel/contacts', { channel: 'mail', note, ...body }, why);
    const pointer = 'body /expected';
    const late = { contact: 'willBeLate', expected: '2026-04-24', channel: 'mail', note };
    await refused({ contact: 'willBeLate' }, { status: 422, type: 'expected-date-needed', pointer });
    const past = { ...late, expected: '2026-04-08' };
    await refused(past, { status: 422, type: 'expected-date-in-past', pointer });
    await refused({ contact: 'chase' }, { status: 409, type: 'panel-not-informed' });
    const { version } = await race.act('/panel/contacts', late, { as: 'independentChair' });
    expect(await race.mailGoes()).toContain(`panelContact/${version}`);
    expect((await race.read<PanelView>('/panel')).contacts).toMatchObject([
      {
        contact: 'willBeLate',
        expected: '2026-04-24',
        who: 'Ash Penhallow',
        note: { text: note },
        inWords: 'On Thursday 9 April 2026, by mail: there is a delay.',
      },
    ]);
  });

  test('R18: a word by mail comes with its proof, and says where it did not reach the Panel', async () => {
    const race = await cast.open();
    const late = { contact: 'willBeLate', expected: '2026-04-24', channel: 'mail', note: 'Canarynote' };
    const { version } = await race.at('04-09 10:00').act('/panel/contacts', late);
    const key = `panelContact/${version}`;
    await race.mailGoes(key);
    expect((await race.read<PanelView>('/panel')).contacts[0]).toMatchObject({
      proof: { notice: `${race.reference}/${key}`, to: 'panel', outcome: 'refused', attempts: 1 },
      inWords:
        'On Thursday 9 April 2026, by mail: there is a delay. It did not reach the national Panel: the mail server refused the mail for good. Tell the Panel another way, and record that.',
    });
  });
});
