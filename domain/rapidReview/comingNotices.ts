// What the clock alone would send in the working days to come, to whom and why: a dry run of the very rules that send it,
// on the case as it stands and with nobody acting. It promises nothing: an act changes what comes.

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { firstLateInstant, londonDateOf } from '../calendar/londonTime';
import { addWorkingDays, ifCovered, type WorkingCalendar } from '../calendar/workingCalendar';
import type { ObligationKey } from '../timetable/facts';
import { keyOf } from '../timetable/obligationKey';
import { passTime } from './decide';
import type { CaseEvent } from './events';
import { evolve } from './evolve';
import { notHeld } from './meeting/dayOver';
import { windowNow } from './meeting/window';
import { noticesFor, type Notice } from './notices';
import type { AnyCase, RapidReview } from './state';
import { wakeAtOrNever } from './wake';

export interface ComingNotice {
  readonly at: Instant;
  readonly notice: Notice;
  /** The dates that call for it; empty where something else does, which the notice itself names. */
  readonly why: readonly { readonly key: ObligationKey; readonly due: CivilDate }[];
  /** The day of the meeting that was arranged, where it is over by then and nobody has opened it. */
  readonly notHeldOn?: CivilDate;
}

/** Of a meeting that nobody has fixed, and that is to decide the case: the date by which it is to be held. */
const meetingDue = (state: RapidReview, calendar: WorkingCalendar): ComingNotice['why'] => {
  if (state.status !== 'open') return [];
  const due = ifCovered(() => windowNow(state, calendar))?.closes;
  return due === undefined ? [] : [{ key: keyOf({ obligation: 'meeting' }), due }];
};

const whyOf = (event: CaseEvent, state: RapidReview, calendar: WorkingCalendar): ComingNotice['why'] => {
  if (event.kind === 'AgencyReminded') return event.body.owes.map(({ key, due }) => ({ key, due }));
  if (event.kind === 'ObligationMissed') return [{ key: event.body.key, due: event.body.due }];
  return event.kind === 'TeamBriefed'
    ? event.body.items.flatMap((item) => {
        if (item.about === 'meetingNotFixed') return meetingDue(state, calendar);
        return 'key' in item && item.due !== undefined ? [{ key: item.key, due: item.due }] : [];
      })
    : [];
};

/** A safety alert that nobody acknowledges goes on and on: a day of them shows that, and what else comes is not hidden behind them. */
const ALERTS_SHOWN = 48;

const withoutEndless = <C extends RapidReview>(state: C, alertsBefore: ReadonlyMap<number, number>): C =>
  state.status === 'none'
    ? state
    : {
        ...state,
        concerns: state.concerns.filter(
          ({ number, alerts }) => alerts - (alertsBefore.get(number) ?? 0) < ALERTS_SHOWN,
        ),
      };

/** In order of time, up to that moment where one is given; of a safety alert a day's. Ends early where the calendar ends. Throws `BeyondCalendar` where it does not cover now. */
export const comingNotices = (
  from: AnyCase,
  calendar: WorkingCalendar,
  now: Instant,
  workingDays: number,
  last?: Instant,
): readonly ComingNotice[] => {
  const until = firstLateInstant(
    calendar,
    addWorkingDays(calendar, londonDateOf(calendar, now), workingDays),
  );
  const coming: ComingNotice[] = [];
  const alertsBefore = new Map(from.concerns.map(({ number, alerts }) => [number, alerts]));
  let state: RapidReview = from;
  for (
    let wake: Instant | undefined = now;
    wake !== undefined && wake < until && (last === undefined || wake <= last);
  ) {
    const brought = passTime(state, calendar, wake);
    for (const event of brought) {
      state = evolve(state, event);
      for (const notice of noticesFor(event, state, calendar))
        coming.push({
          at: event.at,
          notice,
          why: whyOf(event, state, calendar),
          ...notHeld(state, calendar, event.at),
        });
    }
    state = withoutEndless(state, alertsBefore);
    const next = wakeAtOrNever(state, calendar, wake);
    wake = next === undefined || next <= wake ? undefined : next;
  }
  return coming;
};
