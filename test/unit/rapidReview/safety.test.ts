// A concern for a child's immediate safety (R23): at any step and hour, alerted at once and every thirty minutes until a
// named person acknowledges.

import { describe, expect, it } from '@jest/globals';
import { comingNotices } from '../../../domain/rapidReview/comingNotices';
import { decide } from '../../../domain/rapidReview/decide';
import { evolve } from '../../../domain/rapidReview/evolve';
import { wakeAtOrNever } from '../../../domain/rapidReview/wake';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { AnyCase } from '../../../domain/rapidReview/state';
import { calendarOf } from '../calendars';
import { AGENCY, AWARE, Story, london, type Who } from './story';
import { Race, row, SCHOOL, WITHDRAWAL } from './race';

const raise = { kind: 'raiseSafetyConcern', concern: row('concern') } as const;
const acknowledge = { kind: 'acknowledgeSafetyConcern', number: 1, note: row('action') } as const;
const CONTACT_OF_SCHOOL: Who = { actor: 'P-0031' as ActorId, authority: 'agencyContact' };

/** The London times of every alert. */
const alerts = (story: Story): readonly string[] =>
  story.notices.flatMap(({ body, event }) =>
    body.kind === 'safetyAlert'
      ? story.events.filter(({ number }) => number === event).map(({ at }) => Story.say(at))
      : [],
  );

describe('R23: the alert', () => {
  it('goes at once to those on call, and again every thirty minutes', () => {
    const race = new Race()
      .received()
      .at('2026-03-31 10:07')
      .by(CONTACT_OF_SCHOOL)
      .act(raise)
      .at('2026-03-31 11:40');
    expect(alerts(race)).toEqual([
      ...['2026-03-31 10:07', '2026-03-31 10:37', '2026-03-31 11:07', '2026-03-31 11:37'],
    ]);
    const mails = race.notices.filter(({ body }) => body.kind === 'safetyAlert');
    expect(mails.map(({ key }) => key.slice(-4))).toEqual(['/1/1', '/1/2', '/1/3', '/1/4']);
    expect(mails[0]).toMatchObject({ to: { role: 'onCall' }, notAfter: london('2026-03-31 10:37') });
    expect(race.of('SafetyConcernRaised')[0]).toMatchObject({
      actor: 'P-0031',
      authority: 'agencyContact',
      body: { number: 1, note: 'c9.concern' },
    });
  });

  it.each([
    ['at night', '2026-03-31 03:00'],
    ['on a Saturday', '2026-04-11 12:00'],
    ['on a bank holiday', '2026-04-06 12:00'],
  ])('%s too', (_when, at) => {
    const race = new Race()
      .received()
      .at(at)
      .act(raise)
      .at(`${at.slice(0, 11)}23:00`);
    const hours = (london(`${at.slice(0, 11)}23:00`) - london(at)) / 3_600_000;
    expect(alerts(race)).toHaveLength(hours * 2 + 1);
  });

  it('also where the calendar has run out before what time had still to bring', () => {
    const short = calendarOf([], 2026, 2026);
    const { state } = new Story(short).opened('2026-12-09 10:00');
    // Nobody was there on the last days: the miss of the 31st cannot be told any more.
    const now = london('2027-01-02 10:00');
    const asked = { actor: 'P-0001' as ActorId, authority: 'coordinator' as const, askedAt: now };
    const decision = decide(state, { ...raise, asked: { ...asked, commandId: 'raised' } }, short, now);
    if (!decision.ok) throw new Error(decision.rejection.code);
    expect(wakeAtOrNever(decision.events.reduce(evolve, state), short, now)).toBe(london('2027-01-02 10:30'));
  });

  it('in a case that carries no review, and after the end', () => {
    const recorded = new Race()
      .received({ nature: 'lookedAfterChildDeath' })
      .at('2026-04-01 12:00')
      .act(raise);
    expect(alerts(recorded.at('2026-04-01 13:00'))).toHaveLength(3);
    const ended = new Race().received().act(WITHDRAWAL).at('2026-04-01 12:00').act(raise);
    expect(alerts(ended.at('2026-04-01 13:00'))).toHaveLength(3);
    const settled = new Race().toPanel().replied('agrees').at('2026-06-01 12:00').act(raise);
    expect(alerts(settled.at('2026-06-01 13:00'))).toHaveLength(3);
  });

  it('after an outage one is sent, not all that were due meanwhile', () => {
    const race = new Race().received().at('2026-03-31 10:00').act(raise).outageUntil('2026-03-31 15:10');
    expect(alerts(race)).toEqual(['2026-03-31 10:00', '2026-03-31 15:10']);
    expect(alerts(race.at('2026-03-31 16:00'))).toEqual([
      ...['2026-03-31 10:00', '2026-03-31 15:10', '2026-03-31 15:40'],
    ]);
  });

  it('each concern has alerts of its own', () => {
    const race = new Race().received().at('2026-03-31 10:00').act(raise).at('2026-03-31 10:10').act(raise);
    race.at('2026-03-31 10:20').act(acknowledge).at('2026-03-31 11:00');
    expect(alerts(race)).toEqual(['2026-03-31 10:00', '2026-03-31 10:10', '2026-03-31 10:40']);
  });

  it('goes where the calendar has run out, and may be raised and acknowledged there', () => {
    const short = calendarOf([], 2026, 2026);
    const story = new Story(short).opened('2026-12-09 10:00', { agencies: [AGENCY(1)] });
    story.outageUntil('2027-01-05 10:00').act(raise).outageUntil('2027-01-05 10:30');
    expect(alerts(story)).toEqual(['2027-01-05 10:00', '2027-01-05 10:30']);
    story.act(acknowledge).outageUntil('2027-01-05 12:00');
    expect(alerts(story)).toHaveLength(2);
  });
});

describe('R23: an alert that reaches nobody on call', () => {
  /** Raised on a Friday evening; each of three alerts is refused five minutes after it was due. */
  const unreached = (race: Race): Race => {
    race.at('2026-04-10 22:00').act(raise);
    ['22:05', '22:35', '23:05'].forEach((time, index) => {
      const alert = race
        .at(`2026-04-10 ${time}`)
        .notices.find(({ key }) => key.endsWith(`/safetyAlert/1/${index + 1}`));
      if (alert === undefined) throw new Error('there is no such alert');
      race.hear({ key: alert.key, to: alert.to, refused: [], outcome: 'refused' });
    });
    return race.at('2026-04-10 23:20').act(acknowledge).at('2026-04-14 12:00');
  };
  /** When the team was mailed of alerts that failed, and of which. */
  const told = (race: Story): readonly string[] =>
    race.notices.flatMap(({ to, body, event }) => {
      const failed =
        body.kind === 'teamBriefing' ? body.items.filter(({ about }) => about === 'mailFailed') : [];
      const at = race.events.find(({ number }) => number === event)?.at;
      return failed.length === 0 || at === undefined
        ? []
        : [
            `${to.role} ${Story.say(at)} ${failed.map((item) => ('notice' in item ? item.notice.slice(-3) : '')).join()}`,
          ];
    });

  const underWay = (): Race => new Race().received();
  const withoutReview = (): Race => new Race().received({ nature: 'lookedAfterChildDeath' });
  const ended = (): Race => underWay().act(WITHDRAWAL);
  const ATONCE = 'team 2026-04-10 22:05 1/1';

  it('is told to the team at once, and once for each concern', () => {
    expect(told(unreached(withoutReview()))).toEqual([ATONCE]);
    expect(told(unreached(ended()))).toEqual([ATONCE]);
    // Those after the first are in the next briefing, as all that failed.
    expect(told(unreached(underWay()))).toEqual([ATONCE, 'team 2026-04-13 09:00 1/2,1/3']);
  });

  it.each([
    ['under way', {}, undefined],
    ['without a review', { nature: 'lookedAfterChildDeath' }, undefined],
    ['that has ended', {}, WITHDRAWAL],
  ] as const)('is told where the calendar of a case %s has run out', (_what, options, end) => {
    const story = new Story(calendarOf([], 2026, 2026)).opened('2026-12-09 10:00', {
      ...options,
      agencies: [],
    });
    if (end !== undefined) story.act(end);
    story.outageUntil('2027-01-05 10:00').act(raise);
    const alert = story.notices.find(({ key }) => key.endsWith('/safetyAlert/1/1'));
    if (alert === undefined) throw new Error('there is no such alert');
    const { key, to } = alert;
    story.hear({ key, to, refused: [], outcome: 'refused' });
    story.hear({ key, to, refused: [], outcome: 'refused' });
    expect(told(story)).toEqual(['team 2027-01-05 10:00 1/1']);
    const word = story.notices.find(({ body }) => body.kind === 'teamBriefing');
    expect(word?.body).toMatchObject({ on: '2027-01-05' });
  });

  it('is in the record with its concern', () => {
    const [first, ...others] = unreached(withoutReview()).of('NoticeFailed');
    expect(first?.body).toEqual({
      notice: 'RR-2026-0007/safetyAlert/1/1',
      to: 'onCall',
      concern: 1,
      outcome: 'refused',
    });
    expect(others).toEqual([]);
  });
});

describe('R23: acknowledged', () => {
  it('by a named person, who is in the record: no further alert', () => {
    const race = new Race().received().at('2026-03-31 10:00').act(raise).at('2026-03-31 10:29');
    race
      .by({ actor: 'P-0040' as ActorId, authority: 'coordinator' })
      .act(acknowledge)
      .at('2026-04-01 08:00');
    expect(alerts(race)).toEqual(['2026-03-31 10:00']);
    expect(race.of('SafetyConcernAcknowledged')[0]).toMatchObject({
      actor: 'P-0040',
      body: { number: 1, note: 'c9.action' },
    });
    expect(race.open.concerns).toMatchObject([{ number: 1, acknowledgedBy: 'P-0040' }]);
  });

  it('at the very minute of the next alert that one still goes: time passes first', () => {
    const race = new Race().received().at('2026-03-31 10:00').act(raise);
    race.now = london('2026-03-31 10:30');
    race.act(acknowledge);
    expect(alerts(race)).toEqual(['2026-03-31 10:00', '2026-03-31 10:30']);
  });

  it('twice, or what nobody raised, is refused with nothing changed', () => {
    const race = new Race().received().act(raise).act(acknowledge);
    expect(race.refused(acknowledge)).toEqual({
      code: 'ConcernAlreadyAcknowledged',
      number: 1,
      by: 'P-0001',
    });
    expect(race.refused({ ...acknowledge, number: 2 })).toEqual({ code: 'NoSuchConcern', number: 2 });
  });

  it('nothing can be raised where there is no case', () => {
    const story = new Story();
    story.now = london('2026-03-31 10:00');
    expect(story.refused(raise).code).toBe('CaseNotOpen');
  });

  it('a dry run shows the alerts to come', () => {
    const race = new Race().received().act(raise);
    const [first] = comingNotices(race.state as AnyCase, race.calendar, race.now, 1);
    expect(first).toMatchObject({
      at: london('2026-03-30 16:50'),
      notice: { body: { kind: 'safetyAlert' } },
    });
  });
});

describe('R23: that nobody has acknowledged it', () => {
  const warned = ({ state, calendar }: Race) => warningsOf(state, calendar);
  const OPEN = { about: 'safetyConcernOpen', number: 1 };

  it('is the first warning of the case, and of one that has ended, until somebody does', () => {
    const race = new Race().received(AWARE).asked();
    race
      .act({ kind: 'voidRequest', agency: SCHOOL, reason: row('reason') })
      .act(raise)
      .act(raise);
    expect(warned(race)).toMatchObject([OPEN, { ...OPEN, number: 2 }, { about: 'requestVoid' }]);
    race.act({ ...acknowledge, number: 2 });
    expect(warned(race)).toMatchObject([OPEN, { about: 'requestVoid' }]);
    race.act(WITHDRAWAL);
    expect(warned(race)).toEqual([OPEN]);
    expect(warned(race.act(acknowledge))).toEqual([]);
  });

  it('of a case that was merged into this one comes next, by the reference of that case', () => {
    const [merged, race] = [new Race().received(AWARE).act(raise), new Race().received(AWARE).act(raise)];
    const warnings = () => warningsOf(race.state, race.calendar, [merged.state as AnyCase]);
    expect(warnings()).toEqual([OPEN, { ...OPEN, of: 'RR-2026-0007' }]);
    merged.act(acknowledge);
    expect(warnings()).toEqual([OPEN]);
  });
});
