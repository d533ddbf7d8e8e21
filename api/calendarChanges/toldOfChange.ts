// Who would hear of a change of the calendar because of one case, of what, and when, in words. Who does is worked out by the domain.

import { formatInstant } from '../../domain/calendar/instant';
import type { TeamHears } from '../../domain/calendarChange/told';
import { isHeardAtNine } from '../../domain/calendarChange/told';
import type { EffectOnOne } from '../../records/records';
import { sayItem } from '../chronology/sayClock';
import { sayAmissMeeting } from '../chronology/sayMeeting';
import { sayNotice } from '../chronology/sayNotice';
import type { Name } from '../chronology/sayings';
import type { ToldView } from '../chronology/told';
import { ofAgency } from './ofAgency';

const say = (hears: TeamHears, name: Name): string => {
  if (isHeardAtNine(hears)) return sayItem(hears, name);
  switch (hears.about) {
    case 'meetingOutsideWindow':
      return sayAmissMeeting(hears);
    case 'meetingWindowLeavesNothing':
      return sayNotice({ kind: hears.about, ...hears }, name);
    case 'completionMissed':
      return sayNotice({ kind: hears.about, ...hears }, name);
  }
};

const team = (hears: TeamHears, name: Name): ToldView => ({
  ...{ who: 'team', how: 'byMail', at: formatInstant(hears.at), about: say(hears, name) },
});

/** The team's at once, then the agencies', then what stands in the team's mail of 09:00. */
export const toldOfChange = ({ team: ofCase, agencies }: EffectOnOne, name: Name): ToldView[] => {
  const hears = [
    ...ofCase,
    ...agencies.flatMap(({ agency, team: own }) =>
      own.map((one) => ('key' in one ? { ...one, key: ofAgency(one.key, agency) } : one)),
    ),
  ];
  return [
    ...hears.filter((one) => !isHeardAtNine(one)).map((one) => team(one, name)),
    ...agencies.flatMap(({ agency, told }): ToldView[] => {
      if (told === undefined) return [];
      const moves = told.moves.map((move) => ({ ...move, key: ofAgency(move.key, agency) }));
      const about = sayNotice({ kind: 'datesMoved', agency, moves, because: [] }, name);
      return [{ who: 'agency', agency, how: told.how, at: formatInstant(told.at), about }];
    }),
    ...hears.filter(isHeardAtNine).map((one) => team(one, name)),
  ];
};
