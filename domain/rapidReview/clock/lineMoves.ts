// Which lines of the team's mails of 09:00, beside its warnings, come on another day, anew, or not at all, because of what is
// previewed: of a case on either side of it. Which there are is `topics.ts`; warnings of dates at risk are `warningMoves.ts`.

import type { Instant } from '../../calendar/instant';
import type { AgencyId } from '../../timetable/facts';
import { standingMeeting } from '../meeting/state';
import type { Counted, OpenCase } from '../state';
import { toldAt } from './briefingTimes';
import { allMailMoves, type MailAhead, type MailMove, type MailsAhead } from './mailMoves';
import { untoldTopics, type Topic } from './topics';

/** What is told of a day that lies ahead, and not because something was done. */
export const FORESEEN_LINES = ['meetingNotFixed', 'papersDue', 'panelSilent', 'escalationWaits'] as const;

export interface LineMove extends MailMove {
  readonly about: (typeof FORESEEN_LINES)[number];
}

type Line = Pick<LineMove, 'about'> & { readonly agency?: AgencyId };

/** A meeting that stands may be held: that it was not is nothing to be foreseen. */
const aboutIn = (state: OpenCase, { item }: Topic): LineMove['about'] | undefined =>
  item.about === 'meetingNotFixed' && standingMeeting(state) !== undefined
    ? undefined
    : FORESEEN_LINES.find((about) => about === item.about);

const linesOf = ({ state, calendar }: Counted<OpenCase>, now: Instant): MailsAhead<Line> =>
  new Map(
    untoldTopics(state, calendar).flatMap((topic): readonly (readonly [string, MailAhead<Line>])[] => {
      const about = aboutIn(state, topic);
      if (about === undefined) return [];
      const agency = topic.item.about === 'escalationWaits' ? topic.item.agency : undefined;
      const line = { about, ...(agency === undefined ? {} : { agency }) };
      return [[`${about} ${agency ?? ''}`, { about: line, at: toldAt(state, calendar, topic, now) }]];
    }),
  );

/** With nobody acting until then. Throws `BeyondCalendar`. */
export const linesMoved = (
  before: Counted<OpenCase>,
  after: Counted<OpenCase>,
  now: Instant,
): readonly (Line & LineMove)[] =>
  allMailMoves(linesOf(before, now), linesOf(after, now), {
    before: before.calendar,
    after: after.calendar,
    now,
  });
