// A day on which two lists of bank holidays differ, on the wire.

import { Type } from 'typebox';
import { DateField, strict } from '../fields/fields';

export const DayChangedSchema = Type.Object(
  {
    date: DateField,
    title: Type.String(),
    change: Type.Enum(['listed', 'withdrawn']),
    inWords: Type.String(),
  },
  strict,
);
