// An agency that was asked twice, by telephone and by mail, and whose first asking is heard of last (R3, R8; docs/adr/0028): its days
// run from the first, and what was asked in time is no miss.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CorrectRequestSent } from '../../../domain/rapidReview/scoping/commands';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { Race, SCHOOL } from './race';
import { CONTACT, REASON } from './story';

const askedBefore = (on: string, channel?: CorrectRequestSent['channel']): CorrectRequestSent => ({
  kind: 'correctRequestSent',
  agency: SCHOOL,
  on: civilDate(on),
  ...(channel === undefined ? {} : { channel }),
  reason: REASON,
});
const dispatch = (race: Race) => race.line('scopingDispatch', SCHOOL);
const datesOf = (race: Race) => ({
  dues: race.open.agencies.map(() => due(race)),
  first: [...firstDates(race.events, () => race.calendar)],
  whyDue: explanationsOfCase(race.events, () => race.calendar),
});
const due = (race: Race) => race.line('agencyReturn', SCHOOL).due;

describe('R8: by telephone, before the mail', () => {
  /** The mail goes on Thursday 2 April, a day late. */
  const mailed = () =>
    new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-04-02 10:00')
      .sent(SCHOOL);

  it('the request was in time, and the dates of the agency run from it, of which it is told', () => {
    const race = mailed().at('2026-04-02 11:00');
    expect(dispatch(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
    race.act(askedBefore('2026-04-01', 'telephone'));
    expect(race.of('RequestSentCorrected').map(({ body }) => body)).toEqual([
      { agency: SCHOOL, was: '2026-04-02', on: '2026-04-01', channel: 'telephone', reason: REASON },
    ]);
    expect(dispatch(race)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(due(race)).toBe('2026-04-10');
    expect(race.of('AgencyToldOfDates').map(({ body }) => body.agency)).toEqual([SCHOOL]);
  });

  it('it stands, though the mail comes back', () => {
    const race = mailed().act(askedBefore('2026-04-01', 'paper'));
    race.act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
    expect(race.of('RequestVoided')).toEqual([]);
    const alone = mailed().act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
    expect(alone.of('RequestVoided')).toHaveLength(1);
  });

  it.each([
    ['without the way', askedBefore('2026-04-01'), 'RequestSentByMail'],
    ['of the day of the mail', askedBefore('2026-04-02'), 'RequestSentByMail'],
    ['of a day after it', askedBefore('2026-04-07', 'telephone'), 'RequestSentByMail'],
    ['before the referral', askedBefore('2026-03-29', 'telephone'), 'RequestSentBeforeReferral'],
    ['in the future', askedBefore('2026-04-08', 'telephone'), 'RequestSentInFuture'],
    ['in the future, without the way', askedBefore('2026-04-08'), 'RequestSentByMail'],
  ])('is refused %s, with nothing changed', (_what, command, code) => {
    expect(mailed().at('2026-04-07 10:00').refusal(command)).toBe(code);
  });

  it('no later day takes the place of that of the mail, whatever was recorded of another way', () => {
    const race = mailed().act(askedBefore('2026-04-01', 'telephone')).at('2026-04-08 10:00');
    expect(race.refused(askedBefore('2026-04-07'))).toMatchObject({
      code: 'RequestSentByMail',
      on: '2026-04-02',
    });
    expect(race.act(askedBefore('2026-03-31')).open.agencies[0]?.sent).toMatchObject({ on: '2026-03-31' });
  });

  it('taken back, it went by mail alone again, and is void where that comes back', () => {
    const race = mailed().act(askedBefore('2026-04-01', 'telephone')).act(askedBefore('2026-04-02'));
    expect(race.open.agencies[0]?.sent).toMatchObject({ on: '2026-04-02', channel: 'mail' });
    race.act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
    expect(race.of('RequestVoided')).toHaveLength(1);
  });

  it('on the very day of the mail it stands beside it, and moves no date', () => {
    const race = mailed().act(askedBefore('2026-04-02', 'telephone'));
    expect(race.of('DatesMoved')).toEqual([]);
    race.act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
    expect(race.of('RequestVoided')).toEqual([]);
  });

  it('the way alone is corrected too, and moves no date', () => {
    const race = mailed().act(askedBefore('2026-04-01', 'telephone')).act(askedBefore('2026-04-01', 'paper'));
    expect(race.open.agencies[0]?.sent).toMatchObject({ on: '2026-04-01', channel: 'paper' });
    expect(race.of('DatesMoved')).toHaveLength(1);
    expect(race.refusal(askedBefore('2026-04-01', 'paper'))).toBe('SentCorrectionChangesNothing');
  });
});

describe('R8: by mail, of which word comes after the telephone', () => {
  /** Mailed on the last day, and not heard of; on the next day the team rings. */
  const rung = () => {
    const race = new Race().received({ agencies: [SCHOOL] });
    race.at('2026-04-01 16:00').send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted');
    const contacts = [CONTACT(SCHOOL)];
    const on = civilDate('2026-04-02');
    race.at('2026-04-02 10:00');
    race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts });
    return { race, report };
  };

  it('it went when the mail server took it, and is heard of once', () => {
    const { race, report } = rung();
    expect(dispatch(race)).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
    race.at('2026-04-02 12:00').hear(report).hear(report);
    expect(race.of('RequestSentCorrected').map(({ body }) => body)).toEqual([
      { agency: SCHOOL, was: '2026-04-02', on: '2026-04-01', acceptedAt: report.acceptedAt },
    ]);
    expect(dispatch(race)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(due(race)).toBe('2026-04-10');
  });

  it('no later day takes its place', () => {
    const { race, report } = rung();
    race.at('2026-04-08 12:00').hear(report);
    expect(race.refusal(askedBefore('2026-04-07'))).toBe('RequestSentByMail');
  });

  it.each(['2026-04-02', '2026-04-07'])(
    'a mail of the same day or later moves nothing: of %s',
    (mailedOn) => {
      const { race, report } = rung();
      const later = { ...report, acceptedAt: race.at(`${mailedOn} 12:00`).now };
      const { dues, first, whyDue } = datesOf(race);
      race.hear(later).hear(later);
      expect(race.of('RequestSentCorrected').map(({ body }) => body)).toEqual([
        {
          agency: SCHOOL,
          was: '2026-04-02',
          on: '2026-04-02',
          mailedOn,
          acceptedAt: later.acceptedAt,
        },
      ]);
      expect(datesOf(race)).toEqual({ dues, first, whyDue });
      expect([race.of('DatesMoved'), race.of('AgencyToldOfDates')]).toEqual([[], []]);
      // But no later day takes its place; nor is it forgotten, should an earlier mail be heard of.
      race.at('2026-04-09 10:00').act({ ...askedBefore(mailedOn), channel: 'paper' });
      expect(race.refused(askedBefore('2026-04-08'))).toMatchObject({
        code: 'RequestSentByMail',
        on: mailedOn,
      });
      race.act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
      expect(race.act(askedBefore('2026-04-08')).open.agencies[0]?.sent?.on).toBe('2026-04-08');
    },
  );

  it('put right to its day, it went by that mail alone', () => {
    const { race, report } = rung();
    race.at('2026-04-07 12:00').hear({ ...report, acceptedAt: race.now });
    expect(race.act(askedBefore('2026-04-07')).open.agencies[0]?.sent).toMatchObject({ channel: 'mail' });
  });

  it('that they were rung stands, though the mail comes back', () => {
    const { race, report } = rung();
    race.at('2026-04-02 12:00').hear(report);
    race.act({ kind: 'recordBounce', agency: SCHOOL, contact: CONTACT(SCHOOL) });
    expect(race.of('RequestVoided')).toEqual([]);
  });
});
