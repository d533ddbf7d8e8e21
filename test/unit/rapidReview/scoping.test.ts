// The scoping requests: when they are due, what counts as sent, bounces and void, and what is refused.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import { warningsOf } from '../../../domain/rapidReview/warnings';
import { answer } from './race';
import { AGENCY, AWARE, CONTACT, london, REASON, Story } from './story';

const ONE = AGENCY(1);
const TWO = AGENCY(2);
const opened = () => new Story().opened('2026-03-30 16:20', { agencies: [ONE, TWO] });

describe('scopingDispatch', () => {
  it('gives an agency found in time the same day as the others', () => {
    const story = opened()
      .at('2026-03-31 12:00')
      .act({ kind: 'addAgency', agency: AGENCY(3) });
    expect(story.line('scopingDispatch', AGENCY(3)).due).toBe('2026-04-01');
  });

  it('gives an agency found later the next working day (local default)', () => {
    const story = opened()
      .at('2026-04-09 12:00')
      .act({ kind: 'addAgency', agency: AGENCY(3) });
    expect(story.line('scopingDispatch', AGENCY(3))).toMatchObject({ due: '2026-04-10', status: 'open' });
  });

  it('gives an agency found later, and recorded later still, the working day after it was found', () => {
    const found = { kind: 'addAgency', agency: AGENCY(3), identifiedAt: london('2026-04-07 15:00') } as const;
    const story = opened().at('2026-04-09 12:00').act(found);
    expect(story.line('scopingDispatch', AGENCY(3))).toMatchObject({ due: '2026-04-08', status: 'missed' });
    const rung = (on: string) =>
      ({
        ...({ kind: 'recordRequestSent', agency: AGENCY(3), channel: 'telephone', contacts: [] } as const),
        on: civilDate(on),
      }) as const;
    expect(story.refused(rung('2026-04-02'))).toEqual({
      code: 'DatedOutsideItsTime',
      on: '2026-04-02',
      from: '2026-04-07',
      to: '2026-04-09',
      since: 'identification',
    });
    story.act(rung('2026-04-08'));
    expect(story.line('scopingDispatch', AGENCY(3))).toMatchObject({ status: 'met', workingDaysEarly: 0 });
  });

  it('is met on the London date on which the mail server accepted it, not when somebody pressed send', () => {
    const story = opened().at('2026-03-31 23:50').send([ONE]);
    expect(story.line('scopingDispatch', ONE).status).toBe('open');
    story.at('2026-04-01 00:10').hear(story.report(ONE, 'accepted'));
    expect(story.line('scopingDispatch', ONE)).toMatchObject({
      status: 'met',
      doneOn: '2026-04-01',
      workingDaysEarly: 0,
    });
    expect(story.line('agencyReturn', ONE).due).toBe('2026-04-10');
  });

  it('counts an acceptance in time that is heard of after midnight as in time', () => {
    const story = opened().at('2026-04-01 23:58').send([ONE]);
    const report = story.report(ONE, 'accepted');
    story.at('2026-04-02 00:05');
    expect(story.line('scopingDispatch', ONE).status).toBe('missed');
    story.hear(report);
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(story.of('OutcomeRestated')).toHaveLength(1);
  });

  it('is missed once, at the first second after, and met late all the same (R5, R6)', () => {
    const story = opened().at('2026-04-09 10:00').sent(ONE).at('2026-04-10 10:00');
    expect(story.misses().filter((miss) => miss.includes(`scopingDispatch:${ONE}`))).toEqual([
      `2026-04-02 00:00 scopingDispatch:${ONE} due 2026-04-01`,
    ]);
    expect(story.line('scopingDispatch', ONE)).toMatchObject({
      status: 'missed',
      doneOn: '2026-04-09',
      workingDaysEarly: -4,
    });
  });

  it('is met by telephone, paper or secure mail on the day it went', () => {
    const story = opened().at('2026-04-02 09:30');
    story.act({
      kind: 'recordRequestSent',
      agency: ONE,
      channel: 'telephone',
      contacts: [],
      on: civilDate('2026-04-01'),
    });
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'met', doneOn: '2026-04-01' });
    expect(story.line('agencyReturn', ONE).due).toBe('2026-04-10');
  });

  it('restarts nothing when the request is sent again', () => {
    const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-08 10:00').send([ONE]);
    story.hear(story.report(ONE, 'accepted', { sending: 2 }));
    expect(story.line('agencyReturn', ONE).due).toBe('2026-04-09');
    expect(story.of('ScopingRequestSent')).toHaveLength(1);
    expect(story.notices.filter(({ body }) => body.kind === 'scopingRequest').map(({ key }) => key)).toEqual([
      `RR-2026-0007/scopingRequest/${ONE}/1.1`,
      `RR-2026-0007/scopingRequest/${ONE}/1.2`,
    ]);
  });

  it('takes the same report twice as once', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE]);
    const report = story.report(ONE, 'accepted');
    const after = story.hear(report).events.length;
    story.hear(report);
    expect(story.events).toHaveLength(after);
  });
});

describe('a bounced request', () => {
  it('stands while one address is left', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE], 2);
    story.hear(story.report(ONE, 'accepted', { refused: [CONTACT(ONE, 2)] }));
    expect(story.line('scopingDispatch', ONE).status).toBe('met');
    expect(story.of('RequestVoided')).toHaveLength(0);
  });

  it('is void when every address has bounced; both facts stay, and it is due again', () => {
    const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-01 09:30');
    story.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE) });
    expect(story.of('ScopingRequestSent')).toHaveLength(1);
    expect(story.of('RequestVoided')[0]?.body.cause).toBe('everyAddressBounced');
    expect(story.line('scopingDispatch', ONE)).toMatchObject({ status: 'open', due: '2026-04-01' });
    expect(story.line('agencyReturn', ONE).status).toBe('awaitingAnchor');
    story.at('2026-04-01 11:00').send([ONE]);
    story.hear(story.report(ONE, 'accepted', { round: 2 }));
    expect(story.line('agencyReturn', ONE).due).toBe('2026-04-10');
  });

  it('is warned of with why it is void', () => {
    const warned = ({ state, calendar }: Story) => warningsOf(state, calendar);
    const bounce = { kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE) } as const;
    const isVoid = { kind: 'voidRequest', agency: ONE, reason: REASON } as const;
    const void_ = { about: 'requestVoid', agency: ONE, due: '2026-04-01' };
    const back = new Story()
      .opened('2026-03-30 16:20', { agencies: [ONE], ...AWARE })
      .at('2026-03-31 10:00')
      .sent(ONE)
      .act(bounce);
    expect(warned(back)).toEqual([{ ...void_, cause: 'everyAddressBounced' }]);
    expect(warned(back.send([ONE]).act(isVoid))).toEqual([{ ...void_, cause: 'byPerson' }]);
  });

  it('does not undo a request that went another way', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE]);
    story.act({
      kind: 'recordRequestSent',
      agency: ONE,
      channel: 'paper',
      contacts: [],
      on: civilDate('2026-03-31'),
    });
    story.hear(story.report(ONE, 'refused', { refused: [CONTACT(ONE)] }));
    expect(story.of('RequestVoided')).toHaveLength(0);
    expect(story.line('scopingDispatch', ONE).status).toBe('met');
  });

  it('was never sent when the mail server refused every address, and the team hears of it', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE]);
    story.hear(story.report(ONE, 'refused', { refused: [CONTACT(ONE)] })).at('2026-04-01 10:00');
    expect(story.line('scopingDispatch', ONE).status).toBe('open');
    expect(story.briefings().at(-1)).toContain('mailFailed');
  });

  it('stands once it was answered, whatever comes back later (R7)', () => {
    const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-07 12:00');
    story.act(answer(ONE, '2026-04-07', { how: 'telephone' })).at('2026-04-08 12:00');
    story.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE) });
    expect(story.of('RequestBounced')).toHaveLength(1);
    expect(story.of('RequestVoided')).toHaveLength(0);
    expect(story.line('scopingDispatch', ONE).status).toBe('met');
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'met', doneOn: '2026-04-07' });
    const declared = { kind: 'voidRequest', agency: ONE, reason: REASON } as const;
    expect(story.refused(declared)).toEqual({ code: 'RequestAnswered', agency: ONE, on: '2026-04-07' });
    story.act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: REASON }).act(declared);
    expect(story.line('agencyReturn', ONE).status).toBe('awaitingAnchor');
  });

  it('reminds nobody of a void request', () => {
    const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-01 09:30');
    story.act({ kind: 'voidRequest', agency: ONE, reason: REASON }).at('2026-04-20 10:00');
    expect(story.reminders(ONE)).toEqual(['2026-04-01 09:00 1: recordsSecured oneBefore']);
  });
});

describe('a re-sending restarts and undoes nothing (R3)', () => {
  it('does not void the request when the mail server refuses it', () => {
    const story = opened().at('2026-03-31 10:00').sent(ONE).at('2026-04-08 10:00').send([ONE]);
    story.hear(story.report(ONE, 'refused', { sending: 2, refused: [CONTACT(ONE)] }));
    expect(story.of('RequestVoided')).toHaveLength(0);
    expect(story.line('agencyReturn', ONE)).toMatchObject({ status: 'open', due: '2026-04-09' });
  });

  it('is not undone by the report of an earlier mail', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE], 2);
    const first = story.report(ONE, 'accepted', { refused: [CONTACT(ONE)] });
    story.hear(first).at('2026-04-01 10:00').send([ONE], 2);
    story.hear(first, story.report(ONE, 'accepted', { sending: 2 }));
    expect(story.of('RequestBounced')).toHaveLength(1);
    expect(story.open.agencies[0]?.request?.contacts.some(({ bounced }) => bounced)).toBe(false);
  });
});

it('names every agency of those asked at once that has no contact, and asks nobody', () => {
  const agencies = [ONE, TWO, AGENCY(3)].map((agency) => ({
    agency,
    contacts: agency === TWO ? [CONTACT(TWO)] : [],
  }));
  const story = new Story().opened('2026-03-30 16:20', { agencies: [ONE, TWO, AGENCY(3)] });
  expect(story.refused({ kind: 'sendScopingRequests', agencies })).toEqual({
    code: 'AgencyWithoutContact',
    agency: ONE,
    others: [AGENCY(3)],
    canAskRest: true,
  });
  expect(story.refused({ kind: 'sendScopingRequests', agencies: agencies.slice(2) })).toEqual({
    code: 'AgencyWithoutContact',
    agency: AGENCY(3),
  });
});

describe('what is refused, with nothing changed', () => {
  it.each([
    ['sending to nobody', { kind: 'sendScopingRequests', agencies: [] }, 'NoAgencyToAsk'],
    [
      'an agency not on the case',
      { kind: 'sendScopingRequests', agencies: [{ agency: AGENCY(9), contacts: [CONTACT(AGENCY(9))] }] },
      'AgencyNotOnCase',
    ],
    [
      'an agency without a contact',
      { kind: 'sendScopingRequests', agencies: [{ agency: ONE, contacts: [] }] },
      'AgencyWithoutContact',
    ],
    [
      'the same agency twice',
      {
        kind: 'sendScopingRequests',
        agencies: [ONE, ONE].map((agency) => ({ agency, contacts: [CONTACT(agency)] })),
      },
      'AgencyListedTwice',
    ],
    ['an agency already on the case', { kind: 'addAgency', agency: ONE }, 'AgencyAlreadyOnCase'],
    [
      'an agency found before the referral',
      { kind: 'addAgency', agency: AGENCY(3), identifiedAt: london('2026-03-29 12:00') },
      'DatedOutsideItsTime',
    ],
    [
      'an agency found later today',
      { kind: 'addAgency', agency: AGENCY(3), identifiedAt: london('2026-03-31 10:01') },
      'MomentInFuture',
    ],
    [
      'sent tomorrow',
      { kind: 'recordRequestSent', agency: ONE, channel: 'paper', contacts: [], on: civilDate('2026-04-01') },
      'RequestSentInFuture',
    ],
    [
      'sent before the referral',
      { kind: 'recordRequestSent', agency: ONE, channel: 'paper', contacts: [], on: civilDate('2026-03-29') },
      'RequestSentBeforeReferral',
    ],
    ['a bounce of nothing', { kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE) }, 'RequestNotMade'],
    ['a void of nothing', { kind: 'voidRequest', agency: ONE, reason: REASON }, 'RequestNotMade'],
  ] as const)('%s', (_what, command, code) => {
    expect(opened().at('2026-03-31 10:00').refused(command).code).toBe(code);
  });

  it('a second record of the same sending, a bounce twice, a contact never asked', () => {
    const story = opened().at('2026-03-31 10:00').send([ONE], 2);
    story
      .hear(story.report(ONE, 'accepted'))
      .act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 2) });
    expect(
      story.refused({
        kind: 'recordRequestSent',
        agency: ONE,
        channel: 'paper',
        contacts: [],
        on: civilDate('2026-03-31'),
      }).code,
    ).toBe('RequestAlreadySent');
    expect(story.refused({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 2) }).code).toBe(
      'ContactAlreadyBounced',
    );
    expect(story.refused({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 7) }).code).toBe(
      'ContactNotAsked',
    );
  });
});
