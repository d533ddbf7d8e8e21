// The mails that time brings: reminders, the team's mail of 09:00, and what is told at once.

import type { CivilDate } from '../../calendar/civilDate';
import { londonDateToSay } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { agencyOn } from '../agenciesOfCase';
import type { ObligationKey } from '../../timetable/facts';
import type { EventOf } from '../events';
import type { Draft } from '../noticeBodies';
import { contactsFor } from '../reminders/reach';
import type { EndedCase, OpenCase } from '../state';
import { itemOfFailure } from './briefing';
import { lastMomentOf } from './briefingTimes';
import { stillBelieved } from './heardOfMisses';
import { keyOfDatesMoved } from './noticeKeys';
import { failureToldAtOnce, missToldAtOnce } from './toldAtOnce';

type Told = EventOf<
  | 'AgencyToldOfDates'
  | 'AgencyReminded'
  | 'TeamBriefed'
  | 'ObligationMissed'
  | 'OutcomeRestated'
  | 'MeetingWindowLeavesNothing'
  | 'NoticeFailed'
>;

const TEAM = { role: 'team' } as const;

/** Every other miss waits for the next working day's briefing; and one that the team still believes in is no news. */
const missedAtOnce = (
  state: OpenCase | EndedCase,
  { key, due, on }: { readonly key: ObligationKey; readonly due: CivilDate; readonly on?: CivilDate },
  event: number,
): readonly Draft[] =>
  !missToldAtOnce(key) || stillBelieved(state, key)
    ? []
    : [
        {
          key: `completionMissed/${key}/${event}`,
          to: TEAM,
          body: { kind: 'completionMissed', key, due, ...(on === undefined ? {} : { completeOn: on }) },
        },
      ];

/** What failed, told at once and by itself. */
export const mailFailed = (
  { number, at, body }: EventOf<'NoticeFailed'>,
  calendar: WorkingCalendar,
): Draft => ({
  key: `teamBriefing/failed/${number}`,
  to: TEAM,
  body: { kind: 'teamBriefing', on: londonDateToSay(calendar, at), items: [itemOfFailure(body)] },
});

export const clockNotices = (
  event: Told,
  state: OpenCase | EndedCase,
  calendar: WorkingCalendar,
): readonly Draft[] => {
  switch (event.kind) {
    case 'AgencyToldOfDates': {
      const { agency, moves, because, noContact } = event.body;
      if (noContact === true) return [];
      return [
        {
          key: keyOfDatesMoved(agency, event.number),
          to: { role: 'agency', agency, contacts: contactsFor(state, agency) },
          body: { kind: 'datesMoved', agency, moves, because },
        },
      ];
    }
    case 'AgencyReminded': {
      const { agency, on, number, rungs, escalatesTo } = event.body;
      const sentOn = agencyOn(state, agency)?.sent?.on ?? on;
      return [
        {
          key: `agencyReminder/${agency}/${number}`,
          to: { role: 'agency', agency, contacts: contactsFor(state, agency, escalatesTo) },
          body: { kind: 'agencyReminder', agency, number, sentOn },
          // What a person sends at half past five still goes.
          ...(rungs.length === 0 ? {} : { notAfter: lastMomentOf(state, calendar, on) }),
        },
      ];
    }
    case 'TeamBriefed': {
      const { on, items, atOnce } = event.body;
      const key = atOnce === true ? `teamBriefing/atOnce/${event.number}` : `teamBriefing/${on}`;
      return [{ key, to: TEAM, body: { kind: 'teamBriefing', on, items } }];
    }
    case 'ObligationMissed':
      return missedAtOnce(state, event.body, event.number);
    case 'OutcomeRestated': {
      const { key, was, now } = event.body;
      return now?.kind === 'missed' && was.kind === 'met'
        ? missedAtOnce(state, { key, ...now }, event.number)
        : [];
    }
    case 'MeetingWindowLeavesNothing':
      return [
        {
          key: `meetingWindowLeavesNothing/${event.number}`,
          to: TEAM,
          body: { kind: 'meetingWindowLeavesNothing', ...event.body },
        },
      ];
    case 'NoticeFailed':
      return failureToldAtOnce(state, event.body) ? [mailFailed(event, calendar)] : [];
  }
};
