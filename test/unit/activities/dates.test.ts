// The dates a mail tells are those that follow from the day it really goes, and hold for what the case then records.

import { describe, expect, it } from '@jest/globals';
import { AGENCY, london, REFERENCE, Story } from '../rapidReview/story';
import { Office } from './office';

const [A1] = [AGENCY(1)];

const asked = (): Office =>
  new Office(new Story().opened('2026-03-30 16:20').at('2026-04-01 11:00').send([A1])).only('scopingRequest');
const away: Office['onMail'] = ({ to }) => ({
  line: 'away',
  accepted: [],
  refused: [],
  postponed: to.map(({ contact }) => contact),
  code: 'ETIMEDOUT',
});

/** What the case's own timetable says once it has heard the reports. */
const heard = async (
  office: Office,
): Promise<{ readonly due: string | undefined; readonly secured: string | undefined }> => {
  const { reports } = await office.call();
  office.story.now = office.now;
  office.story.hear(...reports);
  return {
    due: office.story.line('agencyReturn', A1).due,
    secured: office.story.line('recordsSecured', A1).due,
  };
};

describe('a scoping request', () => {
  it('tells the dates of the day it was asked for, where it goes that day', async () => {
    const office = asked();
    expect(await heard(office)).toEqual({ due: '2026-04-10', secured: '2026-04-07' });
    expect(office.sent[0]?.subject).toBe(
      'RR-2026-0007: please return the scoping template by Friday 10 April 2026',
    );
    expect(office.sent[0]?.text).toContain('We count from Wednesday 1 April 2026, the day of this email.');
    expect(office.sent[0]?.text.replaceAll('\n', ' ')).toContain(
      'by the end of Friday 10 April 2026. That is 5 working days after Wednesday 1 April 2026, not counting weekends, Good Friday (3 April) and Easter Monday (6 April).',
    );
  });

  it('tells those of the day it goes, where the mail server was away', async () => {
    const office = asked();
    office.onMail = away;
    await office.call();
    office.onMail = () => undefined;
    office.now = london('2026-04-02 08:15');
    expect(await heard(office)).toEqual({ due: '2026-04-13', secured: '2026-04-08' });
    expect(office.sent[1]?.subject).toBe(
      'RR-2026-0007: please return the scoping template by Monday 13 April 2026',
    );
    expect(office.sent[1]?.text.replaceAll('\n', ' ')).toContain('by the end of Wednesday 8 April 2026.');
    expect(office.sent[1]?.text).toContain('We count from Thursday 2 April 2026, the day of this email.');
  });

  it("counts by London's day, not by UTC's", async () => {
    const office = asked();
    office.now = london('2026-04-02 00:30');
    expect(await heard(office)).toMatchObject({ due: '2026-04-13' });
    expect(office.sent[0]?.subject).toContain('Monday 13 April 2026');
  });

  it('holds the agency to what it was told, where midnight passes while the server answers', async () => {
    const office = asked();
    office.now = london('2026-04-01 23:59');
    office.onMail = () => {
      office.now = london('2026-04-02 00:00');
      return undefined;
    };
    expect(await heard(office)).toMatchObject({ due: '2026-04-10' });
    expect(office.sent[0]?.subject).toContain('Friday 10 April 2026');
  });

  it('sent again keeps the dates, and says so', async () => {
    const office = asked();
    await heard(office);
    office.story.at('2026-04-02 10:00').send([A1]);
    office.catchUp().only('scopingRequest');
    expect(await heard(office)).toEqual({ due: '2026-04-10', secured: '2026-04-07' });
    expect(office.sent[1]?.subject).toContain('Friday 10 April 2026');
    expect(office.sent[1]?.text).toMatch(
      /^We are sending you this request again\. Sending it again does not change\nany date\./,
    );
    expect(office.sent[1]?.text).toContain(
      'We count from Wednesday 1 April 2026, the day we first asked you.',
    );
  });

  it('sent again before the case has heard of the first keeps the dates too', async () => {
    const office = asked();
    await office.call();
    office.story.at('2026-04-02 10:00').send([A1]);
    office.catchUp().only('scopingRequest');
    await office.call();
    expect(office.sent[1]?.key).toBe(`${REFERENCE}/scopingRequest/${A1}/1.2`);
    expect(office.sent[1]?.subject).toContain('Friday 10 April 2026');
  });

  it('tells the dates of the telephone call, where somebody rang meanwhile', async () => {
    const office = asked();
    office.story.at('2026-04-01 15:00').act({
      kind: 'recordRequestSent',
      agency: A1,
      channel: 'telephone',
      contacts: [],
      on: '2026-04-01' as never,
    });
    office.now = london('2026-04-02 09:00');
    await office.call();
    expect(office.sent[0]?.subject).toContain('Friday 10 April 2026');
    expect(office.sent[0]?.text).toContain('the day we first asked you.');
  });
});

describe('a mail to the team', () => {
  it('explains the dates it names, by name and code of the agency', async () => {
    const story = new Story()
      .opened('2026-03-30 16:20')
      .at('2026-04-01 11:00')
      .sent(A1)
      .at('2026-04-09 09:00');
    const office = new Office(story);
    await office.call();
    const briefing = office.sent.find(({ key }) => key === `${REFERENCE}/teamBriefing/2026-04-09`);
    expect(briefing?.to).toEqual([{ contact: 'team', address: 'team@partnership.example' }]);
    expect(briefing?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Scoping template from Agency AG-0001 (AG-0001): due by the end of Friday 10 April 2026. That is 5 working days after Wednesday 1 April 2026 (the day the request was sent), not counting',
    );
    expect(briefing?.text).toContain('https://rapid-review.partnership.example/cases/RR-2026-0007');
  });

  it('names every agency in it, also one that another proposes', async () => {
    const story = new Story()
      .opened('2026-03-30 16:20')
      .at('2026-04-01 11:00')
      .sent(A1)
      .act({
        kind: 'recordReturn',
        agency: A1,
        answer: 'wrongOrganisation',
        how: 'telephone',
        on: '2026-04-01' as never,
        askInstead: { agency: AGENCY(9) },
      })
      .at('2026-04-02 09:00');
    const office = new Office(story);
    await office.call();
    const briefing = office.sent.find(({ key }) => key === `${REFERENCE}/teamBriefing/2026-04-02`);
    expect(briefing?.text.replaceAll(/\s+/g, ' ')).toContain(
      'Agency AG-0001 (AG-0001) says that we asked the wrong organisation, and names Agency AG-0009 (AG-0009).',
    );
  });

  it('explains a missed completion', async () => {
    const story = new Story().opened('2026-03-30 16:20').at('2026-04-23 00:00');
    const office = new Office(story);
    await office.call();
    const missed = office.sent.find(({ key }) => key.includes('/completionMissed/'));
    expect(missed?.subject).toBe(
      'RR-2026-0007: the Rapid Review was not complete by Wednesday 22 April 2026',
    );
    expect(missed?.text.replaceAll(/\s+/g, ' ')).toContain(
      '15 working days after Monday 30 March 2026 (the day the referral was received)',
    );
  });
});
