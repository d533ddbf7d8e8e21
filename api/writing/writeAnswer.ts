// The answer to a write: the version it led to, what it established, the warnings and the timetable then. Once it is
// recorded it is made from the records, so that a repeat is answered as the first was; until then the case itself is asked.

import { Type, type Static, type TObject, type TProperties } from 'typebox';
import type { Receipt } from '../../contracts/messages';
import type { TimetableNow } from '../../contracts/questions';
import { ifCovered } from '../../domain/calendar/workingCalendar';
import { fold } from '../../domain/rapidReview/evolve';
import type { CaseReference } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { ChainHead, Records } from '../../records/records';
import { presentWarnings, warningExample, WarningSchema } from '../cases/presentWarnings';
import { ReferenceField, strict, VersionField } from '../fields/fields';
import { presentTimetable } from '../timetable/presentTimetable';
import { timetableExample, TimetableSchema, type TimetableView } from '../timetable/timetableSchema';
import { etagOf } from './writeHeaders';

const fields = {
  reference: ReferenceField,
  version: VersionField,
  recorded: Type.Boolean({
    description: 'Whether reading the case shows it already. It will soon, where not.',
  }),
  events: Type.Array(Type.String(), { description: 'What it established, in order.' }),
  // Before the dates: people read the beginning of a long answer.
  warnings: Type.Optional(
    Type.Array(WarningSchema, {
      description:
        'What people should know of the case beside its dates. Absent for anyone who may not read cases, and while it is not recorded yet.',
    }),
  ),
  timetable: Type.Optional(
    Type.Object(TimetableSchema.properties, {
      ...strict,
      description:
        'The dates then. Absent for anyone who may not read cases, and while neither the records nor the case itself can show that version.',
    }),
  ),
};
type AnswerSchema = TObject<typeof fields>;
export type WriteAnswer = Static<AnswerSchema>;

/** With the example of that very act, and what it answers beside what all do. */
export const WriteAnswerSchema = (
  example: Pick<WriteAnswer, 'events' | 'version'>,
  more: TProperties = {},
): AnswerSchema =>
  Type.Object(
    { ...fields, ...more },
    {
      ...strict,
      examples: [
        {
          reference: 'RR-2026-0007',
          recorded: true,
          warnings: [warningExample],
          timetable: timetableExample,
          ...example,
        },
      ],
    },
  );

/** Nothing while no event of that command is recorded. `head` is where its chain stands, where that is known. */
export const answerFromRecords = async (
  records: Records,
  reference: CaseReference,
  commandId: string,
  head?: ChainHead,
): Promise<WriteAnswer | undefined> => {
  const folded = await records.cases.stateOf(reference, head);
  const established = folded?.events.filter((event) => event.commandId === commandId) ?? [];
  const version = established.at(-1)?.number;
  if (folded === undefined || version === undefined) return undefined;
  const then =
    version === folded.state.version
      ? folded.state
      : fold(folded.events.filter(({ number }) => number <= version));
  const calendar = then.status === 'none' ? folded.calendar : folded.calendarOf(then.calendar);
  return {
    reference,
    version,
    recorded: true,
    events: established.map(({ kind }) => kind),
    warnings: await presentWarnings(records, then, calendar),
    timetable: presentTimetable(timetableOfCase(then, calendar), calendar, folded.state.profile),
  };
};

/** Nothing where it is of another version, or of a calendar that cannot be had just now. */
const timetableShown = async (
  records: Records,
  version: number,
  now: TimetableNow | undefined,
): Promise<TimetableView | undefined> => {
  if (now?.version !== version) return undefined;
  const calendar = await records.snapshots.calendarOf(now.calendar).catch(() => undefined);
  return calendar && ifCovered(() => presentTimetable(now.timetable, calendar, now.profile));
};

/** What the workflow has said, for when the records have not caught up. */
export const answerFromReceipt = async (
  records: Records,
  { reference, version, events }: Receipt,
  now: TimetableNow | undefined,
): Promise<WriteAnswer> => {
  const timetable = await timetableShown(records, version, now);
  return {
    reference,
    version,
    recorded: false,
    events: [...events],
    ...(timetable === undefined ? {} : { timetable }),
  };
};

export const writeHeadersOf = ({ version }: WriteAnswer): { readonly etag: string } => ({
  etag: etagOf(version),
});
