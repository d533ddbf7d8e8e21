// What a mail says that its agency still owes, or owes no more, from the case as it stands when the mail goes.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { answer, POLICE, Race, SCHOOL, WITHDRAWAL } from '../rapidReview/race';
import { REASON } from '../rapidReview/story';
import { Office } from './office';

/** The last mail of that kind to the agency, in one line; made anew from the case of now. */
const mailTo = async (race: Race, kind: string, agency = SCHOOL): Promise<string> => {
  const { key = '' } =
    race.notices
      .filter(({ body }) => body.kind === kind && 'agency' in body && body.agency === agency)
      .at(-1) ?? {};
  const office = new Office(race).only(key);
  await office.call();
  const mail = office.sent.find((sent) => sent.key === key);
  if (mail === undefined) throw new Error('no such mail went');
  return `${mail.subject} ${mail.text}`.replaceAll(/\s+/g, ' ');
};

const secured = (agency = SCHOOL): CommandBody => ({
  kind: 'recordRecordsSecured',
  agency,
  on: civilDate('2026-04-08'),
  secured: { paper: true, electronic: true, locked: true },
});

const invited = () => new Race().received().asked().meetingArranged();
const toldWithout = (answered: Race): Race =>
  answered
    .quorate()
    .decided({ outcome: 'noFurtherReview' })
    .evidenced()
    .closed()
    .signedOff()
    .reported()
    .referenced()
    .informed();

describe('what the outcome asks of an agency', () => {
  it('is what it owes: a case that is decided has not ended, and reminders go on', async () => {
    const race = toldWithout(invited().returned('2026-04-08', POLICE));
    const text = await mailTo(race, 'outcomeToAgency');
    expect(text).toContain('Send us what is listed below. We still need it');
    expect(text).toContain('The scoping template: this was due by the end of Thursday 9 April 2026.');
    expect(text).toContain(`/answers/RR-2026-0007/${SCHOOL}/`);
    expect(text).not.toContain('nothing more');
    const ofPolice = await mailTo(race, 'outcomeToAgency', POLICE);
    expect(ofPolice).toContain('Word that your records are secured: this was due');
    expect(ofPolice).not.toContain('The scoping template');
    race.at('2026-04-15 12:00');
    expect(race.reminders(SCHOOL).length).toBeGreaterThan(0);
  });

  it('is nothing more where it owes nothing', async () => {
    const race = toldWithout(invited().returned().act(secured()));
    const text = await mailTo(race, 'outcomeToAgency');
    expect(text).toContain('We need nothing more from you now.');
    expect(text).not.toContain('listed below');
  });

  it('is nothing once the case has ended before its mail went', async () => {
    const race = toldWithout(invited().returned('2026-04-08', POLICE))
      .at('2026-04-20 12:00')
      .replied('agrees');
    expect(race.state.status).toBe('ended');
    expect(await mailTo(race, 'outcomeToAgency')).toContain('We need nothing more from you now.');
  });
});

describe('that records stay secured', () => {
  const KEEP = 'Keep all records about the case secured';
  const holdsNothing = (said: 'nil' | 'notKnown'): Race =>
    invited()
      .returned('2026-04-08', POLICE)
      .act(answer(SCHOOL, '2026-04-08', { answer: said }));

  it.each(['nil', 'notKnown'] as const)('is not told to an agency that answered %s', async (said) => {
    const decided = toldWithout(holdsNothing(said));
    expect(await mailTo(decided, 'outcomeToAgency')).not.toContain(KEEP);
    expect(await mailTo(decided, 'outcomeToAgency', POLICE)).toContain(KEEP);
    const withdrawn = holdsNothing(said).act(WITHDRAWAL);
    expect(await mailTo(withdrawn, 'endedToAgency')).not.toContain(KEEP);
    expect(await mailTo(withdrawn, 'endedToAgency', POLICE)).toContain(KEEP);
    withdrawn.act({ kind: 'undoWithdrawal', reason: REASON });
    expect(await mailTo(withdrawn, 'resumedToAgency')).not.toContain(KEEP);
    expect(await mailTo(withdrawn, 'resumedToAgency', POLICE)).toContain(KEEP);
  });

  it('is told to one that had secured some before it answered so', async () => {
    const race = invited().at('2026-04-08 12:00').act(secured());
    const decided = toldWithout(race.act(answer(SCHOOL, '2026-04-08', { answer: 'notKnown' })));
    expect(await mailTo(decided, 'outcomeToAgency')).toContain(KEEP);
  });
});

describe('that a scoping template need not be returned', () => {
  const NO_MORE = 'You do not have to return a scoping template';

  it('is told, once the review has ended, to those who owe one alone', async () => {
    const race = invited().returned('2026-04-08', POLICE);
    race.act(answer(SCHOOL, '2026-04-08', { answer: 'partial' }));
    race.act(WITHDRAWAL);
    expect(await mailTo(race, 'endedToAgency')).toContain(NO_MORE);
    const ofPolice = await mailTo(race, 'endedToAgency', POLICE);
    expect(ofPolice).not.toContain(NO_MORE);
    expect(ofPolice).toContain('You have answered us about RR-2026-0007: there is nothing else to return.');
  });
});

describe('an answer that was sent back', () => {
  const sentBack = () =>
    new Race()
      .received()
      .asked()
      .at('2026-04-01 12:00')
      .act(answer(SCHOOL, '2026-04-01', { answer: 'notKnown' }))
      .act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });

  it('is thanked for as what it was, and asked for again', async () => {
    const text = await mailTo(sentBack(), 'returnSentBack');
    expect(text).toContain('please answer again by Thursday 9 April 2026');
    expect(text).toContain('Thank you for telling us that the child and the family are not known to you.');
    expect(text).not.toContain('Thank you for what you told us');
  });

  it('is not offered anew by the reminders', async () => {
    const text = await mailTo(sentBack().at('2026-04-07 12:00'), 'agencyReminder');
    expect(text).toContain('We cannot rely on that answer');
    expect(text).not.toContain('It is a full answer');
  });

  it('leaves what else is owed, where it was answered in full since', async () => {
    const race = new Race().received().asked().at('2026-04-01 12:00');
    race.act(answer(SCHOOL, '2026-04-01', { answer: 'partial' })).act(answer(SCHOOL, '2026-04-01'));
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    const text = await mailTo(race, 'returnSentBack');
    expect(text).toContain('Word that your records are secured: by the end of Thursday 2 April 2026');
    expect(text).not.toContain('You do not need to do anything');
  });
});

describe('the receipt for an answer by the link', () => {
  const REST = 'We still need the rest';
  const RECORDS = 'We still need word that your records are secured: the date for that stays as it is.';
  const SENT_BACK = 'Your answer can be sent back to you.';
  const byLink = (given: 'full' | 'partial' | 'nil'): CommandBody =>
    answer(SCHOOL, '2026-04-08', { answer: given, how: 'link' });

  it('says what is still owed beside it', async () => {
    const race = invited().at('2026-04-08 12:00').act(byLink('partial'));
    const inPart = await mailTo(race, 'answerReceived');
    expect(inPart).toContain(REST);
    expect(inPart).toContain(RECORDS);
    expect(inPart).toContain(SENT_BACK);
    const inFull = await mailTo(race.act(byLink('full')), 'answerReceived');
    expect(inFull).not.toContain(REST);
    expect(inFull).toContain(RECORDS);
  });

  it('says nothing of records that are secured, or that there are none of', async () => {
    const secure = invited().at('2026-04-08 12:00').act(secured()).act(byLink('full'));
    expect(await mailTo(secure, 'answerReceived')).not.toContain('We still need');
    const nothing = invited().at('2026-04-08 12:00').act(byLink('nil'));
    expect(await mailTo(nothing, 'answerReceived')).not.toContain('We still need');
  });

  it('asks for nothing more after the end, and sends nothing back (R20)', async () => {
    const race = invited().at('2026-04-08 12:00');
    race.act(WITHDRAWAL).act(byLink('partial'));
    const text = await mailTo(race, 'answerReceived');
    expect(text).not.toContain('We still need');
    expect(text).not.toContain(SENT_BACK);
    expect(text).toContain('contact the team today. The team can put our record of it right.');
  });
});
