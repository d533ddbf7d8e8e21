// The team's mail about the calendar against its golden texts, and what holds for each. To renew the texts after a
// wanted change, run with RENEW_GOLDEN=1 and read the difference.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CalendarItem } from '../../../domain/holidayLedger/calendarBriefing';
import type { RenderedMail } from '../../../platform/mail/wording/mailFacts';
import { renderCalendarBriefing } from '../../../platform/mail/wording/renderMail';
import { facts, on } from './examples';

const NEW_DAY: CalendarItem = {
  about: 'newDay',
  date: on('2026-09-14'),
  title: 'Invented day of mourning',
  source: 'person',
};
const EVERYTHING: readonly CalendarItem[] = [
  NEW_DAY,
  { about: 'newDay', date: on('2026-10-05'), title: 'Invented celebration', source: 'govUk' },
  { about: 'changeWaits', calendar: '1d60b7a2c94e3f58', cases: 12 },
  {
    about: 'difference',
    date: on('2026-09-14'),
    title: 'Invented day of mourning',
    against: 'govUk',
    kind: 'notInSource',
  },
  {
    about: 'difference',
    date: on('2026-05-04'),
    title: 'Early May bank holiday',
    against: 'govUk',
    kind: 'onlyInSource',
  },
  { about: 'notRead', fault: 'shrunken', since: on('2026-08-28') },
  { about: 'calendarEnds', confirmedTo: on('2026-10-30') },
];

const rendered = (items: readonly CalendarItem[], repeated = false): RenderedMail =>
  renderCalendarBriefing({ today: on('2026-09-01'), items }, facts({ repeated }));

const MAILS: Readonly<Record<string, RenderedMail>> = {
  calendarBriefing: rendered(EVERYTHING),
  calendarBriefingOfOneDayRepeated: rendered([NEW_DAY], true),
  calendarBriefingOfOneCaseThatWaits: rendered([
    { about: 'changeWaits', calendar: '1d60b7a2c94e3f58', cases: 1 },
  ]),
  calendarBriefingWithoutNews: rendered([
    { about: 'notRead', fault: 'unreachable', since: on('2026-08-31') },
  ]),
};

describe.each(Object.entries(MAILS))('%s', (name, { subject, text, html }) => {
  it('says what is written for it', () => {
    const golden = join(__dirname, 'golden', `${name}.txt`);
    const said = `Subject: ${subject}\n\n${text}`;
    if (process.env['RENEW_GOLDEN'] === '1') writeFileSync(golden, said);
    expect(said).toBe(readFileSync(golden, 'utf8'));
  });

  it('belongs to no case, and has narrow lines', () => {
    expect(`${subject}${text}${html}`).not.toMatch(
      /RR-|signs in with their token|\/cases|undefined|\[object/,
    );
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72);
    for (const line of html.split('\n')) expect(line.length).toBeLessThanOrEqual(998);
    expect(text.replaceAll('GOV.UK', 'GOV-UK')).not.toMatch(/ $|\S {2}\S|[.,:)](?=[A-Z])/m);
  });
});

it('a fault of another version of the programme is said to have happened', () => {
  const { text } = rendered([{ about: 'notRead', fault: 'eclipsed', since: on('2026-08-31') }]);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'It could not be read. It has been so since Monday 31 August 2026.',
  );
});

it('a title is escaped in HTML, and never a template', () => {
  const { html } = rendered([{ ...NEW_DAY, title: 'Day of <b>{{ 7*7 }}</b>' }]);
  expect(html).toContain('Day of &lt;b&gt;{{ 7*7 }}&lt;/b&gt;');
});
