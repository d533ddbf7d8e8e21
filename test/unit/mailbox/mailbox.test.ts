// The development mailbox as a mail program and a browser meet it.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';
import PostalMime from 'postal-mime';
import type { StoredMail } from '../../../cli/mailbox/mailStore';
import { startMailbox, type MailboxOptions, type RunningMailbox } from '../../../cli/mailbox/startMailbox';
import { freePort } from '../../../cli/start/freePort';
import { freshFolder } from '../../freshFolder';

const folder = freshFolder('mailbox');
let options: MailboxOptions;
let mailbox: RunningMailbox;

const mail = (to: string, subject = 'Scoping request RR-2026-0007') => ({
  from: 'Reviews <reviews@partnership.example>',
  to,
  subject,
  messageId: '<notice-1@partnership.example>',
  text: 'Please answer by the end of Friday 10 April 2026.\n',
  html: '<p>Please answer by the end of <b>Friday 10 April 2026</b>.</p>',
});
const send = (...args: Parameters<typeof mail>): Promise<unknown> =>
  createTransport(mailbox.smtpUrl).sendMail(mail(...args));
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(`${mailbox.pageUrl}${path}`, init);
const mails = async (): Promise<StoredMail[]> => (await (await get('/mails.json')).json()) as StoredMail[];

beforeAll(async () => {
  options = { smtpPort: await freePort(), pagePort: await freePort(), folder };
  mailbox = await startMailbox(options);
});
beforeEach(async () => {
  await get('/mails', { method: 'DELETE' });
});
afterAll(() => mailbox.stop());

describe('the development mailbox', () => {
  it('takes a mail and shows it, newest first', async () => {
    await send('health@agency.example', 'First');
    await send('police@agency.example', 'Second');
    expect((await mails()).map(({ subject }) => subject)).toEqual(['Second', 'First']);
    const page = await (await get('/')).text();
    expect(page.indexOf('police@agency.example')).toBeLessThan(page.indexOf('health@agency.example'));
    expect(page).toContain('2 mails, newest first');
    // As the mails say it, without a comma.
    expect(page).toMatch(/>[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+ \d{4} at \d{2}:\d{2}:\d{2}</);
  });

  it('gives one mail with its envelope, headers, text and HTML', async () => {
    await send('health@agency.example');
    const id = (await mails())[0]?.id ?? '';
    const one = (await (await get(`/mails/${id}.json`)).json()) as StoredMail;
    expect(one).toMatchObject({
      id,
      envelope: { from: 'reviews@partnership.example', to: ['health@agency.example'] },
      messageId: '<notice-1@partnership.example>',
    });
    expect(one.text).toContain(mail('').text);
    expect(one.html).toContain('<b>Friday 10 April 2026</b>');
    expect(one.headers).toContainEqual({ name: 'subject', value: 'Scoping request RR-2026-0007' });
    expect(await (await get(`/mails/${id}`)).text()).toContain('Please answer by the end of Friday');
  });

  it('gives one mail as the file that a mail program opens, attachments and all', async () => {
    const entry = { filename: 'meeting.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' };
    await createTransport(mailbox.smtpUrl).sendMail({
      ...mail('health@agency.example'),
      attachments: [entry],
    });
    const id = (await mails())[0]?.id ?? '';
    expect(await (await get(`/mails/${id}`)).text()).toContain(`href="/mails/${id}.eml"`);
    const file = await get(`/mails/${id}.eml`);
    expect(file.headers.get('content-type')).toBe('message/rfc822');
    const { attachments, subject } = await PostalMime.parse(await file.arrayBuffer());
    expect(subject).toBe('Scoping request RR-2026-0007');
    expect(attachments.map(({ filename }) => filename)).toEqual(['meeting.ics']);
    expect((await get('/mails/000000000000000-00000000.eml')).status).toBe(404);
    expect((await get('/mails/..%2f..%2fkeys.eml')).status).toBe(404);
  });

  it('refuses and puts off on purpose, and keeps nothing of it', async () => {
    await expect(send('Refused@agency.example')).rejects.toMatchObject({ responseCode: 550 });
    await expect(send('later@agency.example')).rejects.toMatchObject({ responseCode: 451 });
    expect(await mails()).toEqual([]);
  });

  it('takes the mail for those whom it does not refuse', async () => {
    await send('refused@agency.example, health@agency.example');
    expect((await mails())[0]?.envelope.to).toEqual(['health@agency.example']);
  });

  it('still has its mails after a restart', async () => {
    await send('health@agency.example');
    const before = await mails();
    await mailbox.stop();
    mailbox = await startMailbox(options);
    expect(await mails()).toEqual(before);
  });

  it.each(['/mails/none', '/mails/none.json', '/mails/..%2f..%2fpackage.json', '/nothing'])(
    'knows no %s',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  it('says which port is taken, and by which setting to change it', async () => {
    await expect(startMailbox({ ...options, pagePort: await freePort() })).rejects.toThrow(
      `Port ${options.smtpPort} on 127.0.0.1, wanted for the development mailbox (SMTP), is taken`,
    );
  });
});

describe('the pages', () => {
  const evil = `"><script>alert('1')</script>`;

  it('show what a mail says as text, wherever it stands', async () => {
    await createTransport(mailbox.smtpUrl).sendMail({
      ...mail('health@agency.example', evil),
      from: { name: evil, address: 'reviews@partnership.example' },
      text: evil,
      html: `<img src=x onerror="alert(1)">${evil}`,
      headers: { 'X-Evil': evil },
    });
    const id = (await mails())[0]?.id ?? '';
    for (const path of ['/', `/mails/${id}`]) {
      const page = await (await get(path)).text();
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toMatch(/<script|<img/);
    }
  });

  it('let nothing be run or fetched, and no form of a mail be sent', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'none'");
  });

  it('show the HTML of a mail in a frame without any rights', async () => {
    await send('health@agency.example');
    const id = (await mails())[0]?.id ?? '';
    expect(await (await get(`/mails/${id}`)).text()).toMatch(/<iframe [^>]*sandbox srcdoc="&lt;p&gt;/);
  });
});
