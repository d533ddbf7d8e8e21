// The lines of the team's mails of 09:00 that come on another day, by the topics of the case itself on either side of a change: to
// hold previews against them. When a line comes is found day by day.

import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { untoldTopics, type Topic } from '../../domain/rapidReview/clock/topics';
import type { OpenCase } from '../../domain/rapidReview/state';
import type { EffectOnOne } from '../../records/records';

interface Side {
  readonly state: OpenCase;
  readonly calendar: WorkingCalendar;
}

const MOVED = ['meetingNotFixed', 'papersDue', 'panelSilent', 'escalationWaits'] as const;

const comesOn = (calendar: WorkingCalendar, { from, until }: Topic, now: Instant): string | undefined => {
  const first = londonDateOf(calendar, Math.max(from, now) as Instant);
  const days = isWorkingDay(calendar, first) ? [first] : [];
  for (const n of [1, 2]) days.push(addWorkingDays(calendar, first, n));
  const on = days.find((day) => {
    const nine = londonInstant(calendar, day, 0, 9 * 60);
    return nine > now && nine >= from;
  });
  const late = on !== undefined && until !== undefined && londonInstant(calendar, on, 0, 9 * 60) >= until;
  return late ? undefined : on;
};

/** A meeting that stands may be held: that it was not is no line to be foreseen. */
const isForeseen = ({ state }: Side, { item: { about } }: Topic): boolean =>
  MOVED.some((one) => one === about) &&
  (about !== 'meetingNotFixed' ||
    !state.meetings.some(({ stage }) => stage === 'arranged' || stage === 'open'));

const linesOf = (side: Side, now: Instant): ReadonlyMap<string, string> =>
  new Map(
    untoldTopics(side.state, side.calendar).flatMap((topic) => {
      if (!isForeseen(side, topic)) return [];
      const { item } = topic;
      const on = comesOn(side.calendar, topic, now);
      return on === undefined ? [] : [[`${item.about} ${'agency' in item ? (item.agency ?? '') : ''}`, on]];
    }),
  );

export const teamLinesByCase = (before: Side, after: Side, now: Instant): readonly string[] => {
  const [were, are] = [linesOf(before, now), linesOf(after, now)];
  return [...new Set([...were.keys(), ...are.keys()])]
    .flatMap((id) => {
      const [was = '', comes = ''] = [were.get(id), are.get(id)];
      if (was === comes) return [];
      return [`${id} ${was} ${comes} ${comes === '' ? 'fallsAway' : comes > was ? 'later' : 'sooner'}`];
    })
    .sort();
};

export const teamLinesByPreview = ({
  teamLines,
  agencies,
}: Pick<EffectOnOne, 'teamLines' | 'agencies'>): readonly string[] =>
  [
    ...teamLines.map((line) => ({ agency: '', ...line })),
    ...agencies.flatMap(({ agency, teamLines: own }) => own.map((line) => ({ agency, ...line }))),
  ]
    .map(({ about, agency, was = '', comes = '', how }) => `${about} ${agency} ${was} ${comes} ${how}`)
    .sort();
