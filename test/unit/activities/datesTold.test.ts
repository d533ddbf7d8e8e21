// R9: a report says what the mail said. What the case has come to while the mail server was at work is not in it.

import { describe, expect, it } from '@jest/globals';
import { otherThan, proclaimed } from '../rapidReview/otherCalendars';
import { officialCalendar } from '../calendars';
import { WITHDRAWAL } from '../rapidReview/race';
import { AGENCY, REASON, REFERENCE, Story } from '../rapidReview/story';
import { Office } from './office';

const A1 = AGENCY(1);

const UNSENT = { accepted: [], refused: [], outcome: 'lapsed', error: 'EOVERTAKEN' } as const;

const asked = (): Office =>
  new Office(new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').send([A1])).only('scopingRequest');

const dates = (due: string, secured: string) => [
  { key: `agencyReturn:${A1}`, due },
  { key: `recordsSecured:${A1}`, due: secured },
];

describe('a mail that tells an agency its dates', () => {
  it('is reported with them, and with the last event that they rest on', async () => {
    const office = asked();
    const { version } = office.story.state;
    const { reports } = await office.call();
    expect(reports.map(({ told }) => told)).toEqual([
      { asOf: version, dates: dates('2026-04-10', '2026-04-07') },
    ]);
  });

  it('with those of before, where another calendar is adopted while the server has it in hand; then it hears the new ones', async () => {
    const office = asked();
    const { story } = office;
    office.onMail = () => {
      story.adopt(proclaimed(officialCalendar, '2026-04-02'));
      return undefined;
    };
    const { reports } = await office.call();
    expect(office.sent[0]?.subject).toContain('by Friday 10 April 2026');
    expect(reports.map(({ told }) => told?.dates)).toEqual([dates('2026-04-10', '2026-04-07')]);
    story.hear(...reports);
    office.onMail = () => undefined;
    await office.catchUp().call();
    expect(office.sent.map(({ key }) => key)).toEqual([
      `${REFERENCE}/scopingRequest/${A1}/1.1`,
      `${REFERENCE}/datesMoved/${A1}/${story.events.at(-1)?.number ?? 0}`,
    ]);
    const words = office.sent[1]?.text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('now by the end of Monday 13 April 2026. Before, it was Friday 10 April 2026.');
    expect(words).toContain('State Funeral');
    expect((await office.call()).reports).toEqual([]);
    expect(office.sent).toHaveLength(2);
  });

  it('and why they moved, by the calendar that holds as it goes', async () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').sent(A1);
    story.adopt(proclaimed(officialCalendar, '2026-04-09'));
    // The same date by another day: nothing more is to be told, and of the one taken back nothing.
    story.adopt(otherThan(officialCalendar, { listed: { '2026-04-08': 'Day of Mourning' } }), 2);
    const office = new Office(story).only('datesMoved');
    await office.call();
    const words = office.sent.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join();
    expect(words).toContain('now by the end of Monday 13 April 2026. Before, it was Friday 10 April 2026.');
    expect(words).toContain('Wednesday 8 April 2026 is now a bank holiday (Day of Mourning)');
    expect(words).not.toContain('State Funeral');
    expect(office.sent).toHaveLength(1);
  });

  describe('where the mail of a move before was overtaken before it went', () => {
    const the9th = proclaimed(officialCalendar, '2026-04-09');
    const both = proclaimed(officialCalendar, '2026-04-09', '2026-04-13');
    const moved = (): Story =>
      new Story()
        .opened('2026-03-30 16:20')
        .at('2026-04-01 11:00')
        .sent(A1)
        .at('2026-04-01 12:00')
        .adopt(the9th);
    const wordsOf = ({ sent }: Office): readonly string[] =>
      sent.map(({ text }) => text.replaceAll(/\s+/g, ' '));

    it('it names the date that the agency knows, and all that moved it', async () => {
      const office = new Office(moved().adopt(both, 2)).only('datesMoved');
      await office.call();
      const [words = '', ...others] = wordsOf(office);
      expect(others).toEqual([]);
      expect(words).toContain(
        'now by the end of Tuesday 14 April 2026. Before, it was Friday 10 April 2026.',
      );
      expect(words).toMatch(/Thursday 9 April 2026 .*Monday 13 April 2026 /);
    });

    it('nothing is told where the date is back', async () => {
      const office = new Office(moved().adopt(officialCalendar, 2)).only('datesMoved');
      await office.call();
      expect(office.sent).toEqual([]);
      expect(office.ledger.ended.map(({ result }) => result.error)).toEqual(['EOVERTAKEN', 'EOVERTAKEN']);
    });

    it('it names the one that another mail has named since', async () => {
      const story = moved().act({ kind: 'sendReminder', agency: A1 });
      const office = new Office(story).only('agencyReminder');
      await office.call();
      story.adopt(both, 2);
      for (const { key } of story.notices.filter(({ body }) => body.kind === 'datesMoved').slice(0, 1))
        await office.ledger.end(key, { ...UNSENT, at: story.now });
      await office.catchUp().call();
      expect(wordsOf(office).at(-1)).toContain('Before, it was Monday 13 April 2026.');
    });
  });

  it('not where nobody has got it', async () => {
    const office = asked();
    office.onMail = ({ to }) => ({
      line: 'away',
      accepted: [],
      refused: [],
      postponed: to.map(({ contact }) => contact),
    });
    await office.call();
    expect(office.ledger.row(`${REFERENCE}/scopingRequest/${A1}/1.1`).told).toBeUndefined();
  });

  it('of a case that is taken up again with those that hold by now, and why they are others', async () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').sent(A1).act(WITHDRAWAL);
    const follow = { change: 1, calendar: story.offered(proclaimed(officialCalendar, '2026-04-09')) };
    story.at('2026-04-07 10:00').act({ kind: 'undoWithdrawal', reason: REASON, follow });
    const office = new Office(story).only('resumed');
    await office.call();
    const [mail] = office.sent;
    expect(mail?.subject).toBe('RR-2026-0007: the Rapid Review goes on, with new dates');
    const words = mail?.text.replaceAll(/\s+/g, ' ');
    expect(words).toContain('Thursday 9 April 2026 is now a bank holiday (State Funeral)');
    expect(words).toContain('by the end of Monday 13 April 2026');
  });

  it('a mail that tells no date of the agency is reported as before', async () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').sent(A1);
    const office = new Office(story.at('2026-04-09 09:00')).only('teamBriefing');
    await office.call();
    expect(office.ledger.ended.map(({ result }) => result.told)).toEqual([undefined]);
  });
});
