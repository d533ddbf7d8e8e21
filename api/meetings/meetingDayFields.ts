// What becomes of the day of the meeting by what is previewed, on the wire: one form for corrections of a case and for changes of
// the calendar. How a day lies to its window is for the domain.

import { Type } from 'typebox';
import { WAYS_AMISS } from '../../domain/rapidReview/meeting/dayToWindow';
import { DateField, strict } from '../fields/fields';

export const WindowOpensField = Type.Object(
  { was: DateField, opens: DateField },
  {
    ...strict,
    description: "The meeting's window would open on another day; its last day is among the moves.",
  },
);

const window = { opens: Type.Optional(DateField), closes: DateField };

export const MeetingLeavesField = Type.Object(
  {
    on: DateField,
    way: Type.Enum([...WAYS_AMISS], { description: 'dayOff: on the day itself nobody works.' }),
    ...window,
  },
  { ...strict, description: 'The meeting would lie outside its window, or on a day off, and does not now.' },
);

export const MeetingDayRestoredField = Type.Object(
  {
    on: DateField,
    way: Type.Enum(['inside', 'early', 'late'], {
      description: 'early, late: the day is a working day again, and lies outside the window.',
    }),
    ...window,
  },
  {
    ...strict,
    description: 'The meeting lies outside its window, or on a day off, and would no longer do so.',
  },
);
