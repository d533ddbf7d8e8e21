// Who would hear of a change of the calendar because of one case, of what, and when, and who would not any more, in words. Who does is worked out by the domain.

import { formatInstant } from '../../domain/calendar/instant';
import type { AgencyHears, TeamHears } from '../../domain/calendarChange/told';
import { isHeardAtNine } from '../../domain/calendarChange/told';
import type { AgencyId } from '../../domain/timetable/facts';
import type { EffectOnOne } from '../../records/records';
import { sayItem } from '../chronology/sayClock';
import { sayAmissMeeting } from '../chronology/sayMeeting';
import { sayNotice } from '../chronology/sayNotice';
import type { Name } from '../chronology/sayings';
import type { ToldView } from '../chronology/told';
import { ofAgency } from './ofAgency';

const say = (hears: TeamHears, name: Name): string => {
  switch (hears.about) {
    case 'agencyToTell':
      return `nobody at ${name(hears.agency)} can be mailed its new dates: the team is to tell it`;
    case 'missed':
    case 'missTakenBack':
    case 'meetingDayRestored':
    case 'quorumAtRisk':
      return sayItem(hears, name);
    case 'meetingOutsideWindow':
      return sayAmissMeeting(hears);
    case 'meetingWindowLeavesNothing':
      return sayNotice({ kind: hears.about, ...hears }, name);
    case 'completionMissed':
      return sayNotice({ kind: hears.about, ...hears }, name);
  }
};

const team = (hears: TeamHears, name: Name): ToldView => ({
  who: 'team',
  how: 'byMail',
  at: formatInstant(hears.at),
  about: say(hears, name),
});

const agencyHears = (agency: AgencyId, hears: AgencyHears | undefined, name: Name): ToldView[] => {
  if (hears === undefined) return [];
  const moves = hears.moves.map((move) => ({ ...move, key: ofAgency(move.key, agency) }));
  const about = sayNotice({ kind: 'datesMoved', agency, moves, because: [] }, name);
  return [{ who: 'agency', agency, how: hears.how, at: formatInstant(hears.at), about }];
};

/** The team's at once, then the agencies', then what stands in the team's mail of 09:00. */
export const toldOfChange = ({ team: ofCase, agencies }: EffectOnOne, name: Name): ToldView[] => {
  const hears = [
    ...ofCase,
    ...agencies.flatMap(({ agency, team: own }) =>
      own.map((one) => ({
        ...one,
        ...('key' in one ? { key: ofAgency(one.key, agency) } : {}),
        ...('agency' in one ? { agency } : {}),
      })),
    ),
  ];
  return [
    ...hears.filter((one) => !isHeardAtNine(one)).map((one) => team(one, name)),
    ...agencies.flatMap(({ agency, told }) => agencyHears(agency, told, name)),
    ...hears.filter(isHeardAtNine).map((one) => team(one, name)),
  ];
};

/** What agencies were to hear of an earlier change that this one takes back. */
export const toldNoMore = ({ agencies }: EffectOnOne, name: Name): ToldView[] =>
  agencies.flatMap(({ agency, toldNoMore: spared }) => agencyHears(agency, spared, name));
