// An agency that was asked and that nobody can be mailed at: of outcome and end its mail comes to nothing, and the team hears that it was
// not told (R12, R18, R20).

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CommandBody } from '../../../domain/rapidReview/commands';
import { answer, excluded, Race, SCHOOL, wentByPortal, WITHDRAWAL } from './race';
import { AGENCY, CONTACT, REASON } from './story';

const exclude = excluded(SCHOOL);
const toSchool = (race: Race, kind: 'endedToAgency' | 'outcomeToAgency' | 'resumedToAgency') =>
  race.notices.filter(({ body, to }) => body.kind === kind && to.role === 'agency' && to.agency === SCHOOL);
const byHand = wentByPortal('2026-04-14');
const decidedWithout = (informing?: CommandBody) => {
  const race = new Race().toGate().act(exclude);
  return informing === undefined ? race.informed() : race.act(informing);
};
const refused = ({ key, to, body }: Race['notices'][number]) =>
  ({ key, to, body, refused: [], outcome: 'refused' }) as const;

describe('R18: the outcome', () => {
  it('is for nobody of it, and at nine the team hears that it was not told', () => {
    const race = decidedWithout();
    const [notice, ...more] = toSchool(race, 'outcomeToAgency');
    if (notice === undefined) throw new Error('no notice');
    expect([notice.to, more]).toEqual([{ role: 'agency', agency: SCHOOL, contacts: [] }, []]);
    race.hear(refused(notice)).at('2026-04-15 12:00');
    expect(race.briefings().at(-1)).toContain(`mailFailed ${notice.key}`);
  });

  it('reaches whoever can be mailed by the time that it is told in earnest', () => {
    const race = decidedWithout(byHand);
    expect(toSchool(race, 'outcomeToAgency').map(({ key }) => key.split('/').slice(1))).toEqual([
      ['outcome', '1', SCHOOL, 'nobody'],
    ]);
    race.act({ kind: 'correctPanelInformed', dispatch: 1, reason: REASON });
    race.act({ kind: 'readmitContact', agency: SCHOOL, contact: CONTACT(SCHOOL), reason: REASON }).informed();
    const [, second] = toSchool(race, 'outcomeToAgency');
    expect(second).toMatchObject({
      key: `RR-2026-0007/outcome/1/${SCHOOL}`,
      to: { contacts: [CONTACT(SCHOOL)] },
    });
  });

  it('is none of the business of whoever was asked by mistake', () => {
    const race = new Race().received().asked().at('2026-04-01 12:00');
    race
      .act(answer(SCHOOL, '2026-04-01', { answer: 'wrongOrganisation' }))
      .act(exclude)
      .act(WITHDRAWAL);
    expect(toSchool(race, 'endedToAgency')).toEqual([]);
  });
});

describe('R20: the end', () => {
  it('and that the case goes on: the same', () => {
    const race = new Race().received().asked().act(exclude).at('2026-04-02 12:00').act(WITHDRAWAL);
    const [notice] = toSchool(race, 'endedToAgency');
    if (notice === undefined) throw new Error('no notice');
    race.hear(refused(notice));
    expect(race.notices.at(-1)).toMatchObject({ to: { role: 'team' }, body: { kind: 'teamBriefing' } });
    race.act({ kind: 'undoWithdrawal', reason: REASON });
    expect(toSchool(race, 'resumedToAgency')).toMatchObject([{ to: { contacts: [] } }]);
  });

  it('is no matter of an agency that nobody has asked, or whose request is void', () => {
    const race = new Race()
      .received()
      .act({ kind: 'addAgency', agency: AGENCY(7) })
      .asked();
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON }).act(WITHDRAWAL);
    const told = race.notices.flatMap(({ body }) => (body.kind === 'endedToAgency' ? [body.agency] : []));
    expect(told).toHaveLength(3);
    expect(told).not.toContain(SCHOOL);
    expect(told).not.toContain(AGENCY(7));
  });

  it('is told to one that was asked by telephone, and gave no address, by nobody but the team', () => {
    const race = new Race().received().at('2026-03-31 10:00');
    const asked: CommandBody = {
      kind: 'recordRequestSent',
      agency: SCHOOL,
      channel: 'telephone',
      on: civilDate('2026-03-31'),
      contacts: [],
    };
    race.act(asked).act(WITHDRAWAL);
    expect(toSchool(race, 'endedToAgency')).toMatchObject([{ to: { contacts: [] } }]);
  });
});
