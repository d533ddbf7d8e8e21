// Decision and sign-off over HTTP: what each establishes, what is shown of it, and each refusal (points 5 and 11 of the
// issue).

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DecisionsView } from '../../api/decision/decisionViewSchema';
import { apiUnderTest, newKey, type ApiUnderTest, type Asking } from './apiUnderTest';
import { Cast, CRITERIA, decisionBody, moment, PARTNER, POLICE, SCHOOL, type Race } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

describe('a decision', () => {
  test('R16: is shown with its quorum, reasons, dissent and the returns that were missing', async () => {
    const race = await cast.open();
    await race.meets('04-14 10:00');
    const dissent = [{ seat: 'police', reasons: 'Canarydissent of the police' }];
    const { events } = await race.at('04-14 11:00').act('/decision', decisionBody({ dissent }));
    expect(events).toContain('DecisionTaken');
    const { decisions, missingReturns, duties } = await race.read<DecisionsView>('/decision');
    expect(decisions).toMatchObject([
      {
        number: 1,
        meeting: 1,
        at: '2026-04-14T10:00:00.000Z',
        on: '2026-04-14',
        inWords: 'Decided on Tuesday 14 April 2026 at 11:00: a local child safeguarding practice review.',
        threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
        rationale: { text: 'Canaryrationale of the group' },
        dissent: [{ seat: 'police', reasons: { text: 'Canarydissent of the police' } }],
        signOffs: [],
        signOffsMissing: ['localAuthority', 'police', 'integratedCareBoard'],
      },
    ]);
    expect(decisions[0]?.quorum).toContainEqual({
      seat: 'police',
      attendee: `${POLICE}-C1`,
      name: 'Canaryduty 0',
    });
    expect(decisions[0]?.criteria.map(({ reasons }) => reasons.text)).toEqual(
      CRITERIA.map(({ reasons }) => reasons),
    );
    expect(decisions[0]?.missingReturns).toHaveLength(4);
    expect(missingReturns).toContainEqual({ agency: SCHOOL, name: 'Example Academy' });
    expect(duties).toEqual({ evidenced: [], missing: ['facts', 'immediateSafety', 'improvements'] });
  });

  test('each of its texts is a row of its own, and none is in the command', async () => {
    const taken = under.gateway.seen.findLast(({ kind }) => kind === 'takeDecision');
    expect(JSON.stringify(taken)).not.toContain('Canary');
    const id = taken?.asked.commandId ?? '';
    const rows = await under.records.dossier.rowsOf('RR-2026-0001' as never);
    expect(
      rows.filter(({ commandId }) => commandId === id).map(({ row }) => row.slice(id.length + 1)),
    ).toEqual(['criterion-1', 'criterion-2', 'criterion-3', 'criterion-4', 'dissent-1', 'rationale']);
  });

  test('may be written down after the meeting, dated within it', async () => {
    const race = await cast.open();
    await race.meets('04-14 10:00');
    await race.at('04-14 12:00').act('/meeting/closing', { minutes: 'Canaryminutes' });
    race.at('04-15 09:00');
    await race.refused('/decision', decisionBody(), {
      status: 422,
      type: 'decided-after-meeting',
      pointer: 'body /at',
    });
    await race.act('/decision', decisionBody({ at: moment('04-14 11:30') }));
  });

  test('R14: counts to the minute: who came in the minute of the opening, or of the decision, was there', async () => {
    const race = await cast.open();
    await race.act('/meeting', { startsAt: moment('04-14 10:00') });
    const seconds = (time: string, after: number): void => {
      race.at(time);
      under.clock.now = (under.clock.now + after * 1_000) as never;
    };
    seconds('04-14 10:00', 20);
    await race.act('/meeting/opening');
    seconds('04-14 10:03', 7);
    await race.arrives('localAuthority', '04-14 10:00');
    for (const seat of ['police', 'integratedCareBoard'] as const)
      await race.act('/meeting/arrivals', { contact: `${PARTNER[seat]}-C1`, agency: PARTNER[seat], seat });
    seconds('04-14 10:03', 50);
    await race.act('/decision', decisionBody({ at: moment('04-14 10:03') }));
    const { decisions } = await race.read<DecisionsView>('/decision');
    expect(decisions).toMatchObject([{ at: '2026-04-14T09:03:00.000Z' }]);
  });

  test('is refused before any meeting, before its opening, in the future, and without quorum at its moment', async () => {
    const race = await cast.open();
    const notBegun = { status: 409, type: 'meeting-not-begun' };
    await race.refused('/decision', decisionBody(), notBegun);
    await race.refused('/duties', { duty: 'facts', evidence: 'None' }, notBegun);
    await race.meets('04-14 10:00', ['localAuthority', 'integratedCareBoard']);
    race.at('04-14 10:30');
    const at = (time: string): object => decisionBody({ at: moment(time) });
    await race.refused('/decision', at('04-13 10:00'), {
      status: 422,
      type: 'decided-before-meeting',
      pointer: 'body /at',
      says: 'not opened until Tuesday 14 April 2026 at 10:00',
    });
    await race.refused('/decision', at('04-14 10:31'), {
      status: 422,
      type: 'moment-in-future',
      pointer: 'body /at',
    });
    await race.refused('/decision', at('04-14 10:20'), {
      status: 422,
      type: 'inquorate',
      pointer: 'body /at',
      says: 'nobody filled the seat of the police',
    });
    // The police come: quorate from then on, and not before.
    await race.arrives('police', '04-14 10:25');
    await race.refused('/decision', at('04-14 10:20'), { status: 422, type: 'inquorate', says: 'police' });
    await race.act('/decision', at('04-14 10:25'));
    await race.refused('/decision', decisionBody(), { status: 409, type: 'already-decided' });
  });

  test('is refused when it does not answer what it must', async () => {
    const race = await (await cast.open()).meets('04-14 10:00');
    race.at('04-14 11:00');
    const [first, ...others] = CRITERIA;
    const police = { seat: 'police', reasons: 'No reasons' };
    for (const [body, bad] of [
      [
        { threshold: { abuseOrNeglect: 'neither', harm: 'died' } },
        { status: 422, type: 'threshold-not-met', pointer: 'body /threshold' },
      ],
      [{ criteria: others }, { status: 422, type: 'criteria-unanswered', pointer: 'body /criteria' }],
      [
        { criteria: [...CRITERIA, first] },
        { status: 422, type: 'criterion-answered-twice', pointer: 'body /criteria' },
      ],
      [
        { outcome: 'alternativeLearningReview' },
        { status: 422, type: 'learning-review-not-named', pointer: 'body /learningReview' },
      ],
      [
        { learningReview: 'learningEvent' },
        { status: 422, type: 'learning-review-not-chosen', pointer: 'body /learningReview' },
      ],
      [{ dissent: [police, police] }, { status: 422, type: 'seat-named-twice', pointer: 'body /dissent' }],
      [
        { outcome: 'seriousCaseReview' },
        { status: 400, type: 'malformed-request', pointer: 'body /outcome' },
      ],
      [{ rationale: ' ' }, { status: 400, type: 'malformed-request', pointer: 'body /rationale' }],
      [{ vote: 'for' }, { status: 400, type: 'unknown-field', pointer: 'body /vote' }],
    ] as const)
      await race.refused('/decision', decisionBody(body), bad);
    await race.act(
      '/decision',
      decisionBody({ outcome: 'alternativeLearningReview', learningReview: 'learningEvent' }),
    );
  });
});

describe('sign-off', () => {
  let race: Race;
  beforeAll(async () => {
    race = await (await cast.open()).meets('04-14 10:00');
  });

  test('R15, R17: comes after the decision and after each duty is evidenced', async () => {
    const mine = cast.asDelegate('police');
    await race.refused('/sign-offs', { seat: 'police' }, { status: 409, type: 'not-decided' }, mine);
    await race.at('04-14 11:00').act('/decision', decisionBody());
    await race.refused(
      '/sign-offs',
      { seat: 'police' },
      { status: 409, type: 'duties-not-evidenced', says: 'reviewing the facts' },
      mine,
    );
    await race.dutiesEvidenced();
  });

  test('R17: for another seat is refused; so is a delegate without a seat', async () => {
    await race.refused(
      '/sign-offs',
      { seat: 'integratedCareBoard' },
      { status: 403, type: 'not-your-seat', pointer: 'body /seat', says: 'the authority of the police' },
      cast.asDelegate('police'),
    );
    await race.refused(
      '/sign-offs',
      { seat: 'police' },
      { status: 403, type: 'not-your-seat', says: 'no seat' },
      { as: 'partnerDelegate' },
    );
  });

  test('R17: for somebody who gave it by mail or telephone needs evidence, and says so', async () => {
    await race.refused(
      '/sign-offs',
      { seat: 'localAuthority' },
      { status: 422, type: 'evidence-needed', pointer: 'body /evidence' },
    );
    await race.act('/sign-offs', { seat: 'localAuthority', evidence: 'Canaryevidence by mail' });
    await race.act('/sign-offs', { seat: 'police' }, cast.asDelegate('police'));
    const { decisions, duties } = await race.read<DecisionsView>('/decision');
    expect(decisions[0]?.signOffs).toMatchObject([
      {
        seat: 'localAuthority',
        onBehalf: true,
        who: 'Sam Inglewood',
        evidence: { text: 'Canaryevidence by mail' },
      },
      { seat: 'police', onBehalf: false, who: 'Delegate of police', on: '2026-04-14' },
    ]);
    expect(decisions[0]?.signOffsMissing).toEqual(['integratedCareBoard']);
    expect(duties.missing).toEqual([]);
  });

  test('R17: twice, or dated outside its time, is refused', async () => {
    await race.refused(
      '/sign-offs',
      { seat: 'police' },
      { status: 409, type: 'already-signed-off' },
      cast.asDelegate('police'),
    );
    for (const on of ['2026-04-13', '2026-04-15'])
      await race.refused(
        '/sign-offs',
        { seat: 'integratedCareBoard', on },
        { status: 422, type: 'dated-outside-its-time', pointer: 'body /on' },
        cast.asDelegate('integratedCareBoard'),
      );
  });
});

test('R17: one person signs for one seat, whatever authority they hold', async () => {
  const race = await (await cast.open()).decided();
  const { token } = await under.records.people.issue({
    role: 'partnerDelegate',
    person: 'Delegate of two',
    at: under.clock.now,
    seats: ['localAuthority', 'police'],
  });
  const asking: Asking = { as: null, headers: { authorization: `Bearer ${token}` } };
  await race.act('/sign-offs', { seat: 'localAuthority' }, asking);
  const bad = {
    status: 409,
    type: 'signed-off-another-seat',
    pointer: 'body /seat',
    says: 'one person signs for one seat',
  };
  await race.refused('/sign-offs', { seat: 'police' }, bad, asking);
});

test('a decision that was recorded wrong is sent again as it was taken; the first stays on record', async () => {
  const race = await (await cast.open()).decided();
  const insteadOf = { decision: 1, reason: 'Canarywrong box ticked' };
  await race.refused('/decision', decisionBody({ insteadOf: { ...insteadOf, decision: 2 } }), {
    status: 409,
    type: 'not-decision-in-force',
    pointer: 'body /insteadOf/decision',
    says: 'decision 1',
  });
  await race.act('/decision', decisionBody({ outcome: 'noFurtherReview', insteadOf }));
  const { decisions } = await race.read<DecisionsView>('/decision');
  expect(decisions).toMatchObject([
    { number: 1, outcome: 'practiceReview', replacedBy: 2 },
    {
      number: 2,
      outcome: 'noFurtherReview',
      at: decisions[0]?.at,
      signOffs: [],
      insteadOf: { decision: 1, reason: { text: insteadOf.reason } },
    },
  ]);
  const told = JSON.stringify(await race.read('/chronology'));
  expect(told).toContain('Decision 1 was recorded wrong. In its place stands decision 2');
  expect(told).toContain(
    JSON.stringify({ of: 'why it was recorded anew', text: insteadOf.reason }).slice(1, -1),
  );
});

test('a decision repeated under its key is taken once', async () => {
  const race = await (await cast.open()).meets('04-14 10:00');
  race.at('04-14 11:00');
  const asking = { body: decisionBody(), key: newKey() };
  const first = await race.ask('/decision', asking);
  race.at('04-14 11:20');
  const again = await race.ask('/decision', asking);
  expect([first.statusCode, again.json()]).toEqual([200, first.json()]);
});
