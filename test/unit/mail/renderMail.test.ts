// Every mail against its golden text, and what holds for each: its width, its escaping, and that its two forms say
// the same. To renew the texts after a wanted change, run with RENEW_GOLDEN=1 and read the difference.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from '@jest/globals';
import type { NoticeKind } from '../../../domain/rapidReview/notices';
import type { ObligationKey } from '../../../domain/timetable/facts';
import { renderMail } from '../../../platform/mail/wording/renderMail';
import {
  facts,
  HARROWGATE,
  type Mails,
  notice,
  on,
  owed,
  returnDue,
  RIVERBEND,
  scopingRequest,
} from './examples';
import { MAILS_TO_AGENCIES } from './mailsToAgencies';
import { MAILS_TO_OTHERS } from './mailsToOthers';
import { MAILS_TO_TEAM } from './mailsToTeam';
import { TEAM_BRIEFINGS } from './teamBriefings';

const key = (text: string): ObligationKey => text as ObligationKey;

const MAILS: Mails = { ...MAILS_TO_AGENCIES, ...MAILS_TO_TEAM, ...TEAM_BRIEFINGS, ...MAILS_TO_OTHERS };

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
    // A link stands alone and whole: broken, it would open nothing.
    for (const line of text.split('\n'))
      expect(line.startsWith('https://') ? 0 : line.length).toBeLessThanOrEqual(72);
    for (const line of html.split('\n')) expect(line.length).toBeLessThanOrEqual(998);
    expect(subject).toMatch(/^(?:URGENT: )?RR-2026-0007: [ -~]+$/);
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

/** Complete, or it does not compile. */
const KINDS: Readonly<Record<NoticeKind, true>> = {
  scopingRequest: true,
  agencyReminder: true,
  datesMoved: true,
  answerReceived: true,
  returnSentBack: true,
  answerByMistake: true,
  meetingInvitation: true,
  meetingCancelled: true,
  teamBriefing: true,
  completionMissed: true,
  meetingWindowLeavesNothing: true,
  meetingOutsideWindow: true,
  panelDispatch: true,
  panelWillBeLate: true,
  panelChase: true,
  panelContact: true,
  panelCriteriaNotMet: true,
  outcomeToAgency: true,
  outcomeToPartner: true,
  outcomeToReferrer: true,
  endedToAgency: true,
  endedToReferrer: true,
  resumedToAgency: true,
  resumedToReferrer: true,
  safetyAlert: true,
};

it('every kind of mail has its golden text', () => {
  const kinds = new Set(Object.values(MAILS).map(([{ body }]) => body.kind));
  expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
});

describe('what stands below a mail', () => {
  const EMERGENCY = 'If a child is in immediate danger, ring 999.';
  const HELP = 'If you need help';
  const SEE = 'To read the case, press Authorize on this page, give your token,';
  const BELOW: Readonly<Record<string, readonly string[]>> = {
    agency: [HELP, EMERGENCY],
    referrer: [HELP, EMERGENCY],
    panel: [HELP],
    partner: [SEE],
    team: [SEE],
    onCall: [],
  };

  it.each(NAMES)('follows from whom it is for: %s', (name) => {
    const role = MAILS[name]?.[0].to.role ?? '';
    const text = rendered(name).text.replaceAll(/\s+/g, ' ');
    expect([HELP, EMERGENCY, SEE].filter((said) => text.includes(said))).toEqual(BELOW[role]);
    // Only those on call, the team and partners have a way into the case.
    expect(text.includes('/cases/')).toBe(['onCall', 'team', 'partner'].includes(role));
  });
});

test('only what opens in a browser without a token is a link', () => {
  const linked = NAMES.flatMap((name) =>
    [...rendered(name).html.matchAll(/href="([^"]+)"/g)].map(([, to = '']) => to),
  );
  expect(linked.filter((to) => to.includes('/cases/'))).toEqual([]);
  expect(linked).toContain('https://rapid-review.partnership.example/docs#/safety');
});

test('R23: an alert says first whom to ring, and only then what needs a token', () => {
  const text = rendered('safetyAlert').text.replaceAll(/\s+/g, ' ');
  const order = [
    'ring 999',
    'Ring somebody who can read it',
    "Ring children's services",
    'https://',
    'or {} if',
  ];
  const found = order.map((said) => text.indexOf(said));
  expect(found).not.toContain(-1);
  expect(found).toEqual(found.toSorted((one, other) => one - other));
});

describe('who may know what (R20, R24)', () => {
  it('whoever referred is told that it is decided, not what', () => {
    const toReferrers = NAMES.filter((name) => MAILS[name]?.[0].to.role === 'referrer');
    expect(toReferrers.length).toBeGreaterThan(4);
    for (const name of toReferrers)
      expect(rendered(name).text).not.toMatch(/practice review is|audit|no further|The outcome is/);
  });

  it('the outcome stands in no subject', () => {
    for (const name of NAMES) expect(rendered(name).subject).not.toMatch(/practice review|audit|no further/);
  });

  it('only an alert is urgent, and says so first', () => {
    for (const name of NAMES) {
      const { subject, urgent } = rendered(name);
      const isAlert = MAILS[name]?.[0].body.kind === 'safetyAlert';
      expect([name, urgent, subject.startsWith('URGENT')]).toEqual([name, isAlert, isAlert]);
    }
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

  it('are said once where the same was missed twice', () => {
    const missed = (...keys: readonly string[]) =>
      renderMail(
        notice({
          kind: 'teamBriefing',
          on: on('2026-05-18'),
          items: keys.map((text) => ({ about: 'missed', key: key(text), due: on('2026-05-15') })),
        }),
        facts({ today: on('2026-05-18'), dates: [] }),
      );
    const one = `agencyReturn:${RIVERBEND}`;
    const other = `agencyReturn:${HARROWGATE}`;
    expect(missed(one, one)).toEqual(missed(one));
    expect(missed('reconsideration', 'reconsideration')).toEqual(missed('reconsideration'));
    const both = missed(one, other, one);
    expect(both).toEqual(missed(one, other));
    expect([both.subject, both.text]).toEqual([
      expect.stringContaining('2 missed'),
      expect.stringMatching(/\(AG-0003\)\s+and\s+Harrowgate[^:]+\(AG-0007\):\s+were\s+due/),
    ]);
  });

  it('never reach a subject', () => {
    for (const name of NAMES) expect(rendered(name).subject).not.toMatch(/Riverbend|Harrowgate/i);
  });

  it('name to an agency no other agency', () => {
    const other = owed(`agencyReturn:${HARROWGATE}`, '2026-04-09', ['requestSent', '2026-03-31', 5]);
    const { text } = renderMail(scopingRequest(), facts({ dates: [other, returnDue] }));
    expect(text).not.toMatch(/Harrowgate|9 April/);
  });
});

it('two completions that are missed on one day have each a subject of its own', () => {
  const subjects = ['completeLocal', 'completePanel'].map(
    (name) =>
      renderMail(notice({ kind: 'completionMissed', key: key(name), due: on('2026-04-22') }), facts())
        .subject,
  );
  expect(subjects).toEqual([
    'RR-2026-0007: the Rapid Review was not complete by Wednesday 22 April 2026',
    'RR-2026-0007: the Rapid Review was not complete by Wednesday 22 April 2026, counted from the notification',
  ]);
});

describe('a mail that cannot be right', () => {
  it('is not made: an obligation that there is not', () => {
    expect(() =>
      renderMail(notice({ kind: 'completionMissed', key: key('tea'), due: on('2026-04-22') }), facts()),
    ).toThrow('a notice names an obligation that there is not');
  });
});
