// R7, R9: a miss in the preview of a change of the calendar is what the case itself makes of it: taken up again where its date is ahead again, and
// left where an extension after it has left it, wherever the agreed date moves.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { effectOnAgency } from '../../../domain/calendarChange/effects';
import { agencyShapeOf } from '../../../domain/calendarChange/shapes';
import { officialCalendar } from '../calendars';
import { proclaimed } from './otherCalendars';
import { Race, SCHOOL } from './race';
import { REASON } from './story';

/** Of the school's return; and whether the case takes the miss up again when it goes over. */
const judged = (race: Race, ...days: readonly string[]) => {
  const { open, calendar: before, now } = race;
  const after = proclaimed(officialCalendar, ...days);
  const onCase = open.agencies.find(({ agency }) => agency === SCHOOL);
  if (onCase === undefined) throw new Error('the school is not on the case');
  const { moves, team, teamWarnings } = effectOnAgency(agencyShapeOf(open, before, onCase), {
    before,
    after,
    now,
  });
  race.adopt(after);
  const reinstated = race.of('ObligationReinstated').map(({ body }) => body.key);
  return {
    moves: moves
      .filter(({ obligation }) => obligation === 'agencyReturn')
      .map(({ was, due, lateness }) => `${was} ${due} ${lateness}`),
    team: team.map(({ about }) => about),
    warned: teamWarnings.length > 0,
    reinstated: reinstated.includes(`agencyReturn:${SCHOOL}` as never),
  };
};

/** Asked on 31 March: due on Thursday 9 April. */
const missed = (at: string) => new Race().received().asked().at(at);

describe('R7, R9: a missed return whose date a proclaimed day moves', () => {
  it('is in time again where that is ahead', () => {
    expect(judged(missed('2026-04-10 12:00'), '2026-04-08', '2026-04-09')).toMatchObject({
      moves: ['2026-04-09 2026-04-13 inTimeAgain'],
      team: ['missTakenBack'],
      reinstated: true,
    });
  });

  it('stays missed after an extension: neither is it called none, nor warned of anew', () => {
    const race = missed('2026-04-13 12:00').act({
      kind: 'agreeReturnDate',
      agency: SCHOOL,
      due: civilDate('2026-04-20'),
      reason: REASON,
    });
    expect(judged(race, '2026-04-20')).toEqual({
      moves: ['2026-04-20 2026-04-21 unchanged'],
      team: [],
      warned: false,
      reinstated: false,
    });
  });
});
