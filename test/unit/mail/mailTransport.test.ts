// The mail itself as it arrives, and what never leaves this machine.

import { afterEach, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { nameIn } from '../../../platform/mail/address';
import { createMailTransport, messageIdOf } from '../../../platform/mail/mailTransport';
import { PATIENCE } from '../../../platform/mail/smtpConversation';
import { C1, C2, KEY, mail, polite, scripted, serverWith, transportTo, endAll } from './lines';

afterEach(endAll);

describe('the mail itself', () => {
  it('carries a Message-ID from its key, and says that a machine wrote it', async () => {
    const server = await serverWith();
    // Nothing here is about patience: a busy machine must not be taken for a silent server.
    const transport = transportTo(server.url, { replyTo: 'team@partnership.example', patience: PATIENCE });
    await transport.send(mail([C1, 'lead@a.example']));
    await transport.send({ ...mail([C1, 'lead@a.example']), repeated: true });
    await transport.send({ ...mail([C1, 'lead@a.example']), key: 'RR-2026-0008/scopingRequest/AG-0003/1.1' });
    const read = await Promise.all(server.received.map(({ raw }) => PostalMime.parse(raw)));
    const headers = read.map((one) => new Map(one.headers.map(({ key, value }) => [key, value])));
    expect(read.map(({ messageId }) => messageId)).toEqual([
      messageIdOf(KEY, 'partnership.example'),
      messageIdOf(KEY, 'partnership.example'),
      messageIdOf('RR-2026-0008/scopingRequest/AG-0003/1.1', 'partnership.example'),
    ]);
    expect(read[0]?.messageId).toMatch(/^<[0-9a-f]{40}@partnership\.example>$/);
    expect(read[2]?.messageId).not.toBe(read[0]?.messageId);
    expect(headers[0]?.get('auto-submitted')).toBe('auto-generated');
    expect(headers[0]?.get('x-auto-response-suppress')).toBe('OOF, AutoReply');
    expect(headers[0]?.get('precedence')).toBe('bulk');
    expect(headers[0]?.get('importance')).toBeUndefined();
    expect(headers.map((one) => one.get('x-possible-repeat'))).toEqual([undefined, 'yes', undefined]);
    expect(read[0]).toMatchObject({
      from: { name: 'Rapid Review team', address: 'rapid-review@partnership.example' },
      replyTo: [{ address: 'team@partnership.example' }],
      to: [{ address: 'lead@a.example' }],
      subject: 'RR-2026-0007: please return the scoping template',
    });
    expect(read[0]?.text?.trim()).toBe('Please return the scoping template – by Friday.');
    for (const { raw } of server.received) {
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    }
  });

  it('marks what is urgent, and does not send it as bulk', async () => {
    const server = await serverWith();
    await transportTo(server.url).send({ ...mail([C1, 'duty@a.example']), urgent: true });
    const { headers } = await PostalMime.parse(server.received[0]?.raw ?? '');
    const values = new Map(headers.map(({ key, value }) => [key, value]));
    expect(['importance', 'x-priority', 'precedence'].map((name) => values.get(name))).toEqual([
      'high',
      '1',
      undefined,
    ]);
  });

  it('never tells an address in what it returns', async () => {
    const server = await serverWith();
    const outcomes = [
      await transportTo(server.url).send(
        mail([C1, 'canary+550@family.example'], [C2, 'canary+450@family.example']),
      ),
      await transportTo(await scripted(polite({ '.': '554 <canary@family.example> no' }))).send(
        mail([C1, 'canary@family.example']),
      ),
      await transportTo('smtp://127.0.0.1:1').send(mail([C1, 'canary@family.example'])),
      await transportTo(server.url).send(mail([C1, 'canary family.example'])),
    ];
    expect(JSON.stringify(outcomes)).not.toMatch(/canary|family/);
  });

  it('is invited to by the name of its sender, quoted or not', () => {
    expect(
      [
        'Rapid Review team <a@b.example>',
        '"Rapid Review, team" <a@b.example>',
        'a@b.example',
        '<a@b.example>',
      ].map(nameIn),
    ).toEqual(['Rapid Review team', 'Rapid Review, team', 'a@b.example', 'a@b.example']);
  });

  it('has a sender, or is not begun', () => {
    expect(() =>
      createMailTransport({ smtpUrl: 'smtp://127.0.0.1:1', from: 'the team', domain: 'a.example' }),
    ).toThrow('the sender of mails is not a mail address');
  });
});

describe('a password', () => {
  it('does not go over an open line to another machine', async () => {
    // Not one of the names of this machine, though it leads there.
    const said: string[] = [];
    const url = await scripted((line, socket) => {
      said.push(line);
      polite({ EHLO: '250-here\r\n250 AUTH PLAIN LOGIN' })(line, socket);
    });
    const elsewhere = url.replace('smtp://127.0.0.1', 'smtp://clerk:hunter2@0.0.0.0');
    const outcome = await transportTo(elsewhere).send(mail([C1, 'lead@a.example']));
    expect(outcome).toMatchObject({ line: 'away', postponed: [C1] });
    expect(said[0]).toContain('EHLO');
    expect(said.join('\n')).not.toContain('AUTH');
  });

  it('goes to this machine as it is, whatever its mailbox offers', async () => {
    const said: string[] = [];
    const url = await scripted((line, socket) => {
      said.push(line);
      polite({ EHLO: '250-here\r\n250-STARTTLS\r\n250 AUTH PLAIN', AUTH: '235 welcome' })(line, socket);
    });
    const here = url.replace('smtp://', 'smtp://clerk:hunter2@');
    expect(await transportTo(here).send(mail([C1, 'lead@a.example']))).toMatchObject({
      line: 'held',
      accepted: [C1],
    });
    expect(said.join('\n')).toMatch(/AUTH PLAIN/);
    expect(said).not.toContain('STARTTLS');
  });
});
