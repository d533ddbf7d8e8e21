// Every mail against its golden text, and what holds for each: its width, its escaping, and that its two forms say
// the same. To renew the texts after a wanted change, run with RENEW_GOLDEN=1 and read the difference.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Notice } from '../../../domain/rapidReview/notices';
import type { ObligationKey } from '../../../domain/timetable/facts';
import type { MailFacts } from '../../../platform/mail/wording/mailFacts';
import { renderMail } from '../../../platform/mail/wording/renderMail';
import {
  completeDue,
  facts,
  HARROWGATE,
  meetingDue,
  notice,
  on,
  owed,
  recordsDue,
  reminder,
  returnDue,
  RIVERBEND,
  scopingRequest,
} from './examples';

const key = (text: string): ObligationKey => text as ObligationKey;

const movedReturn = owed(`agencyReturn:${RIVERBEND}`, '2026-04-13', ['requestSent', '2026-04-02', 5]);
const movedRecords = owed(`recordsSecured:${RIVERBEND}`, '2026-04-08', ['requestSent', '2026-04-02', 2]);

const MAILS: Readonly<Record<string, readonly [Notice, MailFacts]>> = {
  scopingRequest: [scopingRequest(), facts()],
  scopingRequestOnALaterDay: [
    scopingRequest(),
    facts({ today: on('2026-04-02'), dates: [movedReturn, movedRecords] }),
  ],
  scopingRequestAgain: [scopingRequest(2), facts({ today: on('2026-04-02') })],
  scopingRequestRepeated: [scopingRequest(), facts({ repeated: true })],
  scopingRequestAgainLate: [
    scopingRequest(2),
    facts({
      today: on('2026-04-13'),
      dates: [
        { ...returnDue, missed: true },
        { ...recordsDue, missed: true },
      ],
    }),
  ],
  scopingRequestAnswered: [scopingRequest(2), facts({ dates: [] })],
  agencyReminder: [reminder(2), facts({ today: on('2026-04-08'), dates: [returnDue] })],
  agencyReminderForBoth: [reminder(1), facts({ today: on('2026-04-02') })],
  agencyReminderLate: [
    reminder(3),
    facts({
      today: on('2026-04-13'),
      dates: [
        { ...returnDue, missed: true },
        { ...recordsDue, missed: true },
      ],
    }),
  ],
  agencyReminderAnswered: [reminder(2), facts({ dates: [] })],
  teamBriefing: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [
        { about: 'atRisk', key: returnDue.key, due: returnDue.due },
        { about: 'atRisk', key: meetingDue.key, due: meetingDue.due },
        { about: 'missed', key: recordsDue.key, due: recordsDue.due },
        {
          about: 'missed',
          key: key(`scopingDispatch:${HARROWGATE}`),
          due: on('2026-04-01'),
          on: on('2026-04-02'),
        },
        { about: 'mailFailed', notice: 'RR-2026-0007/scopingRequest/AG-0007/1.1', agency: HARROWGATE },
        { about: 'mailFailed', notice: 'RR-2026-0007/agencyReminder/AG-0003/2', agency: RIVERBEND },
      ],
    }),
    facts({ today: on('2026-04-09'), dates: [returnDue, recordsDue, meetingDue] }),
  ],
  teamBriefingLate: [
    notice({
      kind: 'teamBriefing',
      on: on('2026-04-09'),
      items: [{ about: 'atRisk', key: returnDue.key, due: returnDue.due }],
    }),
    // The date has moved since: how it was counted then is not told.
    facts({ today: on('2026-04-10'), dates: [movedReturn] }),
  ],
  completionMissed: [
    notice({ kind: 'completionMissed', key: completeDue.key, due: completeDue.due }),
    facts({ today: on('2026-04-23'), dates: [{ ...completeDue, missed: true }] }),
  ],
  meetingWindowLeavesNothing: [
    notice({
      kind: 'meetingWindowLeavesNothing',
      headline: on('2026-04-13'),
      earliestWorkable: on('2026-04-10'),
    }),
    facts({ dates: [] }),
  ],
};

const NAMES = Object.keys(MAILS);
const rendered = (name: string): ReturnType<typeof renderMail> => {
  const mail = MAILS[name];
  if (mail === undefined) throw new Error(`no mail ${name}`);
  return renderMail(...mail);
};

const golden = (name: string): string => join(__dirname, 'golden', `${name}.txt`);

describe('each mail', () => {
  it.each(NAMES)('says what is written for %s', (name) => {
    const { subject, text } = rendered(name);
    const said = `Subject: ${subject}\n\n${text}`;
    if (process.env['RENEW_GOLDEN'] === '1') writeFileSync(golden(name), said);
    expect(said).toBe(readFileSync(golden(name), 'utf8'));
  });

  it.each(NAMES)('has narrow lines as text and short ones as HTML: %s', (name) => {
    const { subject, text, html } = rendered(name);
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
    for (const line of html.split('\n')) expect(line.length).toBeLessThanOrEqual(998);
    expect(subject).toMatch(/^RR-2026-0007: [ -~]+$/);
    expect(text).not.toMatch(/ $|\S {2}\S|undefined|\[object|[.,:)](?=[A-Z])/m);
  });

  it.each(NAMES)('says the same in both forms: %s', (name) => {
    const { text, html } = rendered(name);
    const body = html.slice(html.indexOf('<body'));
    const words = (said: string): string =>
      said
        .replaceAll(/^-+$|^- /gm, '')
        .replaceAll(/\s+/g, ' ')
        .trim();
    const fromHtml = body
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
    expect(words(fromHtml)).toBe(words(text));
  });
});

describe('the names in a mail', () => {
  const odd = new Map([[RIVERBEND, '  <b>Tarn & "Son"</b>\r\nBcc: x@y.example\u2028{{ 7*7 }} ']]);

  it('are escaped in HTML, kept to one line, and never a template', () => {
    const { html, text } = renderMail(scopingRequest(), facts({ agencyNames: odd }));
    expect(html).toContain('&lt;b&gt;Tarn &amp; &quot;Son&quot;&lt;/b&gt; Bcc: x@y.example {{ 7*7 }}</p>');
    expect(html).not.toContain('<b>');
    expect(text).toContain('To: <b>Tarn & "Son"</b> Bcc: x@y.example {{ 7*7 }}\n');
  });

  it('are left out where the register has none', () => {
    const none = facts({ agencyNames: new Map() });
    expect(renderMail(scopingRequest(), none).text).not.toContain('To:');
    expect(
      renderMail(
        notice({
          kind: 'teamBriefing',
          on: on('2026-04-01'),
          items: [{ about: 'atRisk', key: returnDue.key, due: returnDue.due }],
        }),
        none,
      ).text,
    ).toContain('Scoping template from AG-0003:');
  });

  it('never reach a subject', () => {
    for (const name of NAMES) expect(rendered(name).subject).not.toMatch(/Riverbend|Harrowgate/);
  });

  it('name to an agency no other agency', () => {
    const other = owed(`agencyReturn:${HARROWGATE}`, '2026-04-09', ['requestSent', '2026-03-31', 5]);
    const { text } = renderMail(scopingRequest(), facts({ dates: [other, returnDue] }));
    expect(text).not.toMatch(/Harrowgate|9 April/);
  });
});

describe('a mail that cannot be right', () => {
  it('is not made: an obligation that there is not', () => {
    expect(() =>
      renderMail(notice({ kind: 'completionMissed', key: key('tea'), due: on('2026-04-22') }), facts()),
    ).toThrow('a notice names an obligation that there is not');
  });
});
