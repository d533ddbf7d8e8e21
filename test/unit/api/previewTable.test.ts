// A line of a preview for a spreadsheet: what people have typed stays in its field, as text. And the page for people, where it is
// about nothing or about a long name. Which lines there are, over HTTP, is `test/api/calendarPreviewLines.test.ts`.

import { expect, test } from '@jest/globals';
import type { Foreseen } from '../../../domain/calendarChange/foreseen';
import { codeOf } from '../../../domain/rapidReview/codes';
import type { CaseEffectView } from '../../../api/calendarChanges/caseEffectSchema';
import { csvOf, tableHead, tableOf } from '../../../api/calendarChanges/previewTable';

const effect: CaseEffectView = {
  reference: codeOf('case', 'RR-2026-0007'),
  moves: [
    {
      key: 'agencyReturn:AG-0001',
      obligation: 'agencyReturn',
      agency: codeOf('agency', 'AG-0001'),
      was: '2026-04-09',
      due: '2026-04-10',
      lateness: 'unchanged',
    },
  ],
  reminders: [],
  teamWarnings: [],
  teamLines: [],
  told: [],
  toldNoMore: [],
};

/** As it stands between the commas. */
const fieldOf = (name: string): string => {
  const line = csvOf('7.0.0')(effect, () => name);
  const before = 'RR-2026-0007,agencyReturn,the scoping return,AG-0001,';
  const after = ',2026-04-09,2026-04-10,moves,7.0.0\r\n';
  expect([line.startsWith(before), line.endsWith(after)]).toEqual([true, true]);
  return line.slice(before.length, -after.length);
};

test.each(['=', '+', '-', '@', '＝', '＋', '－', '＠'])(
  'an agency whose name starts with %s is no formula',
  (sign) => {
    expect(fieldOf(`${sign}1+1`)).toBe(`'${sign}1+1`);
    // Some leave blanks out before they look.
    expect(fieldOf(` \u00a0${sign}1+1`)).toBe(`' \u00a0${sign}1+1`);
    expect(fieldOf(`${sign}HYPERLINK("https://example.org","x")`)).toBe(
      `"'${sign}HYPERLINK(""https://example.org"",""x"")"`,
    );
  },
);

test.each([
  ['Example City Council', 'Example City Council'],
  ['The Elms - a school', 'The Elms - a school'],
  ["St John's", "St John's"],
  ['Ash, Elm and Oak', '"Ash, Elm and Oak"'],
  ['The "Oak"', '"The ""Oak"""'],
  ['","=1+1', '""",""=1+1"'],
  ['two\nlines', '"two\nlines"'],
  ['two\rlines', '"two\rlines"'],
])('an agency named %j stays in one field', (name, field) => {
  expect(fieldOf(name)).toBe(field);
});

const none: Foreseen = {
  days: [],
  openCases: 2,
  casesToBring: 2,
  casesThatMove: 0,
  cannotFollow: 0,
  obligations: [],
  meetingsThatLeave: 0,
  reminders: { sooner: 0, later: 0, fallAway: 0 },
  told: { byMail: 0, inPerson: 0 },
};

test('a change without effect is told as that, and not in lines of zeros', () => {
  expect(tableHead(none, '7.0.0', []).split('\n').slice(3)).toEqual([
    '',
    'Of 2 open cases, 2 would go to the new calendar, and none has a date that moves.',
    'No meeting, reminder or other mail changes.',
    'Version of this preview: 7.0.0',
    '',
  ]);
  const told = { byMail: 0, inPerson: 0, noMore: 1 };
  expect(tableHead({ ...none, told }, '7.0.0', [])).not.toContain('No meeting');
});

test('the line under the columns is as long as the name of an agency', () => {
  const reminders = { sooner: 0, later: 1, fallAway: 0 };
  const rule = tableHead({ ...none, reminders }, '7.0.0', [])
    .split('\n')
    .find((line) => line.startsWith('---'));
  const row = tableOf(effect, () => "Westmere City Council children's services").trimEnd();
  expect(row).toMatch(/ Westmere City Council children's services \(AG-0001\)$/);
  expect(rule?.length).toBeGreaterThanOrEqual(row.length);
});
