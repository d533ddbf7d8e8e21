// What the clock alone would send (R11, R12): a dry run by the very rules that send it, so that it says what then comes.

import { describe, expect, it } from '@jest/globals';
import { instant } from '../../../domain/calendar/instant';
import { comingNotices } from '../../../domain/rapidReview/comingNotices';
import type { AnyCase } from '../../../domain/rapidReview/state';
import { Story } from './story';
import { Race, SCHOOL, answer, row } from './race';

const TEN = 10;
const coming = (race: Race, days = TEN) =>
  comingNotices(race.state as AnyCase, race.calendar, race.now, days);

describe('R11 and R12: the dry run of the next ten working days', () => {
  it('says each mail, its moment, to whom and why', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .sent(SCHOOL);
    const said = coming(race, 6).map(
      ({ at, notice, why }) =>
        `${Story.say(at)} ${notice.body.kind} to ${notice.to.role}: ${why.map(({ key, due }) => `${key} ${due}`).join(', ')}`,
    );
    const [answered, secured] = [`agencyReturn:${SCHOOL} 2026-04-09`, `recordsSecured:${SCHOOL} 2026-04-02`];
    expect(said).toEqual([
      `2026-04-01 09:00 agencyReminder to agency: ${answered}, ${secured}`,
      `2026-04-01 09:00 teamBriefing to team: ${secured}, meeting 2026-04-20`,
      `2026-04-07 09:00 agencyReminder to agency: ${answered}, ${secured}`,
      `2026-04-07 09:00 teamBriefing to team: ${secured}`,
      `2026-04-08 09:00 agencyReminder to agency: ${answered}, ${secured}`,
      `2026-04-08 09:00 teamBriefing to team: ${answered}`,
      `2026-04-10 09:00 agencyReminder to agency: ${answered}, ${secured}`,
      `2026-04-10 09:00 teamBriefing to team: ${answered}`,
    ]);
  });

  it('sends nothing and changes nothing: what then comes is what it said', () => {
    const race = new Race().received().asked().meetingArranged();
    const before = JSON.stringify(race.state);
    const said = coming(race).map(({ notice }) => notice);
    expect(JSON.stringify(race.state)).toBe(before);
    const sent = race.notices.length;
    race.at('2026-04-16 23:59');
    expect(race.notices.slice(sent)).toEqual(said);
    expect(said.length).toBeGreaterThan(20);
  });

  it('up to a moment it says the same as in full, and looks no further', () => {
    const race = new Race().received().asked().meetingArranged();
    const whole = coming(race);
    for (const last of new Set(whole.map(({ at }) => at)))
      for (const until of [instant(last - 1), last]) {
        const said = comingNotices(race.state as AnyCase, race.calendar, race.now, TEN, until);
        expect(said).toEqual(whole.filter(({ at }) => at <= until));
      }
  });

  it('an answer takes its reminders out of it', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .sent(SCHOOL);
    race.act(answer(SCHOOL, '2026-03-31', { answer: 'nil' }));
    expect(coming(race).filter(({ notice }) => notice.to.role === 'agency')).toEqual([]);
  });

  it('names no date for what none calls for, such as a safety alert, and shows a day of those and all else', () => {
    const quiet = coming(new Race().received());
    const race = new Race().received().act({ kind: 'raiseSafetyConcern', concern: row('concern') });
    const alerts = coming(race).filter(({ notice }) => notice.body.kind === 'safetyAlert');
    expect(alerts[0]).toMatchObject({ why: [], notice: { body: { alert: 2 }, to: { role: 'onCall' } } });
    expect(alerts).toHaveLength(48);
    const others = coming(race).filter(({ notice }) => notice.body.kind !== 'safetyAlert');
    expect(others.map(({ at, notice }) => [at, notice.body.kind])).toEqual(
      quiet.map(({ at, notice }) => [at, notice.body.kind]),
    );
  });

  it('is empty of a case that carries no review', () => {
    const race = new Race().received({ nature: 'careLeaverDeath' });
    expect(coming(race)).toEqual([]);
  });
});
