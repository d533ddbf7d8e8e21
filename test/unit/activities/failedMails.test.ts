// The team's mail about mails that were refused says what they were, and what is to be done about them by then (R12).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ContactPanel } from '../../../domain/rapidReview/panel/commands';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { WITHDRAWAL } from '../rapidReview/race';
import { CONTACT, REASON, REFERENCE, Story } from '../rapidReview/story';
import { A1 } from './asked';
import { Office } from './office';

describe('a word to the national Panel', () => {
  it.each<[Pick<ContactPanel, 'contact' | 'expected'>, string]>([
    [{ contact: 'willBeLate', expected: civilDate('2026-04-29') }, 'Notice of delay to the national Panel.'],
    [{ contact: 'other' }, 'Other message to the national Panel.'],
  ])('%j', async (word, said) => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 10:00');
    story.act({ kind: 'contactPanel', channel: 'mail', note: REASON, ...word });
    const key = `${REFERENCE}/panelContact/${story.of('PanelContacted')[0]?.number ?? 0}`;
    story.hear({ key, to: { role: 'panel' }, refused: [], outcome: 'refused' }).at('2026-04-01 09:00');
    const office = new Office(story).only('teamBriefing');
    await office.call();
    expect(office.sent.at(-1)?.text).toContain(said);
  });
});

it('says each time how it was that the case ended', async () => {
  const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 10:00');
  const said = async (): Promise<string> => {
    const key = `${REFERENCE}/ended/${story.of('CaseEnded').at(-1)?.number ?? 0}/referrer/${REFERENCE}`;
    story.hear({ key, to: { role: 'referrer', of: REFERENCE }, refused: [], outcome: 'refused' });
    const office = new Office(story).only('teamBriefing');
    await office.call();
    return office.sent.at(-1)?.text ?? '';
  };
  story.act(WITHDRAWAL);
  expect(await said()).toContain('Notice of the end (withdrawn) to whoever referred.');
  story.act({ kind: 'undoWithdrawal', reason: REASON });
  story.act({ kind: 'endAsMerged', into: 'RR-2026-0004' as CaseReference, reason: REASON });
  expect(await said()).toContain('Notice of the end (merged) to whoever referred.');
});

describe('a scoping request', () => {
  const refused = (): Story => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-03-31 10:00').send([A1]);
    return story.hear(story.report(A1, 'refused', { refused: [CONTACT(A1)] }));
  };
  const told = async (story: Story): Promise<string> => {
    const office = new Office(story.at('2026-04-01 09:00')).only('teamBriefing');
    await office.call();
    return office.sent.at(-1)?.text.replaceAll(/\s+/g, ' ') ?? '';
  };

  it('is to be brought to the agency another way', async () => {
    expect(await told(refused())).toContain('Ring the agency or reach it another way, and record that.');
  });

  it('asks for nothing where the agency was asked before the team hears of it', async () => {
    const story = refused().act({
      kind: 'recordRequestSent',
      agency: A1,
      channel: 'telephone',
      contacts: [],
      on: civilDate('2026-03-31'),
    });
    const text = await told(story);
    expect(text).toContain('It has been asked since, and nothing is to be done about it.');
    expect(text).not.toContain('Ring the agency');
  });
});
