// A meeting at which nothing is to be decided any more (R14, R19): it is cancelled, by a person or with its date in the diary; it is neither
// moved nor prepared, and others are not asked to it.

import { describe, expect, it } from '@jest/globals';
import { caseShapeOf } from '../../../domain/calendarChange/shapes';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { POLICE, Race, invitation } from './race';
import { REASON, london } from './story';
import { told } from './tellings';

const diary = { date: 'SG-0001' as DiaryDateId, version: 1 };
const rearranged = {
  kind: 'rearrangeMeeting',
  startsAt: london('2026-04-29 10:00'),
  reason: REASON,
} as const;
const follow = (startsAt?: string): CommandBody => ({
  kind: 'followDiary',
  date: diary.date,
  version: 2,
  ...(startsAt === undefined ? {} : { startsAt: london(startsAt) }),
});
const declined: CommandBody = { kind: 'recordInvitationReply', agency: POLICE, reply: 'declined' };

/** The Panel disagrees on Monday 20 April, and the group is to meet on Tuesday 28. */
const disagreed = () => {
  const race = new Race().toPanel().at('2026-04-20 12:00').replied('disagrees');
  return race.act(invitation('2026-04-28 10:00', { diary }));
};
/** It did not disagree. */
const needless = () => disagreed().act({ kind: 'correctPanelReply', number: 1, reason: REASON });
const invited = (race: Race) => race.mails('meetingInvitation').filter((key) => key.includes('/2.'));

it('R14: is cancelled, and not moved', () => {
  const race = needless();
  expect(race.refused(rearranged)).toEqual({ code: 'AlreadyDecided', on: '2026-04-14', stillArranged: true });
  expect(race.act({ kind: 'cancelMeeting', reason: REASON }).mails('meetingCancelled')).not.toHaveLength(0);
});

it('R14: while something is to be decided it is moved', () => {
  const race = disagreed().act(rearranged);
  expect(race.open.meetings.at(-1)?.startsAt).toBe(rearranged.startsAt);
});

describe('R14: as its date in the diary moves', () => {
  it('is cancelled, and whoever is invited hears so once', () => {
    const race = needless().act(follow('2026-04-29 10:00'));
    expect(race.of('MeetingCancelled').map(({ body }) => body)).toEqual([
      { meeting: 2, startsAt: london('2026-04-28 10:00'), cause: 'needless' },
    ]);
    expect(race.mails('meetingCancelled')).toHaveLength(4);
    expect(invited(race)).toHaveLength(4);
    const { length } = race.events;
    expect(race.act(follow('2026-04-29 10:00')).events).toHaveLength(length);
  });

  it('is cancelled with it where that is cancelled', () => {
    const race = needless().act(follow());
    expect(race.of('MeetingCancelled').map(({ body }) => body.cause)).toEqual(['diary']);
  });

  it('goes with it while something is to be decided', () => {
    const race = disagreed().act(follow('2026-04-29 10:00'));
    expect(race.of('MeetingCancelled')).toEqual([]);
    expect(invited(race)).toHaveLength(8);
  });
});

describe('R12: of its papers and its quorum', () => {
  const hears = (race: Race) =>
    (['papersDue', 'quorumAtRisk'] as const).map((about) =>
      told(race, about).filter((at) => at > '2026-04-20'),
    );
  /** At half past nine of the day no nine is left before the meeting. */
  const policeDecline = (race: Race) => race.at('2026-04-28 09:30').act(declined).at('2026-04-28 12:00');

  it('the team hears nothing, neither at nine nor at once, and no change of the calendar brings it', () => {
    const papers = (race: Race) => caseShapeOf(race.open, race.calendar).topics?.papers;
    expect(hears(policeDecline(needless()))).toEqual([[], []]);
    expect([papers(needless()), papers(disagreed())?.on]).toEqual([undefined, '2026-04-28']);
  });

  it('it hears while something is to be decided, and once something is again', () => {
    const atRisk = [['2026-04-27 09:00'], ['2026-04-28 09:30']];
    expect(hears(policeDecline(disagreed()))).toEqual(atRisk);
    expect(hears(policeDecline(needless().at('2026-04-24 12:00').replied('disagrees')))).toEqual(atRisk);
  });
});
