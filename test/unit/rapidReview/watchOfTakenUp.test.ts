// Whoever watches any race (`anyRace/watch.ts`) takes it for sound that what an agency did after the end counts when the
// withdrawal is undone together with a change of the calendar, and nothing else by such an act (R7, R20, R21).

import { expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { officialCalendar } from '../calendars';
import { Play } from './anyRace/play';
import { Watch } from './anyRace/watch';
import { proclaimed } from './otherCalendars';
import { SCHOOL, WITHDRAWAL } from './race';
import { CONTACT, REASON } from './story';

const taken = (): Play => {
  const play = new Play(officialCalendar).opened('2026-03-30 10:00', { agencies: [SCHOOL] });
  play.at('2026-03-31 10:00').act({
    kind: 'recordRequestSent',
    agency: SCHOOL,
    channel: 'paper',
    on: civilDate('2026-03-31'),
    contacts: [CONTACT(SCHOOL)],
  });
  play
    .act(WITHDRAWAL)
    .at('2026-04-01 10:00')
    .act({
      kind: 'recordRecordsSecured',
      agency: SCHOOL,
      on: civilDate('2026-04-01'),
      secured: { paper: true, electronic: true, locked: true },
    });
  const calendar = play.offered(proclaimed(officialCalendar, '2026-05-05'));
  return play.act({ kind: 'undoWithdrawal', reason: REASON, follow: { change: 1, calendar } });
};

const watched = (play: Play, change: (event: CaseEvent) => CaseEvent = (event) => event): void => {
  const watch = new Watch((version) => play.calendarOf(version), officialCalendar);
  for (const event of play.events)
    watch.sees(
      change(event),
      play.notices.filter((notice) => notice.event === event.number),
      false,
    );
};

it('R20, R21: takes what was done after the end for done when the case is taken up again', () => {
  const play = taken();
  expect(play.of('ObligationMet').at(-1)?.body).toMatchObject({ key: `recordsSecured:${SCHOOL}` });
  expect(() => {
    watched(play);
  }).not.toThrow();
});

it('R7: does not take it for done on another day, nor what nobody did', () => {
  const play = taken();
  const met = play.of('ObligationMet').at(-1);
  const onAnotherDay = (event: CaseEvent): CaseEvent =>
    event === met ? { ...met, body: { ...met.body, on: civilDate('2026-04-02') } } : event;
  expect(() => {
    watched(play, onAnotherDay);
  }).toThrow('no calendar meets anything');
  const before = (event: CaseEvent): CaseEvent =>
    event.kind === 'RecordsSecured'
      ? { ...event, kind: 'EscalationConfirmed', body: { agency: SCHOOL } }
      : event;
  expect(() => {
    watched(play, before);
  }).toThrow('no calendar meets anything');
});
