// Which lines of the team's mails of 09:00, beside its warnings, come on another day, anew, or not at all, because of what is
// previewed: of a case on either side of it. Which there are is `topics.ts`; warnings of dates at risk are `warningMoves.ts`.

import type { Instant } from '../../calendar/instant';
import type { AgencyId } from '../../timetable/facts';
import { standingMeeting } from '../meeting/window';
import type { Counted, OpenCase } from '../state';
import { toldAt } from './briefingTimes';
import { mailMoves, type MailMove } from './mailMoves';
import { untoldTopics, type Topic } from './topics';

/** What is told of a day that lies ahead, and not because something was done. */
const FORESEEN = ['meetingNotFixed', 'papersDue', 'panelSilent', 'escalationWaits'] as const;

export interface LineMove extends MailMove {
  readonly about: (typeof FORESEEN)[number];
}

interface Line {
  readonly about: LineMove['about'];
  readonly agency?: AgencyId;
  readonly comes: Instant | undefined;
}

/** A meeting that stands may be held: that it was not is nothing to be foreseen. */
const aboutIn = (state: OpenCase, { item }: Topic): LineMove['about'] | undefined =>
  item.about === 'meetingNotFixed' && standingMeeting(state) !== undefined
    ? undefined
    : FORESEEN.find((about) => about === item.about);

const linesOf = ({ state, calendar }: Counted<OpenCase>, now: Instant): ReadonlyMap<string, Line> =>
  new Map(
    untoldTopics(state, calendar).flatMap((topic): readonly (readonly [string, Line])[] => {
      const about = aboutIn(state, topic);
      if (about === undefined) return [];
      const agency = topic.item.about === 'escalationWaits' ? topic.item.agency : undefined;
      const comes = toldAt(state, calendar, topic, now);
      const line = { about, comes, ...(agency === undefined ? {} : { agency }) };
      return [[`${about} ${agency ?? ''}`, line]];
    }),
  );

/** With nobody acting until then. Throws `BeyondCalendar`. */
export const linesMoved = (
  before: Counted<OpenCase>,
  after: Counted<OpenCase>,
  now: Instant,
): readonly (LineMove & { readonly agency?: AgencyId })[] => {
  const [were, are] = [linesOf(before, now), linesOf(after, now)];
  const previewed = { before: before.calendar, after: after.calendar, now };
  return [...new Map([...were, ...are])].flatMap(([id, { comes: _, ...line }]) =>
    mailMoves(were.get(id)?.comes, are.get(id)?.comes, previewed).map((move) => ({ ...line, ...move })),
  );
};
