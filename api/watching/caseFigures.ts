// The business in figures, read from the records whenever Prometheus asks: what is open, due, missed, waiting, behind, and how
// far the calendar reaches. Counts by code, of nobody in particular. What is alarming is for the alert rules.

import { Gauge } from 'prom-client';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import { toDayNumber } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { ifCovered, workingCalendar } from '../../domain/calendar/workingCalendar';
import { OBLIGATIONS } from '../../domain/policy/policyProfile';
import { NOTICE_KINDS } from '../../domain/rapidReview/noticeBodies';
import { OURS, type Registry } from '../../platform/metrics/registry';
import { LEADS, STAGES, STANDINGS, type CaseFigures } from '../../records/figures/figures';

export interface ShownFigures {
  show(figures: CaseFigures, calendar: CalendarSnapshot, now: Instant): void;
  /** Nothing is better than what was true before. */
  withhold(): void;
}

export const caseFigures = (registry: Registry): ShownFigures => {
  const gauge = <L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> =>
    new Gauge({ name: `${OURS}${name}`, help, labelNames: [...labelNames], registers: [registry] });

  const open = gauge('open_cases', 'Open cases by how far they have come.', ['stage']);
  const owed = gauge('obligations', 'Obligations of open cases that are not done.', [
    'obligation',
    'standing',
  ]);
  const waiting = gauge('notices_waiting', 'Mails that are called for and have not gone.', ['template']);
  const failed = gauge('notices_failed', 'Mails that were needed and came to nothing, ever.', ['template']);
  const oldest = gauge('notice_oldest_waiting_seconds', 'How long the mail that waits longest has waited.');
  const behind = gauge('cases_behind', 'Open cases that have not followed a change yet.', ['lead']);
  const events = gauge('events', 'Events in the records.');
  const daysLeft = gauge('calendar_days_left', 'Days until the official list of bank holidays ends.');
  const read = gauge(
    'figures_read',
    '1 while the figures of the cases can be read from the records, else 0.',
  );
  const all = [open, owed, waiting, failed, oldest, behind, events, daysLeft];

  const showCases = (figures: CaseFigures, now: Instant): void => {
    for (const stage of STAGES) open.set({ stage }, figures.openCases.get(stage) ?? 0);
    for (const obligation of OBLIGATIONS)
      for (const standing of STANDINGS) owed.set({ obligation, standing }, 0);
    for (const { obligation, standing, count } of figures.obligations)
      owed.set({ obligation, standing }, count);
    for (const lead of LEADS) behind.set({ lead }, figures.behind.get(lead) ?? 0);
    events.set(figures.events);
    const { waitingSince = now } = figures;
    oldest.set(Math.max(0, now - waitingSince) / 1_000);
  };

  const showNotices = ({ notices }: CaseFigures): void => {
    for (const template of NOTICE_KINDS) {
      const known = notices.find((one) => one.template === template);
      waiting.set({ template }, known?.waiting ?? 0);
      failed.set({ template }, known?.failed ?? 0);
    }
  };

  /** Below 0 once it has ended; nothing where the calendar does not even know what day it is. */
  const showCalendar = (snapshot: CalendarSnapshot, now: Instant): void => {
    const today = ifCovered(() => londonDateOf(workingCalendar(snapshot), now));
    daysLeft.set(today === undefined ? -1 : toDayNumber(snapshot.confirmedTo) - toDayNumber(today));
  };

  return {
    show: (figures, calendar, now) => {
      showCases(figures, now);
      showNotices(figures);
      showCalendar(calendar, now);
      read.set(1);
    },
    withhold: () => {
      for (const one of all) {
        one.reset();
        // One without labels is back at 0 by that: a figure that nobody has read.
        one.remove({});
      }
      read.set(0);
    },
  };
};
