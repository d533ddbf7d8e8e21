// docs/data-protection.md says of the mails what the recorded cases show, and generated sections have one place each in
// their page. That every table and column is classed, test/records/holdings.test.ts holds.

import { describe, expect, it } from '@jest/globals';
import { MAILS } from '../../cli/docs/dataProtection/mails';
import { withSections } from '../../cli/docs/sections';
import { workingCalendar } from '../../domain/calendar/workingCalendar';
import { evolve } from '../../domain/rapidReview/evolve';
import { noticesFor } from '../../domain/rapidReview/notices';
import { noCase, type RapidReview } from '../../domain/rapidReview/state';
import { committedStories, historyOf } from '../replay/committed';
import { readHistories } from '../replay/readHistory';

/** A word to the Panel that is neither of lateness nor a chaser; an answer by the link; an undone withdrawal under the newest rules. */
const IN_NO_RECORDED_CASE = ['panelContact to panel', 'answerReceived to agency'];

describe('the mails', () => {
  it('of the recorded cases go to whom the page says', async () => {
    const seen = new Set<string>();
    for (const story of committedStories()) {
      const { calendars } = await readHistories(story.runs.map(historyOf));
      const [opening] = calendars;
      if (opening === undefined) throw new Error('the case has no calendar');
      let state: RapidReview = noCase;
      for (const event of story.events) {
        state = evolve(state, event);
        for (const { body, to } of noticesFor(event, state, workingCalendar(opening)))
          seen.add(`${body.kind} to ${to.role}`);
      }
    }
    const said = Object.entries(MAILS).map(([kind, { to }]) => `${kind} to ${to}`);
    expect([...seen, ...IN_NO_RECORDED_CASE].sort()).toEqual(said.sort());
  });
});

describe('a generated section', () => {
  const page = (inside: string): string =>
    `# Page\n\n<!-- generated section "one": written before -->\n${inside}\n<!-- end of "one" -->\n\nBy hand.\n`;

  it('is renewed, and what is around it stays', () => {
    const renewed = withSections(page('old $& text'), { one: () => ['new', '$& text'] });
    expect(renewed).toBe(
      '# Page\n\n<!-- generated section "one": written by `npm run docs` -->\n\nnew\n$& text\n\n<!-- end of "one" -->\n\nBy hand.\n',
    );
  });

  it('needs a place, and only one, and something that writes it', () => {
    const one = (): readonly string[] => ['x'];
    expect(() => withSections('# Page\n', { one })).toThrow('has 0 places');
    expect(() => withSections(page('a') + page('b'), { one })).toThrow('has 2 places');
    expect(() => withSections(page('a'), {})).toThrow('nothing generates the section "one"');
  });
});
