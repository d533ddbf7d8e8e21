// Word of what was done may come in any order: whoever did it in time did so, whatever was heard first (R7, R8, R18).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { CHAIR, Race, SCHOOL, answer, wentByPortal } from './race';

const byPortal = wentByPortal('2026-04-23');

/** The mail goes on the last day at four, and nobody hears of it; the day after it is recorded as gone by portal. */
const goneTwice = () => {
  const race = new Race().received().asked().meetingArranged().returned().quorate().decided();
  race.evidenced().closed().signedOff().reported().referenced();
  race.at('2026-04-22 16:00').act({ kind: 'informPanel' });
  const report = race.dispatch('accepted');
  race.at('2026-04-23 09:30').by(CHAIR).act(byPortal);
  return { race, report };
};

describe('R18: a mail to the Panel of which word comes last', () => {
  it('went when the mail server took it: the completion was in time', () => {
    const { race, report } = goneTwice();
    expect(race.line('completeLocal')).toMatchObject({ status: 'missed', doneOn: '2026-04-23' });
    race.hear(report).hear(report);
    expect(race.line('completeLocal')).toMatchObject({
      status: 'met',
      due: '2026-04-22',
      doneOn: '2026-04-22',
    });
    expect(race.of('PanelDispatchCorrected').map(({ body }) => body)).toEqual([
      { dispatch: 1, was: '2026-04-23', on: '2026-04-22', acceptedAt: report.acceptedAt },
    ]);
    expect(race.of('OutcomeRestated').filter(({ body }) => body.key === 'completeLocal')).toHaveLength(1);
  });

  it('no mail goes out twice for it', () => {
    const { race, report } = goneTwice();
    race.hear(report);
    const keys = race.notices.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('R8: an answer that is entered after a later word', () => {
  const secured = {
    kind: 'recordRecordsSecured',
    agency: SCHOOL,
    on: civilDate('2026-04-09'),
    secured: { paper: true, electronic: true, locked: true },
  } as const;
  const nil = answer(SCHOOL, '2026-04-02', { answer: 'nil' });
  const key = `recordsSecured:${SCHOOL}` as const;
  const received = () => new Race().received().asked().at('2026-04-10 12:00');

  it('counts as it does before it: there was nothing to secure, in time', () => {
    const [first, last] = [received().act(nil).act(secured), received().act(secured).act(nil)];
    expect(first.line(key)).toMatchObject({ status: 'met', doneOn: '2026-04-02' });
    expect(last.line(key)).toEqual(first.line(key));
    expect(last.of('OutcomeRestated').map(({ body }) => body.key)).toContain(key);
  });

  it('what was met was done by then too, under the same date', () => {
    const race = new Race().received().asked().at('2026-04-02 12:00');
    race.act({ ...secured, on: civilDate('2026-04-02') });
    race.act(answer(SCHOOL, '2026-04-01', { answer: 'nil' }));
    expect(race.line(key)).toMatchObject({ status: 'met', due: '2026-04-02', doneOn: '2026-04-01' });
    // The answer is the later word, and changes nothing.
    const other = new Race().received().asked().at('2026-04-02 12:00');
    other
      .act(answer(SCHOOL, '2026-04-01', { answer: 'nil' }))
      .act({ ...secured, on: civilDate('2026-04-02') });
    expect(other.line(key)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
  });
});
