// R9: the ledger reports each mail again with every round. What one told its agency before a date was agreed with it, or before it was
// written to with all its dates anew, is no news then, however the dates have moved since.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { MailReport } from '../../../domain/rapidReview/mailReport';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race, SCHOOL, WITHDRAWAL, answer, excluded } from './race';
import { REASON, Story } from './story';

const RETURN = `agencyReturn:${SCHOOL}` as ObligationKey;
const RECORDS = `recordsSecured:${SCHOOL}` as ObligationKey;
const the8thAnd9th = proclaimed(officialCalendar, '2026-04-08', '2026-04-09');
const the2nd = proclaimed(officialCalendar, '2026-04-02');

/** Asked on Tuesday 31 March: the records are due on Thursday 2 April, the return on Thursday 9 April, and its mail said so. */
const heardOf = () => {
  const race = new Race().received().at('2026-03-31 10:00').send([SCHOOL]);
  const told: MailReport['told'] = {
    asOf: race.state.version,
    dates: [
      { key: RETURN, due: civilDate('2026-04-09') },
      { key: RECORDS, due: civilDate('2026-04-02') },
    ],
  };
  const report = race.report(SCHOOL, 'accepted', { told });
  return { race: race.hear(report), report };
};

const agree = (due: string) =>
  ({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate(due), reason: REASON }) as const;
const secured = {
  kind: 'recordRecordsSecured',
  agency: SCHOOL,
  on: civilDate('2026-03-31'),
  secured: { paper: true, electronic: true, locked: true },
} as const;

type Step = (race: Race) => Race;
const agreed: Step = (race) => race.at('2026-03-31 18:00').act(agree('2026-04-10'));
const changed: Step = (race) => race.adopt(the8thAnd9th);
const answered: Step = (race) => race.at('2026-03-31 11:00').act(answer(SCHOOL, '2026-03-31'));

/** Each with the move of which the agency hears, if any. */
const LIVES: readonly (readonly [string, readonly Step[], readonly string[]])[] = [
  [
    'a date agreed that the own one is later than by then',
    [agreed, changed],
    [`${RETURN} 2026-04-10 to 2026-04-13`],
  ],
  [
    'a date agreed, bank holidays before it, and these taken back',
    [agreed, changed, (race) => race.adopt(officialCalendar, 2)],
    [],
  ],
  [
    'a case that goes on under another calendar after a withdrawal',
    [
      (race) => race.at('2026-03-31 11:00').act(WITHDRAWAL).at('2026-03-31 12:00'),
      (race) => {
        const follow = { change: 1, calendar: race.offered(the8thAnd9th), accepted: race.now };
        return race.act({ kind: 'undoWithdrawal', reason: REASON, follow });
      },
    ],
    [],
  ],
  [
    'an answer sent back after the calendar changed',
    [
      answered,
      changed,
      (race) => race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON }),
    ],
    [],
  ],
  [
    'an answer that was a mistake, after the calendar changed',
    [
      answered,
      changed,
      (race) => race.act({ kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON }),
    ],
    [],
  ],
  [
    'records that were not secured after all, after the calendar changed',
    [
      answered,
      (race) => race.act(secured),
      (race) => race.adopt(the2nd),
      (race) => race.act({ kind: 'correctRecordsSecured', agency: SCHOOL, reason: REASON }),
    ],
    [],
  ],
];

const played = (steps: readonly Step[]): Race => {
  const { race, report } = heardOf();
  for (const step of steps) step(race).hear(report);
  return race.at('2026-04-01 12:00').hear(report);
};
const told = (race: Race): readonly string[] =>
  race
    .of('AgencyToldOfDates')
    .flatMap(({ body }) => body.moves.map(({ key, was, due }) => `${key} ${was} to ${due}`));

describe('R9: the same mail heard of again says nothing new', () => {
  it.each(LIVES)('after %s', (_what, steps, moved) => {
    const race = played(steps);
    expect(race.of('MailToldOtherDates')).toEqual([]);
    expect(told(race)).toEqual(moved);
  });

  it('of a date alone that was agreed: what it told of the other is heard', () => {
    const { race } = heardOf();
    race.at('2026-03-31 18:00').adopt(the2nd).act({ kind: 'sendReminder', agency: SCHOOL });
    const told = { asOf: race.state.version, dates: [{ key: RECORDS, due: civilDate('2026-04-07') }] };
    race.adopt(officialCalendar, 2).act(agree('2026-04-08'));
    race.hear(race.report(SCHOOL, 'accepted', { sending: 2, told })).at('2026-04-01 12:00');
    expect(race.of('AgencyToldOfDates').map(({ at, body }) => [Story.say(at), body.moves])).toMatchObject([
      ['2026-04-01 09:00', [{ key: RECORDS, was: '2026-04-07', due: '2026-04-02' }]],
    ]);
  });

  it('but where nobody can be mailed as the case goes on: the team hears that the agency is to be told', () => {
    const goesOn = (race: Race): Race => {
      const follow = { change: 1, calendar: race.offered(the8thAnd9th), accepted: race.now };
      return race.act({ kind: 'undoWithdrawal', reason: REASON, follow });
    };
    const exclude = excluded(SCHOOL);
    const race = played([(known) => known.at('2026-03-31 11:00').act(exclude).act(WITHDRAWAL), goesOn]);
    expect(race.of('AgencyToldOfDates').map(({ body }) => [body.agency, body.noContact])).toEqual([
      [SCHOOL, true],
    ]);
  });

  it('but where an answer was a mistake beside one that stands: no mail names its dates', () => {
    const { race, report } = heardOf();
    race.at('2026-03-31 11:00').act(answer(SCHOOL, '2026-03-31', { answer: 'partial' }));
    race.act(answer(SCHOOL, '2026-03-31')).at('2026-03-31 18:00').adopt(the2nd);
    race.act({ kind: 'sendReminder', agency: SCHOOL });
    const named = { asOf: race.state.version, dates: [{ key: RECORDS, due: civilDate('2026-04-07') }] };
    race.adopt(officialCalendar, 2).act({ kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON });
    race.hear(report, race.report(SCHOOL, 'accepted', { sending: 2, told: named })).at('2026-04-01 12:00');
    expect(told(race)).toEqual([`${RECORDS} 2026-04-07 to 2026-04-02`]);
  });
});
