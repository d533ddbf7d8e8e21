// An agency that was named or added by mistake is taken off the case while nothing has been asked of it: nobody owes it a request any
// more, nor it an answer. Whoever took part stays (R8, R22).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { explanationsOfCase } from '../../../domain/rapidReview/explanationsOfCase';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { noticesFor } from '../../../domain/rapidReview/notices';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { answer, COUNCIL, invitation, Race, SCHOOL } from './race';
import { AGENCY, AWARE, london, REASON } from './story';
import { lastItem, told } from './tellings';

const WRONG = AGENCY(8);
const KEY = `scopingDispatch:${WRONG}`;
const add = { kind: 'addAgency', agency: WRONG } as const;
const remove = (agency = WRONG): CommandBody => ({ kind: 'removeAgency', agency, reason: REASON });
const declareVoid: CommandBody = { kind: 'voidRequest', agency: WRONG, reason: REASON };
const SECURED: CommandBody = {
  kind: 'recordRecordsSecured',
  agency: WRONG,
  on: civilDate('2026-03-31'),
  secured: { paper: true, electronic: false, locked: true },
};
/** Received on Monday 30 March: requests are due on Wednesday 1 April. */
const added = () => new Race().received(AWARE).asked().act(add);
const lines = (race: Race) =>
  explanationsOfCase(race.events, (version) => race.calendarOf(version)).filter(({ key }) =>
    key.endsWith(WRONG),
  );

describe('R8, R22: an agency that is on the case by mistake', () => {
  it('is taken off it: nothing of it is due, missed or warned of, and nobody is written to', () => {
    const race = added().act(remove());
    expect(race.open.agencies.map(({ agency }) => agency)).not.toContain(WRONG);
    race.at('2026-04-30 12:00');
    expect(lines(race)).toEqual([]);
    expect(race.misses().filter((line) => line.includes(WRONG))).toEqual([]);
    expect(race.notices.filter(({ to }) => to.role === 'agency' && to.agency === WRONG)).toEqual([]);
    const [event] = race.of('AgencyRemoved');
    expect(event?.body).toEqual({ agency: WRONG, reason: REASON });
    expect(event === undefined ? [] : noticesFor(event, race.state, race.calendar)).toEqual([]);
  });

  it('takes with it the miss of its request: the team, which had heard of it, hears that it is none', () => {
    const race = added().at('2026-04-07 12:00');
    expect(race.line('scopingDispatch', WRONG)).toMatchObject({ status: 'missed' });
    race.act(remove()).at('2026-04-30 12:00');
    expect(race.of('OutcomeRestated').at(-1)?.body).toMatchObject({ key: KEY, owedNoMore: true });
    expect(told(race, 'missTakenBack')).toEqual(['2026-04-08 09:00']);
    expect(lastItem(race, 'missTakenBack')).toEqual({ about: 'missTakenBack', key: KEY, was: '2026-04-01' });
  });

  it('is not missing at a decision after that', () => {
    const race = new Race().received().asked().act(add).returned().act(remove());
    race.meetingArranged().quorate().decided();
    expect(race.open.decisions[0]?.missingReturns).toEqual([]);
  });

  it('that was asked stays until its request is void; one that has answered, or secured its records, stays', () => {
    const race = added().send([WRONG]);
    expect(race.refused(remove())).toEqual({ code: 'AgencyTookPart', agency: WRONG, by: 'request' });
    race.act(declareVoid).act(remove());
    expect(warningsOf(race.state, race.calendar)).toEqual([]);
    race.at('2026-04-02 12:00').act(answer(SCHOOL, '2026-04-02'));
    expect(race.refused(remove(SCHOOL))).toMatchObject({ by: 'answer' });
    const secured = added().act(SECURED);
    expect(secured.refused(remove())).toMatchObject({ by: 'records' });
    secured.act({ kind: 'correctRecordsSecured', agency: WRONG, reason: REASON }).act(remove());
    expect(secured.open.agencies).toHaveLength(race.open.agencies.length);
  });

  it('that has not answered in full, and was asked, is told nothing: its request comes first, and then what it did', () => {
    const race = added().send([WRONG]).sent(WRONG).at('2026-04-01 12:00');
    race.act(answer(WRONG, '2026-04-01', { answer: 'partial' })).act(SECURED);
    for (const by of ['request', 'answer', 'records']) {
      expect(race.refused(remove())).toEqual({ code: 'AgencyTookPart', agency: WRONG, by });
      if (by === 'request') race.act(declareVoid);
      if (by === 'answer') race.act({ kind: 'correctReturn', agency: WRONG, number: 1, reason: REASON });
    }
    race.act({ kind: 'correctRecordsSecured', agency: WRONG, reason: REASON }).act(remove());
    expect(race.mails('answerByMistake')).toEqual([]);
  });

  it('that has answered in full has reached its request: the answer comes first', () => {
    const race = added().send([WRONG]).sent(WRONG).at('2026-04-01 12:00').act(answer(WRONG, '2026-04-01'));
    expect(race.refused(remove())).toMatchObject({ by: 'answer' });
    expect(race.refusal(declareVoid)).toBe('RequestAnswered');
  });

  it('whose answer was sent back goes, once its request is void; added again, its answers are numbered on', () => {
    const race = added().send([WRONG]).sent(WRONG).at('2026-04-01 12:00').act(answer(WRONG, '2026-04-01'));
    race.act({ kind: 'sendBackReturn', agency: WRONG, number: 1, missing: REASON }).act(declareVoid);
    race.act(remove()).act(add).send([WRONG]).sent(WRONG).act(answer(WRONG, '2026-04-01'));
    expect(race.of('ReturnReceived').map(({ body }) => body.number)).toEqual([1, 2]);
  });

  it.each([
    ['of its name', { agency: WRONG }, add],
    ['of one that is not in the register', { named: REASON }, add],
  ] as const)('leaves the proposal %s open again that it had settled', (_, askInstead, adding) => {
    const race = new Race().received().asked().at('2026-04-01 12:00');
    race.act({
      kind: 'recordReturn',
      agency: SCHOOL,
      answer: 'wrongOrganisation',
      how: 'telephone',
      on: civilDate('2026-04-01'),
      askInstead,
    });
    const [proposed] = race.open.proposals;
    if (proposed === undefined) throw new Error('nobody is proposed');
    race.act({ ...adding, proposal: proposed.proposal });
    expect(race.open.proposals).toEqual([]);
    race.act(remove());
    expect(race.open.proposals).toEqual([proposed]);
    race.act({ ...adding, proposal: proposed.proposal }).act(remove());
    expect(race.open.proposals).toEqual([proposed]);
    race.act({ kind: 'declineProposal', proposal: proposed.proposal, reason: REASON });
    expect(race.open.proposals).toEqual([]);
  });

  it('that is invited to the meeting is left out there first', () => {
    const race = added();
    const [first, ...others] = invitation('2026-04-14 10:00').invitees;
    if (first === undefined) throw new Error('nobody is invited');
    race.act(invitation('2026-04-14 10:00', { invitees: [{ ...first, agency: WRONG }, ...others] }));
    expect(race.refused(remove())).toMatchObject({ by: 'meeting' });
    race.act({ kind: 'cancelMeeting', reason: REASON }).act(remove());
  });

  it('is refused where it is not on the case, and twice', () => {
    expect(new Race().received().refusal(remove())).toBe('AgencyNotOnCase');
    expect(added().act(remove()).refusal(remove())).toBe('AgencyNotOnCase');
  });
});

describe('R22: one that belongs to the case after all', () => {
  it('is added again, from then on, and its requests are numbered on: none of its mails takes the place of another', () => {
    const race = added().send([WRONG]).sent(WRONG).act(declareVoid).act(remove());
    race.at('2026-04-07 10:00').act(add).send([WRONG]);
    expect(race.of('ScopingRequested').at(-1)?.body).toMatchObject({ agency: WRONG, round: 2, sending: 1 });
    const keys = race.notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has been known since it first was: what was missed of it is missed', () => {
    const race = new Race()
      .received({ agencies: [WRONG] })
      .at('2026-04-02 12:00')
      .act(remove());
    expect(race.misses().filter((line) => line.includes(WRONG))).toHaveLength(1);
    race.at('2026-04-07 10:00').act(add);
    expect(race.line('scopingDispatch', WRONG)).toMatchObject({ status: 'missed', due: '2026-04-01' });
    expect(race.open.agencies).toMatchObject([{ agency: WRONG, identified: 'withReferral' }]);
  });

  it('and said to be found later, has dates of its own: neither explanation nor first date goes by those of before', () => {
    const race = new Race().received().at('2026-03-31 08:00').act(add);
    race.adopt(proclaimed(officialCalendar, '2026-04-01')).act(remove()).at('2026-04-07 10:00');
    race.act({ ...add, identifiedAt: london('2026-04-07 09:00') });
    const due = race.line('scopingDispatch', WRONG).due;
    expect(due).toBe('2026-04-08');
    expect(firstDates(race.events, (version) => race.calendarOf(version)).has(KEY as never)).toBe(false);
    const [line] = lines(race);
    expect(line?.changes.map((change) => [change.was, change.due])).toEqual([
      [undefined, '2026-04-01'],
      ['2026-04-01', '2026-04-02'],
      ['2026-04-02', undefined],
      [undefined, '2026-04-08'],
    ]);
  });

  it('of a case that was merged is not asked for again', () => {
    const of = 'RR-2026-0009' as CaseReference;
    const race = new Race().received(AWARE).act({ kind: 'noteDuplicate', of });
    race.act({
      kind: 'absorbCase',
      of,
      receivedAt: race.now,
      reason: REASON,
      withAgencies: [{ agency: WRONG }],
    });
    expect(warningsOf(race.state, race.calendar)).toMatchObject([{ about: 'agencyOfMerged', agency: WRONG }]);
    race.act(add).act(remove());
    expect(warningsOf(race.state, race.calendar)).toEqual([]);
    expect(race.open.agencies.map(({ agency }) => agency)).toContain(COUNCIL);
  });

  it('of a case that is merged after it was taken off this one is asked for', () => {
    const of = 'RR-2026-0009' as CaseReference;
    const race = new Race().received(AWARE).act(add).act(remove()).act({ kind: 'noteDuplicate', of });
    race.act({
      kind: 'absorbCase',
      of,
      receivedAt: race.now,
      reason: REASON,
      withAgencies: [{ agency: WRONG }],
    });
    expect(warningsOf(race.state, race.calendar)).toMatchObject([{ about: 'agencyOfMerged', agency: WRONG }]);
  });
});
