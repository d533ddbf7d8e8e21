// A mail that was recorded by mistake as come back (R3, R8; docs/adr/0034-recorded-by-mistake.md): taken back, the request stands as if
// nobody had ever recorded it, and mail goes there again.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { firstDates } from '../../../domain/rapidReview/firstDates';
import { reachableContacts } from '../../../domain/rapidReview/reminders/reach';
import type { MailOfRequest } from '../../../domain/rapidReview/scoping/commands';
import type { ContactId } from '../../../domain/timetable/facts';
import { officialCalendar } from '../calendars';
import { bounce, DEPUTY, FIRST, LEAD, mail, mailed, never, OTHER } from './bouncedMail';
import { proclaimed } from './otherCalendars';
import { answer, excluded, POLICE, Race, SCHOOL } from './race';
import { london, REASON } from './story';

const SECOND: MailOfRequest = { round: 1, sending: 2, at: london('2026-04-02 10:00'), to: [OTHER] };
const MAILS = [FIRST, SECOND];
/** With an executive, who is written to once a coordinator has said so. */
const FULLER = { id: 'cscp-wt2018-full-ladder', version: 1 } as const;

/** What the case knows of the request, and what has come of it. */
const known = ({ open }: Race) => {
  const { sentAsOf: _of, datesToldAsOf: _since, ...agency } = open.agencies[0] ?? { agency: SCHOOL };
  return { agency, outcomes: open.outcomes, rungs: open.rungs, untold: open.untoldMoves };
};
const statusOf = (race: Race, obligation: string) => {
  const { status, due, doneOn } = race.line(obligation, SCHOOL);
  return [status, due, doneOn];
};
const sent = (race: Race) => race.open.agencies[0]?.sent;

describe('R8: the request was void for it', () => {
  it('and stands as if nothing had been recorded: its day, whom it went to, what was agreed, and nobody is told anything', () => {
    const asked = () => {
      const race = mailed(2, { profile: FULLER }).at('2026-04-01 10:00');
      race.act({ kind: 'confirmEscalation', agency: SCHOOL });
      return race.act({
        kind: 'agreeReturnDate',
        agency: SCHOOL,
        due: civilDate('2026-04-14'),
        reason: REASON,
      });
    };
    const race = asked().act(bounce()).act(bounce(OTHER));
    expect(race.line('agencyReturn', SCHOOL).due).toBeUndefined();
    expect(statusOf(race, 'scopingDispatch')).toEqual(['open', '2026-04-01', undefined]);
    const before = race.notices.length;
    race.act(never()).act(never(OTHER));
    expect(known(race)).toEqual(known(asked()));
    expect(race.of('RequestBounceCorrected')[0]?.body).toEqual({
      agency: SCHOOL,
      round: 1,
      contact: LEAD,
      stands: { on: '2026-03-31' },
      reason: REASON,
    });
    expect(race.notices).toHaveLength(before);
    // What others recorded stands by itself.
    expect(
      reachableContacts(asked().act(bounce()).act(bounce(OTHER)).act(never(OTHER)).open, SCHOOL),
    ).toEqual([OTHER]);
  });

  it('what was missed meanwhile as it was due again is none, and the team that had heard of the miss hears so', () => {
    const race = mailed().at('2026-04-01 10:00').act(bounce()).at('2026-04-07 10:00');
    expect(statusOf(race, 'scopingDispatch')).toEqual(['missed', '2026-04-01', undefined]);
    race.act(never()).at('2026-04-08 10:00');
    expect(statusOf(race, 'scopingDispatch')).toEqual(['met', '2026-04-01', '2026-03-31']);
    expect(race.briefings().at(-1)).toContain(`missTakenBack scopingDispatch:${SCHOOL}`);
  });

  it('what was missed before stays as the team has heard it; and what fell due meanwhile was missed', () => {
    const race = mailed().at('2026-04-07 10:00');
    expect(statusOf(race, 'recordsSecured')).toEqual(['missed', '2026-04-02', undefined]);
    race.act(bounce()).at('2026-04-14 10:00').act(never());
    expect(statusOf(race, 'agencyReturn')).toEqual(['missed', '2026-04-09', undefined]);
    race.at('2026-04-15 10:00');
    const told = race.briefings().filter((one) => one.includes(`missed recordsSecured:${SCHOOL}`));
    expect(told).toHaveLength(1);
    expect(race.briefings().at(-1)).toContain(`missed agencyReturn:${SCHOOL}`);
  });

  it('R11: a rung that was sent is not sent again, and one of meanwhile is passed over', () => {
    const race = mailed().at('2026-04-07 10:00');
    const reminded = race.reminders(SCHOOL);
    expect(reminded.length).toBeGreaterThan(0);
    race.act(bounce()).at('2026-04-08 10:00').act(never());
    expect(race.reminders(SCHOOL)).toEqual(reminded);
    expect(race.of('RungsSkipped').at(-1)?.body).toMatchObject({ cause: 'alreadyPast' });
    expect(race.at('2026-04-10 10:00').reminders(SCHOOL)).toHaveLength(reminded.length + 1);
  });

  it('also where it was void only once the answer that it stood by was none', () => {
    const race = mailed()
      .act(answer(SCHOOL, '2026-03-31', { answer: 'partial' }))
      .act(bounce());
    expect(race.of('RequestVoided')).toEqual([]);
    const none = { kind: 'correctReturn', agency: SCHOOL, number: 1, reason: REASON } as const;
    race.act(none);
    expect(race.of('RequestVoided')).toHaveLength(1);
    race.at('2026-04-08 10:00').act(never());
    expect(statusOf(race.act(answer(SCHOOL, '2026-04-08')), 'agencyReturn')).toEqual([
      ...['met', '2026-04-09', '2026-04-08'],
    ]);
  });

  it('R9: of bank holidays that changed meanwhile the agency hears', () => {
    const race = mailed().act(bounce()).at('2026-04-01 10:00');
    race.adopt(proclaimed(officialCalendar, '2026-04-08')).at('2026-04-01 12:00').act(never());
    expect(race.of('AgencyToldOfDates').at(-1)?.body).toMatchObject({
      moves: [{ key: `agencyReturn:${SCHOOL}`, was: '2026-04-09', due: '2026-04-10' }],
      because: [race.of('RequestBounceCorrected')[0]?.number],
    });
  });

  it('what agency and team had yet to hear of as it was void they hear all the same', () => {
    const race = mailed().at('2026-04-07 18:00');
    race.adopt(proclaimed(officialCalendar, '2026-04-02', '2026-04-07'));
    expect(statusOf(race, 'recordsSecured')).toEqual(['open', '2026-04-08', undefined]);
    race.act(bounce()).at('2026-04-07 18:30').act(never()).at('2026-04-08 09:00');
    expect(race.briefings().at(-1)).toContain(`missTakenBack recordsSecured:${SCHOOL}`);
    expect(race.of('AgencyToldOfDates').at(-1)?.body.moves).toMatchObject([
      { key: `agencyReturn:${SCHOOL}`, was: '2026-04-09', due: '2026-04-13' },
      { key: `recordsSecured:${SCHOOL}`, was: '2026-04-02', due: '2026-04-08' },
    ]);
  });

  it('R10: its first dates are those of before', () => {
    const race = mailed().at('2026-04-01 12:00').adopt(proclaimed(officialCalendar, '2026-04-08'));
    const first = () =>
      firstDates(race.events, (version) => race.calendarOf(version)).get(`agencyReturn:${SCHOOL}` as never);
    expect(first()).toBe('2026-04-09');
    expect(race.act(bounce()).line('agencyReturn', SCHOOL).due).toBeUndefined();
    expect(first()).toBeUndefined();
    race.act(never());
    expect(first()).toBe('2026-04-09');
  });

  it('word of its mail that came meanwhile is heard then', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-03-31 10:00')
      .send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted');
    race
      .act(bounce())
      .hear(report)
      .at('2026-04-01 10:00')
      .act(never(LEAD, [FIRST]));
    expect(sent(race)).toEqual({ on: '2026-03-31', channel: 'mail', mailedOn: '2026-03-31' });
    expect(statusOf(race, 'scopingDispatch')).toEqual(['met', '2026-04-01', '2026-03-31']);
  });

  it('word of several that came meanwhile: the first that stands dates it, in whichever order they are given', () => {
    const heardAsVoid = (...second: readonly ContactId[]) => {
      const race = new Race()
        .received({ agencies: [SCHOOL] })
        .at('2026-03-31 10:00')
        .send([SCHOOL]);
      const first = race.report(SCHOOL, 'accepted');
      race.at('2026-04-02 10:00').act(mail(...second));
      const again = race.report(SCHOOL, 'accepted', { sending: 2 });
      race.act(bounce()).act(bounce(OTHER));
      expect(sent(race.hear(first).hear(again).at('2026-04-07 10:00'))).toBeUndefined();
      return race;
    };
    const dated = (race: Race) => {
      expect(race.of('RequestSentCorrected')).toEqual([]);
      return sent(race)?.on;
    };
    expect(dated(heardAsVoid(OTHER).act(never(OTHER, MAILS)))).toBe('2026-04-02');
    const both = [{ ...SECOND, to: [LEAD, OTHER] }, FIRST];
    expect(dated(heardAsVoid(LEAD, OTHER).act(never(LEAD, both)))).toBe('2026-03-31');
  });

  it('what the team has yet to hear of another agency it hears once', () => {
    const race = mailed(1, { agencies: [SCHOOL, POLICE] }).at('2026-04-02 10:00');
    const on = civilDate('2026-04-01');
    race.act({ kind: 'recordRequestSent', agency: POLICE, channel: 'telephone', on, contacts: [] });
    race.act(bounce()).act(never()).at('2026-04-07 10:00');
    expect(race.briefings().join().split(`missTakenBack scopingDispatch:${POLICE}`)).toHaveLength(2);
  });

  it('it may be void again, by a bounce that is none', () => {
    const race = mailed().act(bounce()).act(never()).act(bounce());
    expect(race.of('RequestVoided').map(({ body }) => body.round)).toEqual([1, 1]);
    race.act(mail(LEAD));
    expect(race.of('ScopingRequested').at(-1)?.body).toMatchObject({ round: 2, sending: 1 });
  });
});

describe('R3, R8: it moved the day of the request', () => {
  it('which is that of the mail again, where it went another way, later', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-04-01 16:00')
      .send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted');
    const on = civilDate('2026-04-02');
    race.at('2026-04-02 10:00');
    race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'telephone', on, contacts: [] });
    race.hear(report).at('2026-04-02 12:00');
    const before = known(race);
    race.act(bounce()).at('2026-04-07 12:00');
    expect(statusOf(race, 'scopingDispatch')).toEqual(['missed', '2026-04-01', '2026-04-02']);
    race.act(never());
    expect(known(race)).toMatchObject({ agency: before.agency });
    expect(sent(race)).toMatchObject({ on: '2026-04-01', channel: 'telephone', otherwiseOn: '2026-04-02' });
    expect(statusOf(race, 'scopingDispatch')).toEqual(['met', '2026-04-01', '2026-04-01']);
    expect(race.of('RequestSentCorrected').at(-1)?.body).toEqual({
      agency: SCHOOL,
      was: '2026-04-02',
      on: '2026-04-01',
      mailArrived: true,
    });
    expect(race.of('AgencyToldOfDates').at(-1)?.body.moves).toContainEqual(
      expect.objectContaining({ was: '2026-04-13', due: '2026-04-10' }),
    );
  });

  /** Mailed to another on Thursday 2 April. */
  const again = () => {
    const race = mailed().at('2026-04-02 10:00').act(mail(OTHER));
    return race.hear(race.report(SCHOOL, 'accepted', { sending: 2 })).at('2026-04-07 10:00');
  };

  it('which is that of the first of two mails again', () => {
    const race = again().act(bounce(LEAD, MAILS));
    expect(sent(race)).toMatchObject({ on: '2026-04-02' });
    race.act(never(LEAD, MAILS));
    expect(known(race)).toMatchObject({ agency: known(again()).agency });
    expect(statusOf(race, 'scopingDispatch')).toEqual(['met', '2026-04-01', '2026-03-31']);
  });

  it.each([
    ['the first', LEAD, '2026-03-31'],
    ['the second', OTHER, '2026-04-02'],
  ])('where both had come back, and %s had not, it is of that', (_which, contact, on) => {
    const race = again().act(bounce(LEAD, MAILS)).act(bounce(OTHER, MAILS));
    expect(race.of('RequestVoided')).toHaveLength(1);
    expect(sent(race.act(never(contact, MAILS)))).toMatchObject({ on, channel: 'mail' });
    // In whichever order they were recorded.
    const other = again().act(bounce(OTHER, MAILS)).act(bounce(LEAD, MAILS));
    expect(sent(other.act(never(contact, MAILS)))).toMatchObject({ on, channel: 'mail' });
  });

  it.each([
    ['stood', []],
    ['was void', [bounce(OTHER, MAILS)]],
  ])(
    'and what was done in time by the other day is judged by that, where the request %s',
    (_how, bounces) => {
      const race = again().act(bounce(LEAD, MAILS));
      const secured = { paper: true, electronic: true, locked: true };
      race.act({ kind: 'recordRecordsSecured', agency: SCHOOL, on: civilDate('2026-04-07'), secured });
      expect(statusOf(race, 'recordsSecured')).toEqual(['met', '2026-04-08', '2026-04-07']);
      for (const body of bounces) race.act(body);
      race.act(never(LEAD, MAILS));
      expect(statusOf(race, 'recordsSecured')).toEqual(['missed', '2026-04-02', '2026-04-07']);
    },
  );

  it('but not by another mail that had not come back, which is heard again where it went', () => {
    const race = new Race()
      .received({ agencies: [SCHOOL] })
      .at('2026-04-01 16:00')
      .send([SCHOOL]);
    const report = race.report(SCHOOL, 'accepted');
    const on = civilDate('2026-04-02');
    race.at('2026-04-02 10:00');
    race.act({ kind: 'recordRequestSent', agency: SCHOOL, channel: 'paper', on, contacts: [OTHER] });
    race.hear(report).act(bounce());
    race.act({ ...bounce(OTHER), mailed: true });
    expect(reachableContacts(race.open, SCHOOL)).toEqual([]);
    race.act(never(OTHER));
    expect([reachableContacts(race.open, SCHOOL), sent(race)]).toMatchObject([[OTHER], { on }]);
    expect(race.of('RequestBounceCorrected')[0]?.body.stands).toBeUndefined();
    expect(sent(race.act(never()))).toMatchObject({ on: '2026-04-01' });
  });
});

describe('R11: mail goes there again', () => {
  it('also to who stands above, of whom another mail came back, whether the request is void or not', () => {
    const above = [{ contact: DEPUTY, level: 'deputy' }] as const;
    const race = new Race().received({ agencies: [SCHOOL] }).at('2026-03-31 10:00');
    race.act({ kind: 'sendScopingRequests', agencies: [{ agency: SCHOOL, contacts: [LEAD], above }] });
    race.hear(race.report(SCHOOL, 'accepted')).act({ ...bounce(DEPUTY), mailed: true });
    race.act(excluded(SCHOOL));
    expect(reachableContacts(race.open, SCHOOL)).toEqual([]);
    expect(reachableContacts(race.act(never(DEPUTY)).open, SCHOOL)).toEqual([DEPUTY]);
    race.act({ ...bounce(DEPUTY), mailed: true }).act(bounce());
    expect(race.of('RequestVoided')).toHaveLength(1);
    expect(race.act(never()).open.agencies[0]).toMatchObject({ unreachable: [DEPUTY] });
    race.act(bounce()).act(never(DEPUTY));
    expect(race.open.agencies[0]).toMatchObject({ unreachable: [LEAD] });
    race.act(never());
    expect(race.open.agencies[0]?.request?.contacts).toMatchObject([{ contact: LEAD, bounced: false }]);
    expect(reachableContacts(race.open, SCHOOL)).toEqual([DEPUTY]);
  });
});
