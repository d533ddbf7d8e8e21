// The timetable of a case as a page of text: how each line stands on a day, and the weeks with their marks.

import { describe, expect, it } from '@jest/globals';
import type { NameAgency } from '../../../api/agencies/namesOfAgencies';
import { timetablePicture } from '../../../api/timetable/timetablePicture';
import { civilDate } from '../../../domain/calendar/civilDate';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { COUNCIL, POLICE, Race, SCHOOL, WITHDRAWAL, answer, invitation } from '../rapidReview/race';
import { REASON, Story } from '../rapidReview/story';

const invented: NameAgency = (agency) => `Invented ${agency}`;

const drawn = (
  { state, calendar }: Story,
  today: string,
  nameAgency: NameAgency = invented,
): readonly string[] => {
  if (state.status === 'none') throw new Error('no case was opened');
  return timetablePicture({
    state,
    calendar,
    today: civilDate(today),
    nameAgency,
  }).split('\n');
};

const NOT_RECORDED =
  '- The day the local authority became aware is not recorded, so the notification to the national Panel has no date. Record the moment (POST /cases/{reference}/timestamps, "localAuthorityAware").';

const withTwoAnswers = (): Race =>
  new Race()
    .received()
    .asked()
    .at('2026-04-07 12:00')
    .act(answer(SCHOOL, '2026-04-07'))
    .at('2026-04-10 12:00')
    .act(answer(POLICE, '2026-04-10'));

describe('a case with some answers', () => {
  const lines = drawn(withTwoAnswers(), '2026-04-10');

  it('says first what it is about, and until when it is to be complete', () => {
    expect(lines.slice(0, 2)).toEqual([
      expect.stringMatching(/^The timetable of RR-2026-0007 on Friday 10 April 2026 \(version \d+\)$/),
      'To be complete by the end of Wednesday 22 April 2026',
    ]);
  });

  it('says of each line when it is due, when it was done and how it stands, agency by agency', () => {
    const said = lines
      .slice(3, lines.indexOf(`Invented ${COUNCIL} (${COUNCIL})`) + 4)
      .map((line) => line.replaceAll(/ {2,}/g, ' | '));
    expect(said).toEqual([
      ' | Due | Done | How it stands | Key',
      'The case',
      'A The notification to the national Panel | has no date yet | notification',
      'B The Rapid Review meeting (from Friday 10 April) | Monday 20 April | 6 working days left | meeting',
      'C The completion (15 working days from the referral) | Wednesday 22 April | 8 working days left | completeLocal',
      "D The completion by the Panel's count | has no date yet | completePanel",
      `Invented ${COUNCIL} (${COUNCIL})`,
      ' | Sending the scoping request | Wednesday 1 April | Tuesday 31 March | 1 working day early | scopingDispatch:AG-0001',
      ' | The scoping return | Thursday 9 April | missed | agencyReturn:AG-0001',
      ' | Securing the records | Thursday 2 April | missed | recordsSecured:AG-0001',
    ]);
    const returns = lines
      .filter((line) => line.includes('The scoping return'))
      .map((line) => line.replace('The scoping return', '').trim());
    expect(returns.map((line) => line.replaceAll(/ {2,}/g, ' | '))).toEqual([
      'Thursday 9 April | missed | agencyReturn:AG-0001',
      `Thursday 9 April | Friday 10 April | 1 working day late | agencyReturn:${POLICE}`,
      'Thursday 9 April | missed | agencyReturn:AG-0003',
      `Thursday 9 April | Tuesday 7 April | 2 working days early | agencyReturn:${SCHOOL}`,
    ]);
  });

  it('draws the weeks of the case, a row a week, with the days that do not count', () => {
    expect(lines.slice(lines.findIndex((line) => line.startsWith('Week of')))).toEqual([
      'Week of            Mon     Tue     Wed     Thu     Fri     Sat     Sun',
      '30 March 2026      30 *    31       1       2       3.      4.      5.',
      '6 April             6.      7       8       9      10 (B^  11.     12.',
      '13 April           13      14      15      16      17      18.     19.',
      '20 April           20 B    21      22 C    23      24      25.     26.',
      '* the referral was received; ^ today; M the meeting as it is arranged; . a day that does not count; a letter where its line is due, small where it was done, with ( before it where its window opens',
      '',
      'To be known',
      NOT_RECORDED,
      '',
    ]);
  });
});

it('says when the meeting is arranged for, and what people should know beside the dates', () => {
  const arranged = new Race().received().asked();
  arranged.meetingArranged('2026-04-23 10:00', { reason: REASON, invitees: [] });
  const lines = drawn(arranged, '2026-04-10');
  expect(lines[2]).toBe('The meeting is arranged for Thursday 23 April 2026 at 10:00');
  expect(lines.find((line) => line.startsWith('20 April'))).toContain('23 M');
  expect(lines.slice(lines.indexOf('To be known'))).toEqual([
    'To be known',
    NOT_RECORDED,
    '- The meeting on Thursday 23 April 2026 lies after its window, which closes on Monday 20 April 2026, and after the review must be complete, on Wednesday 22 April 2026.',
    '- Nobody is coming to the meeting on Thursday 23 April 2026 for the local authority, the police or the integrated care board: it would not be quorate.',
    '',
  ]);
});

it('says of a meeting that nobody opened on its day, or closed, that it is so', () => {
  const passed = new Race().received().asked().meetingArranged('2026-04-14 10:00').at('2026-04-15 12:00');
  expect(drawn(passed, '2026-04-14')[2]).toBe('The meeting is arranged for Tuesday 14 April 2026 at 10:00');
  expect(drawn(passed, '2026-04-15')[2]).toBe(
    'Nobody opened the meeting of Tuesday 14 April 2026 at 10:00 on its day: if it was held, open it with a moment of that day; if not, fix another',
  );
  const opened = new Race().received().asked().meetingArranged('2026-04-14 10:00').quorate();
  expect(drawn(opened, '2026-04-14')[2]).toBe('The meeting of Tuesday 14 April 2026 at 10:00 is under way');
  expect(drawn(opened, '2026-04-15')[2]).toBe(
    'The meeting of Tuesday 14 April 2026 at 10:00 was opened, and nobody has closed it',
  );
});

it('says of a meeting that is recorded as held that it is, on its day and after', () => {
  const race = new Race().received().asked().at('2026-04-14 15:00');
  race.act(invitation('2026-04-14 10:00', { held: true })).at('2026-04-15 12:00');
  for (const today of ['2026-04-14', '2026-04-15'])
    expect(drawn(race, today)[2]).toBe(
      'The meeting of Tuesday 14 April 2026 at 10:00 is recorded as held, and not yet when it was opened, and who came',
    );
});

/** How the lines stand that hold the words. */
const standing = (lines: readonly string[], words: string): readonly string[] =>
  lines.filter((line) => line.includes(words)).map((line) => line.split(/ {2,}/).at(-2) ?? '');

it('says what is due on the day itself, and what is past before the case has noticed', () => {
  const asked = new Race().received().asked();
  expect(standing(drawn(asked, '2026-04-09'), 'The scoping return')).toEqual(Array(4).fill('due today'));
  expect(standing(drawn(asked, '2026-04-10'), 'The scoping return')).toEqual(
    Array(4).fill('past, and not noticed yet'),
  );
});

it('says the year of what is of another one than the day of the page, in columns that line up', () => {
  const asked = new Story().opened('2026-12-21 10:00', { agencies: [COUNCIL] }).at('2026-12-22 10:00');
  const lines = drawn(asked.sent(COUNCIL), '2026-12-22');
  const upTo = lines.indexOf(`Invented ${COUNCIL} (${COUNCIL})`) + 3;
  expect(lines.slice(3, upTo)).toEqual([
    '                                                         Due                       Done                 How it stands         Key',
    'The case',
    'A The notification to the national Panel                                                                has no date yet       notification',
    'B The Rapid Review meeting (from Monday 4 January 2027)  Tuesday 12 January 2027                        12 working days left  meeting',
    'C The completion (15 working days from the referral)     Thursday 14 January 2027                       14 working days left  completeLocal',
    "D The completion by the Panel's count                                                                   has no date yet       completePanel",
    `Invented ${COUNCIL} (${COUNCIL})`,
    '  Sending the scoping request                            Wednesday 23 December     Tuesday 22 December  1 working day early   scopingDispatch:AG-0001',
    '  The scoping return                                     Thursday 31 December                           5 working days left   agencyReturn:AG-0001',
  ]);
});

it('tells agencies of one name apart in every line that names them, and says the code of no other there', () => {
  const withoutAnswers = new Race().received().asked().meetingArranged().quorate().decided();
  const name: NameAgency = (agency) => (agency === SCHOOL ? 'Larkspur School' : 'Example Trust');
  const alike = drawn(withoutAnswers, '2026-04-14', name).join('\n');
  const known = (text: string): string => text.slice(text.indexOf('To be known'));
  for (const agency of [COUNCIL, POLICE]) {
    expect(alike).toContain(`\nExample Trust (${agency})\n`);
    expect(known(alike)).toContain(`Example Trust (${agency})`);
  }
  expect(alike).toContain(`\nLarkspur School (${SCHOOL})\n`);
  expect(known(alike)).toContain('Larkspur School');
  expect(known(alike)).not.toContain(SCHOOL);
  expect(known(alike)).not.toMatch(/Example Trust(?! \()/);
});

it('says which dates rest on days that are only predicted', () => {
  const predicting = workingCalendar(shippedSnapshot(civilDate('2028-06-01')));
  const lines = drawn(new Story(predicting).opened('2028-12-11 10:00'), '2028-12-11');
  expect(standing(lines, 'The Rapid Review meeting')).toEqual(['13 working days left, provisional']);
  expect(standing(lines, 'Sending the scoping request')).toEqual(['2 working days left']);
});

it('says when it was to be complete, once that is past, when it was completed, and that it has ended', () => {
  const overdue = new Race().received().at('2026-04-27 12:00');
  expect(drawn(overdue, '2026-04-27')[1]).toBe('It was to be complete by the end of Wednesday 22 April 2026');
  const settled = new Race().toPanel().at('2026-04-20 12:00').replied('agrees');
  expect(drawn(new Race().toPanel(), '2026-04-17').slice(1, 3)).toEqual([
    'Completed on Tuesday 14 April 2026',
    '',
  ]);
  expect(drawn(settled, '2026-04-21').slice(1, 3)).toEqual([
    'Completed on Tuesday 14 April 2026',
    "Ended on Monday 20 April 2026: the national Panel's reply was settled",
  ]);
});

it('says what ended it, and into which case it was merged', () => {
  const withdrawn = new Race().received().act(WITHDRAWAL);
  expect(drawn(withdrawn, '2026-03-31')).toContain(
    'Ended on Monday 30 March 2026: the referral was withdrawn',
  );
  const merged = new Race()
    .received()
    .act({ kind: 'endAsMerged', into: 'RR-2026-0004' as CaseReference, reason: REASON });
  expect(drawn(merged, '2026-03-31')).toContain(
    'Ended on Monday 30 March 2026: it was merged into RR-2026-0004',
  );
});

it('has no weeks where no clock runs', () => {
  const recordedOnly = new Story().opened('2026-03-30 16:20', { nature: 'careLeaverDeath', agencies: [] });
  const why = 'No clock runs for this case: it records a death without suspected abuse or neglect.';
  expect(drawn(recordedOnly, '2026-03-30').slice(1)).toEqual(['', why, '']);
});
