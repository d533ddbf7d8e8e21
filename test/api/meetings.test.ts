// Meetings over HTTP: days proposed, who is invited, replies, attendance, quorum at any moment, and who may see what.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import type { ProposalsView } from '../../api/meetings/proposalsView';
import type { QuorumView } from '../../api/meetings/quorumView';
import { apiUnderTest, newKey, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, HOSPITAL, moment, POLICE, SCHOOL, type Race } from './cast';
import { openCase } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

const diaryDate = async (time: string): Promise<string> => {
  const answer = await under.ask('POST', '/sub-group-dates', { body: { startsAt: moment(time) } });
  expect(answer.statusCode).toBe(201);
  return answer.json<{ id: string }>().id;
};

const meetingsOf = async (race: Race): Promise<MeetingsView['meetings']> =>
  (await race.read<MeetingsView>('/meetings')).meetings;

describe('proposals', () => {
  test('C5: the working days of the window, numbered from the receipt, while no date of the diary lies in it', async () => {
    const race = await cast.open();
    const { window, proposals } = await race.read<ProposalsView>('/meeting/proposals');
    expect(window).toEqual({ opens: '2026-04-10', closes: '2026-04-20' });
    expect(proposals.map(({ on, workingDay }) => `${on} ${workingDay ?? ''}`)).toEqual([
      '2026-04-10 7',
      '2026-04-13 8',
      '2026-04-14 9',
      '2026-04-15 10',
      '2026-04-16 11',
      '2026-04-17 12',
      '2026-04-20 13',
    ]);
    expect(proposals[0]?.inWords).toBe('Friday 10 April 2026 (working day 7)');
  });

  test('C5: a date of the sub-group inside the window comes first', async () => {
    const race = await cast.open();
    await diaryDate('04-09 10:00');
    const inside = await diaryDate('04-15 14:00');
    const { proposals } = await race.read<ProposalsView>('/meeting/proposals');
    expect(proposals).toEqual([
      {
        on: '2026-04-15',
        weekday: 'Wednesday',
        workingDay: 10,
        startsAt: '2026-04-15T13:00:00.000Z',
        diaryDate: inside,
        inWords: 'Wednesday 15 April 2026 at 14:00 (working day 10), a date of the sub-group',
      },
    ]);
  });

  test('none, and why, once the window is over, the group has decided, or no review runs', async () => {
    const race = await cast.open();
    race.at('04-21 09:00');
    const late = await race.read<ProposalsView>('/meeting/proposals');
    expect([late.proposals, late.why]).toEqual([
      [],
      expect.stringContaining('closes on Monday 20 April 2026'),
    ]);
    const decided = await (await cast.open()).decided();
    expect((await decided.read<ProposalsView>('/meeting/proposals')).why).toContain(
      'decided on Tuesday 14 April 2026',
    );
    cast.at('03-30 16:25');
    const recorded = await openCase(under, { nature: 'careLeaverDeath', agencies: [] });
    const answer = await under.ask('GET', `/cases/${recorded}/meeting/proposals`);
    expect(answer.json<ProposalsView>()).toMatchObject({
      proposals: [],
      why: expect.stringContaining('No Rapid Review runs') as unknown,
    });
  });
});

describe('invitees', () => {
  test('R14: left out, every agency on the case and one for each seat, each with its leads', async () => {
    const race = await cast.open({ agencies: [HOSPITAL, SCHOOL] });
    await race.act('/meeting', { startsAt: moment('04-14 10:00') });
    const [meeting] = await meetingsOf(race);
    expect(meeting?.invitees).toEqual([
      { agency: HOSPITAL, name: 'Example Hospitals NHS Trust', contacts: [`${HOSPITAL}-C1`] },
      { agency: SCHOOL, name: 'Example Academy', contacts: [`${SCHOOL}-C1`] },
      { agency: COUNCIL, name: 'Example City Council', contacts: [`${COUNCIL}-C1`], seat: 'localAuthority' },
      { agency: POLICE, name: 'Example Police', contacts: [`${POLICE}-C1`], seat: 'police' },
      {
        agency: BOARD,
        name: 'Example Integrated Care Board',
        contacts: [`${BOARD}-C1`],
        seat: 'integratedCareBoard',
      },
    ]);
    expect(meeting).toMatchObject({ stage: 'arranged', papersOn: '2026-04-13', seatsUncovered: [] });
    expect(await race.mailGoes()).toContain(`meetingInvitation/1.0/${POLICE}`);
  });

  test('named, with the seat that the register gives them; a decline leaves the seat uncovered', async () => {
    const race = await cast.open();
    const invitees = [{ agency: POLICE }, { agency: SCHOOL, contacts: [`${SCHOOL}-C1`] }];
    await race.act('/meeting', { startsAt: moment('04-14 10:00'), invitees });
    await race.act('/meeting/replies', { agency: POLICE, reply: 'declined' });
    const [meeting] = await meetingsOf(race);
    expect(meeting?.invitees.map(({ agency, seat, reply }) => [agency, seat, reply])).toEqual([
      [POLICE, 'police', 'declined'],
      [SCHOOL, undefined, undefined],
    ]);
    expect(meeting?.seatsUncovered).toEqual(['localAuthority', 'police', 'integratedCareBoard']);
  });

  test('stay when the meeting is rearranged, and are asked again', async () => {
    const race = await cast.open();
    await race.act('/meeting', { startsAt: moment('04-14 10:00') });
    await race.act('/meeting/replies', { agency: POLICE, reply: 'accepted' });
    const moved = { startsAt: moment('04-15 10:00'), reason: 'Canaryreason to move it' };
    expect((await race.act('/meeting/rearrangement', moved)).events).toContain('MeetingRearranged');
    const [meeting] = await meetingsOf(race);
    expect(meeting).toMatchObject({ rearranged: 1, reason: { text: moved.reason }, on: '2026-04-15' });
    expect(meeting?.invitees.map(({ reply }) => reply)).toEqual([undefined, undefined, undefined, undefined]);
    await race.act('/meeting/cancellation', { reason: 'Canaryreason to cancel it' });
    expect(await meetingsOf(race)).toMatchObject([
      { stage: 'cancelled', reason: { text: 'Canaryreason to cancel it' } },
    ]);
  });

  test('a meeting outside its window is a recorded departure, with its reason', async () => {
    const race = await cast.open();
    const body = { startsAt: moment('04-22 10:00'), reason: 'Canaryreason to be late' };
    await race.act('/meeting', body);
    expect(await meetingsOf(race)).toMatchObject([
      {
        departure: { way: 'late', opens: '2026-04-10', closes: '2026-04-20' },
        reason: { text: body.reason },
      },
    ]);
  });
});

describe('a meeting that is held', () => {
  let race: Race;
  beforeAll(async () => {
    race = await cast.open();
    await race.meets('04-14 10:00', ['localAuthority', 'police']);
    const named = { name: 'Canaryname of the board', agency: BOARD, remote: true, at: moment('04-14 10:10') };
    await race.at('04-14 10:20').act('/meeting/arrivals', named);
    const taken = { attendee: 'A-1', seat: 'integratedCareBoard', at: moment('04-14 10:15') };
    await race.act('/meeting/seats', taken);
    // Not invited: allowed, and marked.
    await race.act('/meeting/arrivals', { contact: `${HOSPITAL}-C1`, agency: HOSPITAL });
    const conflict = {
      attendee: `${POLICE}-C1`,
      note: 'Canarynote of a conflict',
      at: moment('04-14 10:40'),
    };
    await race.at('04-14 10:45').act('/meeting/conflicts', conflict);
    await race.at('04-14 11:00').act('/meeting/departures', { attendee: `${COUNCIL}-C1` });
  });

  const quorumAt = (time?: string): Promise<QuorumView> =>
    race.read<QuorumView>(
      `/meeting/quorum${time === undefined ? '' : `?at=${encodeURIComponent(moment(time))}`}`,
    );

  test('R14: is quorate while every seat is filled, and says at any moment why not', async () => {
    expect(await quorumAt('04-14 09:30')).toMatchObject({
      quorate: false,
      inWords:
        'No meeting of this case was under way on Tuesday 14 April 2026 at 09:30. Meeting 1 was under way from Tuesday 14 April 2026 at 10:00, and nobody has closed it: ask for a moment of it, such as at=2026-04-14T09:00:00.000Z.',
    });
    expect(await quorumAt('04-14 10:12')).toMatchObject({ quorate: false, meeting: 1 });
    const full = await quorumAt('04-14 10:30');
    expect([full.quorate, full.seats.map(({ inWords }) => inWords)]).toEqual([
      true,
      [
        'The local authority: Canarycontact Merrow, Example City Council.',
        'The police: Canaryduty 0, Example Police.',
        'The integrated care board: Canaryname of the board, Example Integrated Care Board.',
      ],
    ]);
    // Nobody has closed it yet: it ends with its day.
    const { inWords } = await quorumAt('04-15 00:00');
    expect(inWords).toContain(
      'No meeting of this case was under way on Wednesday 15 April 2026 at 00:00. Meeting 1 was under way',
    );
    race.at('04-14 11:05');
    const now = await quorumAt();
    expect(now.seats.map(({ why }) => why)).toEqual(['left', 'conflict', undefined]);
    expect(now.inWords).toBe(
      'On Tuesday 14 April 2026 at 11:05 the meeting was not quorate: nobody filled the seats of the local authority and the police.',
    );
  });

  test('shows who came and went, to those who may read names; each view is logged', async () => {
    const [meeting] = await meetingsOf(race);
    expect(meeting).toMatchObject({ stage: 'open', openedAt: '2026-04-14T09:00:00.000Z', decided: false });
    expect(meeting?.attendance).toMatchObject([
      { attendee: `${COUNCIL}-C1`, name: 'Canarycontact Merrow', leftAt: '2026-04-14T10:00:00.000Z' },
      {
        attendee: `${POLICE}-C1`,
        seat: 'police',
        conflictAt: '2026-04-14T09:40:00.000Z',
        conflict: { text: 'Canarynote of a conflict' },
      },
      {
        attendee: 'A-1',
        name: 'Canaryname of the board',
        remote: true,
        seatFrom: '2026-04-14T09:15:00.000Z',
      },
      { attendee: `${HOSPITAL}-C1`, uninvited: true },
    ]);
    const before = (await under.records.dossier.viewsOf(race.reference as never)).toReversed();
    await race.read('/meetings', { as: 'auditor' });
    const views = (await under.records.dossier.viewsOf(race.reference as never))
      .toReversed()
      .slice(before.length);
    expect(views.map(({ actor, why }) => [actor, why])).toEqual([
      [under.actors.auditor, 'audit'],
      [under.actors.auditor, 'audit'],
    ]);
  });

  test('shows the name of a contact who came also once the register has withdrawn them', async () => {
    const contacts = async (body: object): Promise<void> => {
      const { statusCode } = await under.ask('PATCH', `/agencies/${COUNCIL}`, { body, key: newKey() });
      expect(statusCode).toBe(200);
    };
    await contacts({ contacts: [{ email: 'successor@council.example', name: 'Canarysuccessor' }] });
    expect((await meetingsOf(race))[0]?.attendance[0]).toMatchObject({ name: 'Canarycontact Merrow' });
    await contacts({ contacts: [{ id: `${COUNCIL}-C1` }] });
  });

  test('is closed with its minutes; without a decision another is to be held', async () => {
    const closing = { minutes: 'Canaryminutes', at: moment('04-14 11:10') };
    await race.at('04-14 11:15').act('/meeting/closing', closing);
    expect(await meetingsOf(race)).toMatchObject([
      {
        stage: 'held',
        decided: false,
        minutes: { text: 'Canaryminutes' },
        closedAt: '2026-04-14T10:10:00.000Z',
      },
    ]);
    expect((await race.act('/meeting', { startsAt: moment('04-16 10:00') })).events).toContain(
      'MeetingArranged',
    );
  });
});

test('a person known here, and somebody who is back, are recorded by their codes', async () => {
  const race = await cast.open();
  await race.meets('04-14 10:00', []);
  await race.act('/meeting/arrivals', { person: under.actors.meetingChair, agency: COUNCIL });
  await race.at('04-14 10:30').act('/meeting/departures', { attendee: under.actors.meetingChair });
  const back = { attendee: under.actors.meetingChair, agency: COUNCIL, seat: 'localAuthority' };
  await race.at('04-14 10:45').act('/meeting/arrivals', back);
  expect((await meetingsOf(race))[0]?.attendance).toMatchObject([
    { attendee: under.actors.meetingChair, name: 'Robin Thorley', leftAt: '2026-04-14T09:30:00.000Z' },
    { attendee: under.actors.meetingChair, arrivedAt: '2026-04-14T09:45:00.000Z', seat: 'localAuthority' },
  ]);
});

test('R22: who has said that it is the wrong organisation is not invited by default', async () => {
  const race = await cast.open({ agencies: [HOSPITAL, SCHOOL] });
  await race.act(`/scoping-requests/${HOSPITAL}/sent-another-way`, { channel: 'paper', on: '2026-03-30' });
  await under.gateway.act(race.reference as never, {
    kind: 'recordReturn',
    agency: HOSPITAL as never,
    answer: 'wrongOrganisation',
    how: 'telephone',
    on: '2026-03-30' as never,
    asked: {
      actor: under.actors.coordinator,
      authority: 'coordinator',
      commandId: 'r1',
      askedAt: 0 as never,
    },
  });
  await race.act('/meeting', { startsAt: moment('04-14 10:00') });
  const [meeting] = await meetingsOf(race);
  expect(meeting?.invitees.map(({ agency }) => agency)).toEqual([SCHOOL, COUNCIL, POLICE, BOARD]);
});

test('an act of the meeting repeated under its key is done once', async () => {
  const race = await cast.open();
  const asking = { body: { startsAt: moment('04-14 10:00') }, key: 'the-meeting-once' };
  const first = await race.ask('/meeting', asking);
  race.at('04-14 09:00');
  const again = await race.ask('/meeting', asking);
  expect([first.statusCode, again.statusCode, again.json()]).toEqual([200, 200, first.json()]);
  expect(await meetingsOf(race)).toHaveLength(1);
});
