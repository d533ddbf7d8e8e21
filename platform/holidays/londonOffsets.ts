// When Europe/London's clocks change, read from the platform's time zone data once, outside the workflow.

import type { OffsetChange } from '../../domain/calendar/calendarSnapshot';
import { civilDate, type CivilDate } from '../../domain/calendar/civilDate';
import { DAY, HOUR, instant, MINUTE, type Instant } from '../../domain/calendar/instant';

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });

const offsetAt = (at: number): number => {
  // As a whole: taken apart by the platform it takes twice the time, and a list asks a few thousand times.
  const said = london.format(at);
  const parts = /GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(said);
  if (parts === null) throw new Error(`the platform's time zone data answers "${said}" for Europe/London`);
  const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
  return parts[1] === '-' ? -minutes : minutes;
};

/** The day it is in London, by the platform's own zone data: for the world outside the cases. */
export const londonDayAt = (at: Instant): CivilDate =>
  civilDate(new Date(at + offsetAt(at) * MINUTE).toISOString().slice(0, 10));

const twoDigits = (count: number): string => String(count).padStart(2, '0');

/** `2026-03-30T16:20:00+01:00`: what the clock shows there, to the minute, and how far it is from UTC. */
export const londonMomentAt = (at: Instant): string => {
  const minutes = offsetAt(at);
  const clock = new Date(at + minutes * MINUTE).toISOString().slice(0, 16);
  const from = Math.abs(minutes);
  return `${clock}:00${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(from / 60))}:${twoDigits(from % 60)}`;
};

/** Shorter than any two changes have ever been apart: four weeks, when clocks went forward twice in the spring of 1947. */
const STEP = 14 * DAY;

/** Every change from `from` to `to`, the offset at `from` first. British changes fall on a full hour UTC. */
export const londonOffsets = (from: number, to: number): readonly OffsetChange[] => {
  let minutes = offsetAt(from);
  const changes: OffsetChange[] = [{ from: instant(from), minutes }];
  for (let step = from; step < to; step += STEP) {
    const end = Math.min(step + STEP, to);
    if (offsetAt(end) === minutes) continue;
    let before = step;
    let after = end;
    while (after - before > HOUR) {
      const middle = before + Math.ceil((after - before) / (2 * HOUR)) * HOUR;
      if (offsetAt(middle) === minutes) before = middle;
      else after = middle;
    }
    minutes = offsetAt(after);
    changes.push({ from: instant(after), minutes });
  }
  return changes;
};
