// What the transport makes of a server's answers, contact by contact, against a real SMTP server.

import { afterEach, describe, expect, it } from '@jest/globals';
import { isForGood } from '../../../platform/mail/serverAnswers';
import { C1, C2, C3, C4, mail, polite, scripted, serverWith, transportTo, endAll } from './lines';

afterEach(endAll);

describe('a refusal for good', () => {
  it.each([
    [554, '554 5.7.1 <lead@a.example>: Relay access denied', false],
    [550, '550 5.7.1 lead@a.example... Relaying denied', false],
    [550, '550 relay not permitted', false],
    [550, '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain', false],
    [550, '550 5.1.1 <lead@relay.example>: User unknown', true],
    [550, '550 5.7.1 Message rejected', true],
    [530, '530 5.7.0 Authentication required', false],
    [452, '452 4.2.2 Mailbox full', false],
  ])(
    'is about the address, and not about what the server does for us: %i %s',
    (responseCode, response, is) => {
      expect(isForGood({ responseCode, response })).toBe(is);
    },
  );
});

describe('what the server answers', () => {
  it('accepts, and each contact is accepted', async () => {
    const server = await serverWith();
    const outcome = await transportTo(server.url).send(
      mail([C1, 'lead@riverbend.example'], [C2, 'duty@riverbend.example']),
    );
    expect(outcome).toEqual({ line: 'held', accepted: [C1, C2], refused: [], postponed: [] });
    expect(server.received.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: 'rapid-review@partnership.example', to: ['lead@riverbend.example', 'duty@riverbend.example'] },
    ]);
  });

  it('is told contact by contact where some are refused and some postponed', async () => {
    const server = await serverWith();
    const outcome = await transportTo(server.url).send(
      mail(
        [C1, 'gone+550@riverbend.example'],
        [C2, 'busy+451@riverbend.example'],
        [C3, 'lead@riverbend.example'],
      ),
    );
    expect(outcome).toEqual({
      line: 'held',
      accepted: [C3],
      refused: [C1],
      postponed: [C2],
      code: '550 5.1.1',
    });
    expect(server.received[0]?.to).toEqual(['lead@riverbend.example']);
  });

  it('is told contact by contact where nobody is accepted', async () => {
    const server = await serverWith();
    const transport = transportTo(server.url);
    expect(await transport.send(mail([C1, 'gone+550@a.example'], [C2, 'busy+451@a.example']))).toMatchObject({
      line: 'held',
      accepted: [],
      refused: [C1],
      postponed: [C2],
    });
    expect(await transport.send(mail([C1, 'gone+550@a.example'], [C2, 'gone+553@a.example']))).toMatchObject({
      refused: [C1, C2],
      postponed: [],
    });
    expect(server.received).toEqual([]);
  });

  it('holds no refusal of our session against an address', async () => {
    const server = await serverWith();
    expect(await transportTo(server.url).send(mail([C1, 'x+530@a.example']))).toMatchObject({
      refused: [],
      postponed: [C1],
      code: '530 5.1.1',
    });
  });

  it('asks once for an address that two contacts share, and answers for both', async () => {
    const server = await serverWith();
    const outcome = await transportTo(server.url).send(mail([C1, 'duty@a.example'], [C2, 'duty@a.example']));
    expect(outcome.accepted).toEqual([C1, C2]);
    expect(server.asked).toEqual(['duty@a.example']);
  });

  it('is not asked about what is no address', async () => {
    const server = await serverWith();
    const outcome = await transportTo(server.url).send(
      mail(
        [C1, 'a@b.example>\r\nRCPT TO:<c@d.example'],
        [C2, 'lead@a.example'],
        [C3, ''],
        [C4, 'two words@a.example'],
      ),
    );
    expect(outcome).toEqual({
      line: 'held',
      accepted: [C2],
      refused: [C1, C3, C4],
      postponed: [],
      code: 'EADDRESS',
    });
    expect(await transportTo(server.url).send(mail([C1, 'nobody']))).toMatchObject({
      refused: [C1],
      code: 'EADDRESS',
    });
    expect(server.conversations()).toBe(1);
  });

  it.each([
    [
      'the mail, for good',
      { '.': '554 5.7.1 not this' },
      { refused: [C1], postponed: [], code: '554 5.7.1' },
    ],
    ['the mail, for now', { '.': '451 4.3.0 later' }, { refused: [], postponed: [C1], code: '451 4.3.0' }],
    ['the mail before it is sent', { DATA: '554 no' }, { refused: [C1], postponed: [], code: '554' }],
    ['the sender', { MAIL: '550 5.7.1 not you' }, { refused: [], postponed: [C1], code: '550 5.7.1' }],
    [
      'all for now, and hangs up',
      { RCPT: '421 4.3.2 closing' },
      { refused: [], postponed: [C1], code: '421 4.3.2' },
    ],
  ])('refuses %s', async (_what, answers, expected) => {
    const url = await scripted(polite(answers));
    expect(await transportTo(url).send(mail([C1, 'lead@a.example']))).toEqual({
      line: 'held',
      accepted: [],
      ...expected,
    });
  });
});
