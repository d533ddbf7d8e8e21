// What a correction would do, asked before it is made: the very rules on the case as it is recorded, with what they would
// establish in words. Nothing is changed; its ETag goes back in If-Match with the correction itself.

import { Type, type Static, type TObject } from 'typebox';
import type { Instant } from '../../domain/calendar/instant';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { remindersMoved } from '../../domain/rapidReview/clock/reminderMoves';
import { warningsMoved } from '../../domain/rapidReview/clock/warningMoves';
import { meetingDayChanged } from '../../domain/rapidReview/consequences';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import { windowOpensAnew } from '../../domain/rapidReview/meeting/window';
import type { DossierRow } from '../../domain/rapidReview/references';
import type { RapidReview } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { warningsOfCorrection } from '../../domain/rapidReview/warnings';
import type { TimetableLine } from '../../domain/timetable/timetable';
import { viewsOfWarnings, warningExample, WarningSchema } from '../cases/presentWarnings';
import { namesInCase, readCase } from '../cases/readCase';
import { sayEvent } from '../chronology/sayEvent';
import { ToldField } from '../chronology/told';
import type { ApiDeps } from '../deps';
import {
  CaseParams,
  DateField,
  ObligationKeyField,
  ReferenceField,
  strict,
  TextField,
  VersionField,
} from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { MeetingDayRestoredField, MeetingLeavesField, WindowOpensField } from '../meetings/meetingDayFields';
import { covered } from '../problems/covered';
import { ReminderMovesField } from '../reminders/reminderMoveField';
import { TeamWarningsField } from '../reminders/teamWarningsField';
import type { ActRoute } from './actOfRoute';
import { triedOut } from './dryRun';
import { askedHash, previewTag } from './previewTag';
import { whoWouldBeTold } from './whoWouldBeTold';
import { etagOf } from './writeHeaders';

const OutcomeField = Type.Object(
  { kind: Type.Enum(['met', 'missed']), due: DateField, on: Type.Optional(DateField) },
  strict,
);

const JudgedField = Type.Object(
  { key: ObligationKeyField, due: DateField, doneOn: Type.Optional(DateField) },
  strict,
);

const PreviewSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    preview: Type.String({
      description: 'Send it back in If-Match with the correction; the ETag is the same.',
    }),
    moves: Type.Array(Type.Object({ key: ObligationKeyField, was: DateField, due: DateField }, strict)),
    becomeLate: Type.Array(JudgedField, {
      description:
        'What would be missed and is not so now: what is still to be done, and what was done in time and would have been done late, with "doneOn".',
    }),
    inTimeAgain: Type.Array(JudgedField, {
      description:
        'What is missed now and would not be: what has its date ahead again, and what would have been done in time, with "doneOn".',
    }),
    restated: Type.Array(
      Type.Object({ key: ObligationKeyField, was: OutcomeField, now: Type.Optional(OutcomeField) }, strict),
      {
        description:
          'Outcomes as they stand, and as they would; open where "now" is absent (R8). One that turns from met to missed, or back, is under becomeLate or inTimeAgain as well.',
      },
    ),
    windowOpens: Type.Optional(WindowOpensField),
    meetingLeaves: Type.Optional(MeetingLeavesField),
    meetingDayRestored: Type.Optional(MeetingDayRestoredField),
    reminders: ReminderMovesField,
    teamWarnings: TeamWarningsField,
    told: Type.Array(ToldField, {
      description:
        'Who would hear of something because of it, at once or up to the next mails of 09:00: a line for each thing that somebody hears.',
    }),
    toldNoMore: Type.Array(ToldField, {
      description:
        'Who would hear of something in the next mails of 09:00, and would not because of it; or would hear it otherwise, and that is under told.',
    }),
    warnings: Type.Array(WarningSchema, {
      description:
        'What people should know that is not so now: a meeting outside its window, a year that may be mistyped.',
    }),
    chronology: Type.Array(Type.String(), {
      description: 'What the chronology would say once it is made, in order.',
    }),
  },
  {
    ...strict,
    examples: [
      {
        ...{ reference: 'RR-2026-0007', version: 16, preview: '16.9f86d081884c' },
        moves: [{ key: 'agencyReturn:AG-0003', was: '2026-04-09', due: '2026-04-08' }],
        ...{ becomeLate: [], inTimeAgain: [], restated: [] },
        reminders: [
          {
            ...{ key: 'agencyReturn:AG-0003', rung: 'oneBefore', how: 'sooner' as const },
            ...{ was: '2026-04-08', comes: '2026-04-07' },
          },
        ],
        teamWarnings: [
          {
            ...{ key: 'agencyReturn:AG-0003', workingDaysBefore: 1, how: 'sooner' as const },
            ...{ was: '2026-04-08', comes: '2026-04-07' },
          },
        ],
        told: [
          {
            ...{ who: 'agency' as const, agency: 'AG-0003', how: 'byMail' as const },
            at: '2026-04-01T11:00:00.000Z',
            about:
              'its new dates: the scoping return (Example Academy) from Thursday 9 April 2026 to Wednesday 8 April 2026',
          },
        ],
        toldNoMore: [],
        warnings: [warningExample],
        chronology: [
          'Dates moved: the scoping return (Example Academy) from Thursday 9 April 2026 to Wednesday 8 April 2026.',
        ],
      },
    ],
  },
);
type PreviewView = Static<typeof PreviewSchema>;
type Outcome = Static<typeof OutcomeField>;

const outcome = ({ kind, due, on }: { kind: Outcome['kind']; due: string; on?: string }): Outcome => ({
  ...{ kind, due },
  ...(on === undefined ? {} : { on }),
});

const viewOf = (events: readonly CaseEvent[]): Pick<PreviewView, 'moves' | 'restated'> => ({
  moves: events.flatMap((event) => (event.kind === 'DatesMoved' ? [...event.body.moves] : [])),
  restated: events.flatMap((event) => {
    if (event.kind !== 'OutcomeRestated') return [];
    const { key, was, now } = event.body;
    return [{ key, was: outcome(was), ...(now === undefined ? {} : { now: outcome(now) }) }];
  }),
});

/** What is missed on one side of it only: whether it is done already makes no difference. */
const judgedOtherwise = (
  before: RapidReview,
  after: RapidReview,
  calendar: WorkingCalendar,
): Pick<PreviewView, 'becomeLate' | 'inTimeAgain'> => {
  const linesOf = (state: RapidReview) => covered(() => timetableOfCase(state, calendar)).lines;
  const missed = new Set(linesOf(before).flatMap(({ key, status }) => (status === 'missed' ? [key] : [])));
  const judged = ({ key, due, doneOn }: TimetableLine) =>
    due === undefined ? [] : [{ key, due, ...(doneOn === undefined ? {} : { doneOn }) }];
  const lines = linesOf(after);
  return {
    becomeLate: lines.filter(({ key, status }) => status === 'missed' && !missed.has(key)).flatMap(judged),
    inTimeAgain: lines.filter(({ key, status }) => status !== 'missed' && missed.has(key)).flatMap(judged),
  };
};

/** Nothing where no clock runs, or the calendar does not reach. */
const mailsMoved = (
  { before, after }: { readonly before: RapidReview; readonly after: RapidReview },
  calendar: WorkingCalendar,
  now: Instant,
): Pick<PreviewView, 'reminders' | 'teamWarnings'> => {
  if (before.status !== 'open' || after.status !== 'open') return { reminders: [], teamWarnings: [] };
  const moved = ifCovered(() => ({
    reminders: [...remindersMoved({ state: before, calendar }, { state: after, calendar }, now)],
    teamWarnings: [...warningsMoved({ facts: before, calendar }, { facts: after, calendar }, now)],
  }));
  return moved ?? { reminders: [], teamWarnings: [] };
};

/** Of the meeting that stands; nothing where its day lies as right or as wrong as before. */
const meetingDayOf = (
  { before, after }: { readonly before: RapidReview; readonly after: RapidReview },
  calendar: WorkingCalendar,
): Pick<PreviewView, 'meetingLeaves' | 'meetingDayRestored'> => {
  if (after.status !== 'open') return {};
  const changed = ifCovered(() =>
    meetingDayChanged({ state: before, calendar }, { state: after, calendar }, false),
  );
  if (changed === undefined) return {};
  if (changed.kind === 'MeetingOutsideWindow') {
    const { meeting: _, ...leaves } = changed.body;
    return { meetingLeaves: leaves };
  }
  const { meeting: _, ...restored } = changed.body;
  return { meetingDayRestored: restored };
};

const windowOf = (
  { before, after }: { readonly before: RapidReview; readonly after: RapidReview },
  calendar: WorkingCalendar,
): Pick<PreviewView, 'windowOpens'> => {
  if (before.status !== 'open' || after.status !== 'open') return {};
  const windowOpens = ifCovered(() =>
    windowOpensAnew({ facts: before, calendar }, { facts: after, calendar }),
  );
  return windowOpens === undefined ? {} : { windowOpens };
};

const PREVIEW = 'preview';
const NO_TEXT = () => Promise.resolve(PREVIEW as DossierRow);

/** The same form, with its examples: why it is corrected may be said here as well, or only with the correction itself. */
const reasonLeftOpen = ({
  properties,
  examples = [],
}: TObject & { readonly examples?: readonly object[] }) => {
  const { reason: _, ...rest } = properties;
  const reason = Type.Optional(
    Type.String({
      ...TextField(),
      description:
        'must not be blank where it is given; it belongs to the correction itself, and is neither kept nor looked at here',
    }),
  );
  const examplesOfRest = examples.map((example) =>
    Object.fromEntries(Object.entries(example).filter(([field]) => field !== 'reason')),
  );
  return Type.Object({ ...rest, reason }, { ...strict, examples: examplesOfRest });
};

/** Beside the route of the act itself, under its address and `/preview`: with the reason or without, and without a key. */
export const previewRoute = <B extends TObject, P extends TObject>(
  app: TypedApp,
  deps: ApiDeps,
  route: ActRoute<B, P>,
): void => {
  const { path, permission, tag, summary, body } = route;
  app.route({
    method: 'POST',
    url: `/cases/:reference${path}/preview`,
    config: { permission },
    schema: {
      summary: `See what it would do: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
      description:
        'Which dates would move, what would become late or be in time again, which outcomes would be restated, whether the meeting would leave its window or be in it again, which reminders to agencies and warnings to the team would come at another time, who would be told. Nothing is changed. Send the ETag back in If-Match with the correction: it is refused without, and when the case has changed since.',
      tags: [tag],
      security,
      params: route.params ?? CaseParams,
      body: reasonLeftOpen(body),
      response: { 200: PreviewSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(deps.records, (request.params as { reference: string }).reference);
      const { state, calendar } = folded;
      // The validator has checked both against these very schemas.
      const given = { body: request.body as Static<B>, params: request.params as Static<P> };
      const reserved = { commandId: PREVIEW, firstAskedAt: request.arrivedAt, fresh: true };
      const act = await route.act({
        ...given,
        ...{ reference: state.reference, request, write: NO_TEXT, reserved },
      });
      const now = deps.now();
      const decided = await triedOut(deps, request, reserved, folded, act, now);
      // What time has brought until now comes with it, and is not the correction's doing.
      const events = decided.filter(({ commandId }) => commandId === PREVIEW);
      const passed = decided.filter(({ commandId }) => commandId !== PREVIEW);
      const before = fold(passed, state);
      const after = fold(events, before);
      const name = await namesInCase(deps.records, folded);
      const preview = previewTag(state.version, askedHash(path, given.params, given.body));
      void reply.header('etag', etagOf(preview));
      return {
        ...{ reference: state.reference, version: state.version, preview },
        ...viewOf(events),
        ...windowOf({ before, after }, calendar),
        ...meetingDayOf({ before, after }, calendar),
        ...mailsMoved({ before, after }, calendar, now),
        ...judgedOtherwise(before, after, calendar),
        ...whoWouldBeTold({ before, after, events, calendar, now }, name),
        warnings: await viewsOfWarnings(deps.records, warningsOfCorrection(before, after, events, calendar)),
        chronology: events.map((event) => sayEvent(event, name)),
      };
    },
  });
};
