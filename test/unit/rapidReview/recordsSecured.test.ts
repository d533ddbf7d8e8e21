// Records secured (C4; table of obligations: recordsSecured): its own date from the sent day, met by the acknowledgement or
// by an answer that leaves nothing to secure; it may come before the request. R5, R11.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { RecordRecordsSecured } from '../../../domain/rapidReview/returns/commands';
import { warningsOfCorrection } from '../../../domain/rapidReview/warningsOfCorrection';
import { AGENCY, REASON } from './story';
import { OF_AGENCY, Race, SCHOOL, WITHDRAWAL, answer, row } from './race';

const secured = (on: string, rest: Partial<RecordRecordsSecured> = {}): RecordRecordsSecured => ({
  kind: 'recordRecordsSecured',
  agency: SCHOOL,
  on: civilDate(on),
  secured: { paper: true, electronic: true, locked: true },
  ...rest,
});
const asked = () => new Race().received().asked();

describe('R5: records secured', () => {
  it('by acknowledgement: paper, electronic, locked, by whom and when', () => {
    const race = asked().at('2026-04-02 12:00');
    race.act(
      secured('2026-04-01', { by: row('who'), secured: { paper: true, electronic: false, locked: true } }),
    );
    expect(race.of('RecordsSecured')[0]?.body).toEqual({
      agency: SCHOOL,
      on: '2026-04-01',
      note: 'c9.who',
      secured: { paper: true, electronic: false, locked: true },
    });
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({
      status: 'met',
      due: '2026-04-02',
      doneOn: '2026-04-01',
      workingDaysEarly: 1,
    });
  });

  it.each(['nil', 'notKnown', 'wrongOrganisation'] as const)(
    'a %s answer leaves nothing to secure',
    (given) => {
      const race = asked()
        .at('2026-04-01 12:00')
        .act(answer(SCHOOL, '2026-04-01', { answer: given }));
      expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    },
  );

  it.each(['full', 'partial'] as const)('a %s return does not say so: still owed', (given) => {
    const race = asked()
      .at('2026-04-01 12:00')
      .act(answer(SCHOOL, '2026-04-01', { answer: given }));
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-02' });
    race.at('2026-04-07 12:00');
    expect(race.reminders(SCHOOL).at(-1)).toContain('recordsSecured oneAfter');
  });

  it('a nil answer that is sent back takes the records with it: owed again', () => {
    const race = asked()
      .at('2026-04-01 12:00')
      .act(answer(SCHOOL, '2026-04-01', { answer: 'nil' }));
    race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: REASON });
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'open', due: '2026-04-02' });
  });

  it('may be said before the template goes: met on the day of the request, and nobody is reminded of it', () => {
    const race = new Race().received().at('2026-03-31 09:30').act(secured('2026-03-31'));
    expect(race.line('recordsSecured', SCHOOL).status).toBe('awaitingAnchor');
    race.at('2026-04-01 10:00').sent(SCHOOL);
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'met', doneOn: '2026-03-31' });
    race.at('2026-04-08 08:00');
    expect(race.reminders(SCHOOL)).toEqual([]);
  });

  it('late, by how many working days, counted over Easter', () => {
    const race = asked().at('2026-04-08 12:00').act(secured('2026-04-08'));
    expect(race.line('recordsSecured', SCHOOL)).toMatchObject({ status: 'missed', workingDaysEarly: -2 });
  });

  it('has reminders of its own: the day before its day and the day after, with the answer in one mail', () => {
    expect(asked().at('2026-04-07 12:00').reminders(SCHOOL)).toEqual([
      '2026-04-01 09:00 1: recordsSecured oneBefore',
      '2026-04-07 09:00 2: agencyReturn twoBefore, recordsSecured oneAfter',
    ]);
  });

  it.each([
    ['twice', secured('2026-04-02'), 'RecordsAlreadySecured'],
    ['in the future', secured('2026-04-03', { agency: AGENCY(1) }), 'AnsweredInFuture'],
    [
      'where nothing is secured',
      secured('2026-04-02', {
        agency: AGENCY(1),
        secured: { paper: false, electronic: false, locked: true },
      }),
      'NothingSecured',
    ],
    [
      'where they are not locked',
      secured('2026-04-02', {
        agency: AGENCY(1),
        secured: { paper: true, electronic: true, locked: false },
      }),
      'RecordsNotLocked',
    ],
    ['by an agency that is not on the case', secured('2026-04-02', { agency: AGENCY(9) }), 'AgencyNotOnCase'],
  ] as const)('is refused %s, with nothing changed', (_what, command, code) => {
    expect(asked().at('2026-04-02 12:00').act(secured('2026-04-02')).refusal(command)).toBe(code);
  });

  it('taken back as a mistake, are warned of where the agency has said so itself', () => {
    const warned = (saidBy: 'agency' | 'team', then?: CommandBody) => {
      const race = asked().at('2026-04-02 12:00');
      (saidBy === 'agency' ? race.by(OF_AGENCY) : race).act(secured('2026-04-01'));
      if (then !== undefined) race.act(then);
      const before = race.state;
      race.act({ kind: 'correctRecordsSecured', agency: SCHOOL, reason: REASON });
      return warningsOfCorrection(before, race.state, race.events, race.calendar);
    };
    const warning = { about: 'securedByAgency', agency: SCHOOL };
    expect(warned('agency')).toContainEqual({ ...warning, onItsPage: true });
    expect(warned('agency', answer(SCHOOL, '2026-04-02', { answer: 'nil' }))).toContainEqual(warning);
    expect(warned('agency', { kind: 'voidRequest', agency: SCHOOL, reason: REASON })).toContainEqual(warning);
    expect(warned('agency', WITHDRAWAL)).toContainEqual(warning);
    expect(warned('team').map(({ about }) => about)).not.toContain('securedByAgency');
  });
});
