// Reminders over HTTP (point 2 of the issue): one now, contacts that are excluded, the executive that waits for a word; and
// what would be sent in the working days to come, by the API and on the command line. Requests go on Tuesday 31 March.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Command } from 'commander';
import type { ComingNoticeView } from '../../api/reminders/comingNoticesSchema';
import { NoSuchCase, readComingCommand, runComingCommand } from '../../cli/comingNotices/command';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, POLICE, SCHOOL, type Race } from './cast';
import { problemIn } from './stories';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
  const above = [
    { id: `${SCHOOL}-C1` },
    { email: 'deputy@agency.example', level: 'deputy' },
    { email: 'governors@agency.example', level: 'executive' },
  ];
  await under.ask('PATCH', `/agencies/${SCHOOL}`, { body: { contacts: above } });
});
afterAll(() => under.close());

const FULL_LADDER = { profile: 'cscp-wt2018-full-ladder' };
const asked = async (changes: Readonly<Record<string, unknown>> = {}): Promise<Race> => {
  const race = await cast.open({ agencies: [SCHOOL, POLICE], ...changes });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  return race;
};

interface Sent {
  readonly key: string;
  readonly kind: string;
  readonly what: string;
  readonly to: readonly string[];
}
const noticesOf = async (race: Race): Promise<readonly Sent[]> =>
  (await race.read<{ notices: readonly Sent[] }>('/notices')).notices;

describe('a scoping request', () => {
  test('goes to the lead; the others are kept for fail-over and escalation', async () => {
    const race = await asked();
    const [request] = (await noticesOf(race)).filter(({ kind }) => kind === 'scopingRequest');
    expect(request).toMatchObject({ what: 'the scoping request', to: [`${SCHOOL}-C1`] });
    const command = under.gateway.seen.findLast(({ kind }) => kind === 'sendScopingRequests');
    expect(command).toMatchObject({
      agencies: [
        {
          agency: SCHOOL,
          above: [
            { contact: `${SCHOOL}-C2`, level: 'deputy' },
            { contact: `${SCHOOL}-C3`, level: 'executive' },
          ],
        },
        { agency: POLICE, contacts: [`${POLICE}-C1`] },
      ],
    });
  });
});

describe('a reminder', () => {
  test('R11: is sent now by a person, of everything owed', async () => {
    const race = await asked();
    const { events } = await race.at('03-31 12:00').act(`/reminders/${SCHOOL}`);
    expect(events).toContain('AgencyReminded');
    expect((await noticesOf(race)).at(-1)).toMatchObject({
      what: 'reminder 1 of everything that it owes',
      to: [`${SCHOOL}-C1`],
    });
    const view = await race.read<{ agencies: readonly { readonly reminders: number }[] }>('');
    expect(view.agencies[0]).toMatchObject({ agency: SCHOOL, reminders: 1, remindedOn: '2026-03-31' });
  });

  test('R13: goes to no excluded contact: it falls to the next above, until they are readmitted', async () => {
    const race = await asked();
    const contact = `${SCHOOL}-C1`;
    const excluded = { agency: SCHOOL, contact, reason: 'Canaryreason of a conflict' };
    expect((await race.act('/excluded-contacts', excluded)).events).toContain('ContactExcluded');
    expect(await race.read('')).toMatchObject({
      agencies: [{ excludedContacts: [contact] }, { excludedContacts: [] }],
    });
    await race.at('03-31 12:00').act(`/reminders/${SCHOOL}`);
    expect((await noticesOf(race)).at(-1)?.to).toEqual([`${SCHOOL}-C2`]);
    const back = await race.act(`/excluded-contacts/${contact}/readmission`, { reason: 'Canaryreason' });
    expect(back.events).toContain('ContactReadmitted');
    await race.at('04-02 12:00').act(`/reminders/${SCHOOL}`);
    expect((await noticesOf(race)).at(-1)?.to).toEqual([contact]);
  });

  test('R11: to the executive waits for a word, where the profile of the case has such a rung', async () => {
    const race = await asked(FULL_LADDER);
    expect((await race.act(`/escalations/${SCHOOL}`)).events).toContain('EscalationConfirmed');
    expect(await race.read('')).toMatchObject({
      profile: { id: FULL_LADDER.profile },
      agencies: [{ escalationConfirmed: true }, { escalationConfirmed: false }],
    });
    const again = await race.ask(`/escalations/${SCHOOL}`, { body: {} });
    expect(problemIn(again)).toMatchObject({ status: 409, type: '/problems/escalation-already-confirmed' });
    const without = await (await asked()).ask(`/escalations/${SCHOOL}`, { body: {} });
    expect(problemIn(without)).toMatchObject({ status: 409, type: '/problems/no-rung-to-confirm' });
  });
});

interface Coming {
  readonly from: string;
  readonly workingDays: number;
  readonly notices: readonly ComingNoticeView[];
}

describe('what would be sent', () => {
  let race: Race;
  beforeAll(async () => {
    race = await asked();
    await race.act('/meeting', { startsAt: '2026-04-14T10:00:00+01:00' });
    await race.mailGoes();
    race.at('04-02 10:00');
    await race.wake();
  });

  test('is told with when, to whom, about what and why; and sends nothing', async () => {
    const before = await noticesOf(race);
    const { notices, workingDays } = await race.read<Coming>('/coming-notices', { as: 'meetingChair' });
    expect(workingDays).toBe(10);
    expect(notices.find(({ kind, to }) => kind === 'agencyReminder' && to.agency === SCHOOL)).toEqual({
      reference: race.reference,
      at: '2026-04-07T08:00:00.000Z',
      on: '2026-04-07',
      kind: 'agencyReminder',
      to: {
        role: 'agency',
        agency: SCHOOL,
        contacts: [`${SCHOOL}-C1`],
        inWords: `Example Academy (${SCHOOL}-C1)`,
      },
      what: expect.stringMatching(/^reminder \d of everything that it owes$/) as unknown,
      why: [
        {
          key: `agencyReturn:${SCHOOL}`,
          due: '2026-04-09',
          inWords: 'the scoping return (Example Academy) is due on Thursday 9 April 2026',
        },
        expect.objectContaining({ key: `recordsSecured:${SCHOOL}` }) as unknown,
      ],
    });
    expect(notices.map(({ at }) => at)).toEqual(notices.map(({ at }) => at).sort());
    expect(notices.some(({ to }) => to.role === 'team')).toBe(true);
    expect(notices.every(({ on }) => on <= '2026-04-20')).toBe(true);
    expect(await noticesOf(race)).toEqual(before);
  });

  test('R12: of a meeting that nobody opens by then it says so, with its day', async () => {
    const meetings = (of: readonly ComingNoticeView[]) =>
      of.flatMap(({ on, what }) => (/no (meeting|other) is fixed/.test(what) ? [[on, what]] : []));
    const { notices } = await race.read<Coming>('/coming-notices');
    expect(meetings(notices)).toEqual([
      [
        '2026-04-15',
        expect.stringContaining(
          'nobody opened the meeting of Tuesday 14 April 2026 on that day: if it was held, it is to be opened with a moment of that day; if not, no other is fixed',
        ),
      ],
    ]);
    const without = await asked();
    const { notices: theirs } = await without.read<Coming>('/coming-notices');
    expect(theirs.find(({ on, to }) => on === '2026-04-01' && to.role === 'team')?.why).toContainEqual({
      key: 'meeting',
      due: '2026-04-20',
      inWords: 'the Rapid Review meeting is due on Monday 20 April 2026',
    });
    expect(meetings((await without.read<Coming>('/coming-notices')).notices)).toEqual([
      ['2026-04-01', expect.stringContaining('no meeting is fixed, which was wanted by Wednesday 1 April')],
    ]);
  });

  test('says of a date that is past by now that it was due then', async () => {
    const late = await asked();
    late.at('04-10 08:00');
    const { notices } = await late.read<Coming>('/coming-notices');
    const said = notices.flatMap(({ why }) => why.map(({ inWords }) => inWords));
    expect(said).toContain('the scoping return (Example Academy) was due on Thursday 9 April 2026');
    expect(said).toContain('the Rapid Review meeting is due on Monday 20 April 2026');
    race.at('04-02 10:00');
  });

  test('looks as far ahead as is asked', async () => {
    const days = async (workingDays: number) =>
      (await race.read<Coming>(`/coming-notices?workingDays=${workingDays}`)).notices.length;
    expect(await days(1)).toBeLessThan(await days(30));
    for (const given of ['0', '31', 'ten']) {
      const answer = await under.ask('GET', `/coming-notices?workingDays=${given}`);
      expect(problemIn(answer)).toMatchObject({
        status: 400,
        type: '/problems/malformed-request',
        errors: [{ in: 'query', pointer: '/workingDays' }],
      });
    }
  });

  const withdraw = (one: Race): Promise<unknown> =>
    one.act('/withdrawal', {
      agreedBy: ['localAuthority', 'police', 'integratedCareBoard'].map((seat) => ({
        seat,
        evidence: 'Canaryevidence',
      })),
      reason: 'Canaryreason',
    });

  test('R6: of a miss says that it was done since, with its day', async () => {
    const late = await asked();
    await late.at('04-03 10:00').wake();
    await late.act(`/records-secured/${SCHOOL}`, {
      on: '2026-04-03',
      paper: true,
      electronic: true,
      locked: true,
    });
    const { notices } = await late.read<Coming>('/coming-notices');
    expect(notices.find(({ to }) => to.role === 'team')?.what).toContain(
      'missed: securing the records (Example Police), missed, and done on Friday 3 April 2026: securing the records (Example Academy)',
    );
  });

  test('of all open cases comes in order of time; of one that has ended and told all, nothing does', async () => {
    const other = await asked();
    race.at('04-02 10:00');
    const all = (await under.ask('GET', '/coming-notices')).json<Coming>();
    const references = new Set<string>(all.notices.map(({ reference }) => reference));
    expect(references.has(race.reference) && references.has(other.reference)).toBe(true);
    expect(all.notices.map(({ at }) => at)).toEqual(all.notices.map(({ at }) => at).sort());
    const ended = await asked();
    await withdraw(ended);
    expect((await ended.read<Coming>('/coming-notices')).notices).toEqual([]);
    const now = (await under.ask('GET', '/coming-notices')).json<Coming>();
    expect(now.notices.map(({ reference }) => reference)).not.toContain(ended.reference);
  });

  test('of all cases has what one that has ended has yet to tell, and the alerts of one that is only recorded', async () => {
    const ended = await asked();
    await ended.at('04-03 10:00').wake();
    await withdraw(ended);
    const recorded = await cast.open({ nature: 'careLeaverDeath', agencies: [] });
    await recorded.at('04-03 10:00').act('/safety-concerns', { concern: 'Canaryconcern', noticeRead: true });
    const { notices } = (await under.ask('GET', '/coming-notices?limit=200')).json<Coming>();
    for (const { reference } of [ended, recorded]) {
      const its = notices.filter((notice) => notice.reference === reference);
      expect(its).toEqual(
        (await under.ask('GET', `/cases/${reference}/coming-notices`)).json<Coming>().notices,
      );
      expect(its[0]).toMatchObject(
        reference === ended.reference
          ? { on: '2026-04-07', kind: 'teamBriefing', what: expect.stringContaining('missed: securing') }
          : { on: '2026-04-03', kind: 'safetyAlert' },
      );
    }
  });

  describe('on the command line', () => {
    // Commander ends the process on a mistake, and writes about it; here it throws, and says nothing.
    const throwing = (command: Command): Command =>
      command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
    const run = (...args: readonly string[]): Promise<readonly string[]> =>
      runComingCommand(under.records, readComingCommand(args, throwing), under.clock.now);

    test('says it in words', async () => {
      race.at('04-02 10:00');
      const lines = await run('--case', race.reference, '--working-days', '3');
      expect(lines[0]).toBe('Until the end of the next 3 working days this would be sent, if nobody acts:');
      const text = lines.join('\n');
      expect(text).toContain(`Tuesday 7 April 2026 at 09:00  ${race.reference}`);
      expect(text).toContain(`    to Example Academy (${SCHOOL}-C1)`);
      expect(text).toContain(
        '    because the scoping return (Example Academy) is due on Thursday 9 April 2026',
      );
      expect(text).not.toContain('Canary');
    });

    test('or as one JSON document, the same as the API gives', async () => {
      race.at('04-02 10:00');
      const [line = '', ...rest] = await run('--case', race.reference, '--json');
      expect(rest).toEqual([]);
      const { reference: _, ...answer } = await race.read<Coming & { readonly reference: string }>(
        '/coming-notices',
      );
      expect(JSON.parse(line)).toEqual(answer);
      expect(JSON.parse((await run('--json'))[0] ?? '')).toMatchObject({ workingDays: 10 });
    });

    test('says what is wrong with what was asked', async () => {
      await expect(run('--case', 'RR-2026-0999')).rejects.toThrow(NoSuchCase);
      for (const days of ['0', '31', '2.5', 'many'])
        expect(() => readComingCommand(['--working-days', days], throwing)).toThrow('from 1 to 30');
    });
  });
});
