// Which links in the mails of a case an agency still answers by (R13): those of the request that stands, which went to nobody who is kept
// off the case.

import { describe, expect, it } from '@jest/globals';
import { answerLinkRestsOn, validAnswerLinksRestOn } from '../../../domain/rapidReview/returns/answerLink';
import { POLICE, Race, SCHOOL } from './race';
import { CONTACT, REASON } from './story';

const [LEAD, DEPUTY] = [CONTACT(SCHOOL), CONTACT(SCHOOL, 2)];
const asked = () => new Race().received().asked();
const exclude = (contact = LEAD, agency = SCHOOL) =>
  ({ kind: 'excludeContact', agency, contact, reason: REASON }) as const;
const readmit = (contact: typeof LEAD) =>
  ({ kind: 'readmitContact', agency: SCHOOL, contact, reason: REASON }) as const;
/** The link in a mail that goes now. */
const link = (race: Race) => answerLinkRestsOn(race.open, SCHOOL) ?? '';
const valid = (race: Race) => validAnswerLinksRestOn(race.open, SCHOOL, race.events);

describe('R13: a link is valid', () => {
  it('while nobody is kept off whom it may have gone to: of two that are now, both had to be then', () => {
    const race = asked();
    const first = link(race);
    expect(valid(race)).toEqual([first]);
    const toDeputy = link(race.act(exclude()));
    expect(valid(race)).toEqual([toDeputy]);
    const toNeither = link(race.act(exclude(DEPUTY)));
    expect(valid(race)).toEqual([toNeither]);
    expect(new Set([first, toDeputy, toNeither]).size).toBe(3);
  });

  it('though somebody is let back, in whose place another was asked', () => {
    const race = asked();
    const first = link(race);
    const toDeputy = link(race.act(exclude()));
    race.act(readmit(LEAD));
    expect([...valid(race)].sort()).toEqual([first, toDeputy].sort());
    expect(link(race)).toBe(first);
  });

  it('whoever is kept off at another agency, and no more once the request is void', () => {
    const race = asked();
    const first = link(race);
    expect(valid(race.act(exclude(CONTACT(POLICE), POLICE)))).toEqual([first]);
    race.act({ kind: 'voidRequest', agency: SCHOOL, reason: REASON });
    expect([valid(race), answerLinkRestsOn(race.open, SCHOOL)]).toEqual([[], undefined]);
    expect(valid(race.send([SCHOOL]))).not.toContain(first);
  });
});
