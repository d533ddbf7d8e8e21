// The pages of the development mailbox: the list, one mail, and "not found". Plain HTML that needs no
// script; a mail's own HTML is shown in a frame that may run nothing and fetch nothing.
import { sayDate } from '../../domain/calendar/civilDate';
import { instant } from '../../domain/calendar/instant';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import { html, type Html } from './html';
import type { StoredMail } from './mailStore';

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #111; background: #fff }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: bold }
th, td { text-align: left; vertical-align: top; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #999; overflow-wrap: anywhere }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #999; padding: 1rem }
iframe { width: 100%; height: 30rem; border: 1px solid #999 }
a { color: #0b4f9e } a:focus, summary:focus { outline: 3px solid #b25d00; outline-offset: 2px }
`;

/** Nothing may be fetched or run, neither by the page nor by a mail shown in it. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'medium' });

/** As the mails themselves say a day. */
function sayTime(received: string): string {
  const at = instant(Date.parse(received));
  return `${sayDate(londonDayAt(at))} at ${londonTime.format(at)}`;
}

function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html> `.text;
}

function time(received: string): Html {
  return html`<time datetime="${received}">${sayTime(received)}</time>`;
}

function subjectOf({ subject }: StoredMail): string {
  return subject === '' ? '(no subject)' : subject;
}

function row(mail: StoredMail): Html {
  return html`<tr>
    <td>${time(mail.receivedAt)}</td>
    <td>${mail.envelope.to.join(', ')}</td>
    <td><a href="/mails/${mail.id}">${subjectOf(mail)}</a></td>
  </tr>`;
}

function table(mails: readonly StoredMail[]): Html {
  if (mails.length === 0) return html`<p>No mail yet. Reload this page to look again.</p>`;
  return html`<table>
    <caption>
      ${mails.length} ${mails.length === 1 ? 'mail' : 'mails'}, newest first
    </caption>
    <thead>
      <tr>
        <th scope="col">Received (London time)</th>
        <th scope="col">To</th>
        <th scope="col">Subject</th>
      </tr>
    </thead>
    <tbody>
      ${mails.map(row)}
    </tbody>
  </table>`;
}

export function listPage(mails: readonly StoredMail[]): string {
  return page(
    'Development mailbox',
    html`<h1>Development mailbox</h1>
      <p>Every mail that the engine sends here stays here; nobody is mailed.</p>
      ${table(mails)}
      <h2>For tests</h2>
      <ul>
        <li>A mail to <code>refused@</code> any domain is refused for good (550).</li>
        <li>A mail to <code>later@</code> any domain is put off (451).</li>
        <li>
          <code>GET <a href="/mails.json">/mails.json</a></code> gives all mails,
          <code>GET /mails/{id}.json</code> one, <code>GET /mails/{id}.eml</code> its file,
          <code>DELETE /mails</code> removes them all.
        </li>
      </ul>`,
  );
}

function field(name: string, value: string | Html): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${value}</td>
  </tr>`;
}

function bodies(mail: StoredMail): Html {
  const frame = html`<h2>HTML</h2>
    <iframe title="HTML part of the mail" sandbox srcdoc="${mail.html}"></iframe>`;
  const attachments = html`<h2>Attachments</h2>
    <ul>
      ${mail.attachments.map((name) => html`<li>${name}</li>`)}
    </ul>`;
  return html`<h2>Text</h2>
    <pre>${mail.text}</pre>
    ${mail.html === '' ? '' : frame} ${mail.attachments.length === 0 ? '' : attachments}`;
}

export function mailPage(mail: StoredMail): string {
  const headers = mail.headers.map(({ name, value }) => field(name, value));
  return page(
    subjectOf(mail),
    html`<p><a href="/">All mails</a></p>
      <h1>${subjectOf(mail)}</h1>
      <table>
        <tbody>
          ${field('Received', time(mail.receivedAt))} ${field('From', mail.from)}
          ${field('To', mail.envelope.to.join(', '))} ${field('Message-ID', mail.messageId)}
        </tbody>
      </table>
      <p>
        <a href="/mails/${mail.id}.eml">The mail as a file</a>, for a mail program: with its attachments, and
        its entry for the diary.
      </p>
      ${bodies(mail)}
      <details>
        <summary>All headers</summary>
        <table>
          <tbody>
            ${headers}
          </tbody>
        </table>
      </details>`,
  );
}

export function notFoundPage(): string {
  return page(
    'Not found',
    html`<h1>Not found</h1>
      <p>There is no such mail; it may have been removed. <a href="/">All mails</a></p>`,
  );
}
