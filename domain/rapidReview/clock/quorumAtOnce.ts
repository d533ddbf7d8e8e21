// That quorum is at risk, told to the team at once and not in its mail of 09:00 (R12, R14): where no other such mail goes before the
// meeting begins. Once for the same seats, in whichever of the two.

import type { Instant } from '../../calendar/instant';
import { londonDateOf } from '../../calendar/londonTime';
import { ifCovered, type WorkingCalendar } from '../../calendar/workingCalendar';
import type { OpenCase } from '../state';
import { toldAt, type Profiled, type Span } from './briefingTimes';
import type { TeamBriefed } from './events';
import { untoldQuorumAtRisk } from './topics';

const hasBegun = ({ until }: Span, now: Instant): boolean => until !== undefined && now >= until;

/** A 09:00 beyond the end of the calendar lies after the meeting, whose day the calendar covers. */
const waitsForNine = (state: Profiled, calendar: WorkingCalendar, span: Span, now: Instant): boolean =>
  ifCovered(() => toldAt(state, calendar, span, now)) !== undefined;

/** Of what the team has not heard. */
export const quorumGoesAtOnce = (
  state: Profiled,
  calendar: WorkingCalendar,
  span: Span,
  now: Instant,
): boolean => !hasBegun(span, now) && !waitsForNine(state, calendar, span, now);

const told = (state: OpenCase, calendar: WorkingCalendar, now: Instant): readonly TeamBriefed[] =>
  untoldQuorumAtRisk(state, calendar)
    .filter((topic) => quorumGoesAtOnce(state, calendar, topic, now))
    .map(({ key, item }) => ({
      kind: 'TeamBriefed',
      body: { on: londonDateOf(calendar, now), items: [item], topics: [key], atOnce: true },
    }));

/** Nothing where the calendar does not reach: what else time has brought does not wait for it. */
export const quorumToldAtOnce = (
  state: OpenCase,
  calendar: WorkingCalendar,
  now: Instant,
): readonly TeamBriefed[] => ifCovered(() => told(state, calendar, now)) ?? [];
