// What is told of codes that events name which were taken over, and that no register knows any more. Nobody is given them again;
// what stood behind them is lost.

import type { CodesNamed, GivenCodes } from '../../records/givenCodes/givenCodes';

type Lacking = Awaited<ReturnType<GivenCodes['lacking']>>;

const line = (what: string, codes: readonly (string | number)[]): readonly string[] =>
  codes.length === 0 ? [] : [`  ${what}: ${codes.join(', ')}`];

const sayLacking = (lacking: Lacking): readonly string[] => {
  const { agencies, contacts, people, diaryDates, calendarChanges } = lacking;
  const ofKnownAgencies = contacts.filter(
    (code) => !agencies.some((agency) => code.startsWith(`${agency}-`)),
  );
  const lines = [
    ...line('agencies', agencies),
    ...line('contacts of agencies', ofKnownAgencies),
    ...line('people', people),
    ...line("dates of the sub-group's diary", diaryDates),
    ...line('changes of the calendar', calendarChanges),
  ];
  if (lines.length === 0) return [];
  return [
    'What was taken over names codes that the registers lack. Nobody is given one of them again:',
    ...lines,
    'What stood behind them is lost: register it anew, under new codes; docs/operations.md, "Restoring", step 7.',
  ];
};

export const codesLacking = async (givenCodes: GivenCodes, named: CodesNamed): Promise<readonly string[]> =>
  sayLacking(await givenCodes.lacking(named));
