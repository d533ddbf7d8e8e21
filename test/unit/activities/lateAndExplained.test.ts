// The team's mail asks why something is late only where nobody has said so yet (R5, R12).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { SCHOOL } from '../rapidReview/race';
import { REASON, Story } from '../rapidReview/story';
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

/** What the latest says of the late return, in one line. */
const said = async (story: Story): Promise<string> => {
  const { key = '' } = story.notices.filter(({ body }) => body.kind === 'teamBriefing').at(-1) ?? {};
  const office = new Office(story).only(key);
  await office.call();
  const lines = office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
  return lines.split(' - ').find((line) => /^Scoping template from .* was due/u.test(line)) ?? '';
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
