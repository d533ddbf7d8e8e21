// What a person asks to be recorded in the bank-holiday ledger, on the wire: each with their reason, and what lists or
// withdraws a day with its authority.

import { Type } from 'typebox';
import { DateField, LineField, strict, TextField } from '../fields/fields';
import { ListField } from './holidaySchemas';

const AuthorityField = Type.String({
  ...TextField(500),
  description: 'must name what makes it a holiday or undoes it, such as a proclamation, and not be blank',
});

export const HolidayToListSchema = Type.Object(
  {
    date: DateField,
    title: Type.String({
      ...LineField(100),
      description:
        'must be its public name, on one line: it is shown wherever the day is counted with, mails included',
    }),
    authority: AuthorityField,
    reason: TextField(2_000),
  },
  {
    ...strict,
    examples: [
      {
        date: '2022-09-19',
        title: 'Bank Holiday for the State Funeral of Queen Elizabeth II',
        authority: 'Royal Proclamation of 10 September 2022',
        reason: 'Proclaimed on Saturday; the published list does not have it yet.',
      },
    ],
  },
);

export const WithdrawalSchema = Type.Object(
  { authority: AuthorityField, reason: TextField(2_000) },
  {
    ...strict,
    examples: [
      {
        authority: 'Announcement of the government of 7 June 2019',
        reason: 'Moved from Monday 4 May to Friday 8 May 2020.',
      },
    ],
  },
);

export const KeptDifferenceSchema = Type.Object(
  { against: ListField, reason: TextField(2_000) },
  { ...strict, examples: [{ against: 'library', reason: 'The bank holiday was moved in 2012.' }] },
);
