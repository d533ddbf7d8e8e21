// A request of which one address came back, and that the mail server then refused at the last other (R3): it has reached nobody, in
// whichever order the two are heard of.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { answer, Race, SCHOOL } from './race';
import { CONTACT } from './story';

const [ONE, OTHER] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2)];
const bounce = { kind: 'recordBounce', agency: SCHOOL, contact: ONE } as const;
const rung = {
  kind: 'recordRequestSent',
  agency: SCHOOL,
  channel: 'telephone',
  on: civilDate('2026-04-02'),
  contacts: [ONE],
} as const;
const line = (race: Race, obligation: string) => race.line(obligation, SCHOOL);

/** Mailed to two on Wednesday 1 April, the last day; one had it, as it seemed, and the other is tried again. */
const mailed = () => {
  const race = new Race()
    .received({ agencies: [SCHOOL] })
    .at('2026-04-01 16:00')
    .send([SCHOOL], 2);
  const accepted = race.report(SCHOOL, 'open', { acceptedAt: race.now });
  return { race, accepted, refused: { ...accepted, outcome: 'accepted', refused: [OTHER] } as const };
};

describe('R3: one came back, and the other is refused', () => {
  it('the request is void, as where it is heard the other way round', () => {
    const after = mailed();
    after.race.hear(after.accepted).act(bounce).hear(after.refused);
    const before = mailed();
    before.race.hear(before.accepted).hear(before.refused).act(bounce);
    for (const { race } of [after, before]) {
      expect(race.of('RequestVoided').map(({ body }) => body.cause)).toEqual(['everyAddressBounced']);
      expect(line(race.at('2026-04-02 09:30'), 'scopingDispatch')).toMatchObject({
        status: 'missed',
        due: '2026-04-01',
      });
      expect(line(race, 'agencyReturn').status).toBe('awaitingAnchor');
    }
  });

  it('where it went another way too it counts from that alone: the miss stands, and the agency is told', () => {
    const { race, accepted, refused } = mailed();
    race.at('2026-04-02 10:00').act(rung).hear(accepted).act(bounce);
    expect(line(race, 'scopingDispatch')).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    race.hear(refused).hear(refused);
    expect(race.of('RequestSentCorrected').at(-1)?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-01',
      on: '2026-04-02',
      mailCameBack: true,
    });
    expect(line(race, 'scopingDispatch')).toMatchObject({
      status: 'missed',
      due: '2026-04-01',
      doneOn: '2026-04-02',
    });
    expect(line(race, 'agencyReturn').due).toBe('2026-04-13');
    expect(race.of('AgencyToldOfDates').at(-1)?.body.moves).toContainEqual(
      expect.objectContaining({ was: '2026-04-10', due: '2026-04-13' }),
    );
  });

  it('the same where one report tells that the mail had gone, and that the other refused it', () => {
    const { race, refused } = mailed();
    race.at('2026-04-02 10:00').act(rung).act(bounce).hear(refused).hear(refused);
    expect(race.open.agencies[0]?.sent).toEqual({ on: '2026-04-02', channel: 'telephone' });
    expect(line(race, 'scopingDispatch')).toMatchObject({ status: 'missed', doneOn: '2026-04-02' });
  });

  it('not where it was answered', () => {
    const { race, accepted, refused } = mailed();
    race.hear(accepted).at('2026-04-07 10:00').act(answer(SCHOOL, '2026-04-07')).act(bounce).hear(refused);
    expect(race.of('RequestVoided')).toEqual([]);
  });

  it('nor where it is a re-sending that is refused: whom the first had reached it reached', () => {
    const { race, accepted } = mailed();
    race.hear(accepted).send([SCHOOL], 2).act(bounce);
    race.hear(race.report(SCHOOL, 'refused', { sending: 2, refused: [OTHER] }));
    expect(race.of('RequestVoided')).toEqual([]);
  });
});
