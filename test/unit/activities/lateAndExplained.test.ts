// The team's mail asks why something is late only where nobody has said so yet (R5, R12).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { ALL_AGREE, Race, SCHOOL } from '../rapidReview/race';
import { CONTACT, REASON, Story } from '../rapidReview/story';
import { Office } from './office';

const ASK = 'Record why it is late.';
const explain: CommandBody = { kind: 'explainLateness', key: `agencyReturn:${SCHOOL}`, reason: REASON };

/** Asked on Wednesday 1 April: the return was due on Friday 10 April. */
const late = (): Story =>
  new Story()
    .opened('2026-03-30 16:20', { agencies: [SCHOOL] })
    .at('2026-04-01 11:00')
    .act({
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      contacts: [],
      on: civilDate('2026-04-01'),
    })
    .at('2026-04-13 08:00');

/** What the latest says of the late return, or of whatever else is asked for, in one line. */
const said = async (story: Story, what = /^Scoping template from .* was due/u): Promise<string> => {
  const { key = '' } = story.notices.filter(({ body }) => body.kind === 'teamBriefing').at(-1) ?? {};
  const office = new Office(story).only(key);
  await office.call();
  const lines = office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
  return lines.split(' - ').find((line) => what.test(line)) ?? '';
};

describe('what the morning mail says of a late return', () => {
  it('is that the reason be recorded', async () => {
    expect(await said(late().at('2026-04-13 09:00'))).toContain(ASK);
  });

  it('is no such thing where it is recorded', async () => {
    const line = await said(late().act(explain).at('2026-04-13 09:00'));
    expect(line).toContain('It can still be done.');
    expect(line).not.toContain(ASK);
  });

  it('is recorded still where the request was void since, and nothing had come back', async () => {
    const contact = CONTACT(SCHOOL);
    const voided = () =>
      new Story()
        .opened('2026-03-30 16:20', { agencies: [SCHOOL] })
        .at('2026-04-01 11:00')
        .sent(SCHOOL)
        .at('2026-04-13 08:00')
        .act(explain)
        .act({ kind: 'recordBounce', agency: SCHOOL, contact });
    const back = voided().act({ kind: 'correctBounce', agency: SCHOOL, contact, reason: REASON });
    expect(await said(back.at('2026-04-13 09:00'))).toContain('It can still be done.');
    expect(await said(back)).not.toContain(ASK);
  });

  it('is that of another miss, where the one explained was taken back', async () => {
    // Asked a day later than was recorded, it was due on Monday.
    const later = late()
      .act(explain)
      .act({
        kind: 'correctRequestSent',
        agency: SCHOOL,
        on: civilDate('2026-04-02'),
        reason: REASON,
      });
    expect(later.line('agencyReturn', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-13' });
    expect(await said(later.at('2026-04-14 09:00'))).toContain(ASK);
  });
});

describe('R3, R5: what the morning mail says of an agency that is asked anew, its request being void', () => {
  const asking = { agency: SCHOOL, channel: 'telephone', contacts: [] } as const;
  const anew: CommandBody = { kind: 'recordRequestSent', ...asking, on: civilDate('2026-04-13') };
  const isVoid: CommandBody = { kind: 'voidRequest', agency: SCHOOL, reason: REASON };

  it('is that the reason be recorded, though one was for what it had owed by that request', async () => {
    // Due on Monday 20 April, and missed.
    const race = late().act(explain).act(isVoid).act(anew).at('2026-04-21 09:00');
    expect(await said(race)).toContain(ASK);
    expect(
      await said(late().act(isVoid).act(anew).at('2026-04-21 08:00').act(explain).at('2026-04-21 09:00')),
    ).not.toContain(ASK);
  });

  it('is no such thing of its having been asked late: that is as it was', async () => {
    const missed = new Story().opened('2026-03-30 16:20', { agencies: [SCHOOL] }).at('2026-04-02 08:00');
    missed.act({ ...explain, key: `scopingDispatch:${SCHOOL}` });
    const race = missed
      .act({ kind: 'recordRequestSent', ...asking, on: civilDate('2026-04-02') })
      .act(isVoid);
    const line = await said(race.at('2026-04-02 09:00'), /^Scoping request/u);
    expect(line).not.toBe('');
    expect(line).not.toContain(ASK);
  });
});

describe('R5, R19: what the morning mail says of a late answer to the national Panel', () => {
  const WHY: CommandBody = { kind: 'explainLateness', key: 'reconsideration', reason: REASON };
  /** The Panel disagreed on Monday 20 April: due on Tuesday 5 May. Confirmed on the 6th. */
  const answered = (at: string): Race => {
    const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees').at(at);
    const on = civilDate('2026-05-06');
    return race.act({ kind: 'confirmDecision', on, agreedBy: ALL_AGREE, reason: REASON });
  };
  const saidOf = (due: string, race: Race) =>
    said(race, new RegExp(`was due by the end of \\S+ ${due} `, 'u'));

  it('is that the reason be recorded, also where it is for the answer to the disagreement before', async () => {
    const before = answered('2026-05-06 12:00').act(WHY).replied('disagrees');
    expect(await saidOf('20 May', before.at('2026-05-21 12:00'))).toContain(ASK);
    const since = answered('2026-05-06 12:00').replied('disagrees').act(WHY);
    expect(await saidOf('20 May', since.at('2026-05-21 12:00'))).toContain(ASK);
  });

  it('is no such thing of the one before, where its reason was recorded, before the next disagreement or after', async () => {
    const overtaken = () => answered('2026-05-06 07:30');
    const before = overtaken().act(WHY).at('2026-05-06 08:30').replied('disagrees').at('2026-05-06 09:00');
    const since = overtaken().at('2026-05-06 08:30').replied('disagrees').act(WHY).at('2026-05-06 09:00');
    const never = overtaken().at('2026-05-06 08:30').replied('disagrees').at('2026-05-06 09:00');
    for (const race of [before, since]) {
      const line = await saidOf('5 May', race);
      expect(line).toContain('It was done late');
      expect(line).not.toContain(ASK);
    }
    expect(await saidOf('5 May', never)).toContain(ASK);
  });
});
