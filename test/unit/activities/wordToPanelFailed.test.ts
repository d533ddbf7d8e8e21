// The team's mail about a word to the national Panel that was refused says which word it was (R12).

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ContactPanel } from '../../../domain/rapidReview/panel/commands';
import { REASON, REFERENCE, Story } from '../rapidReview/story';
import { Office } from './office';

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
