// What a correction would do, asked before it is made: the very rules on the case as it is recorded, with what they would
// establish in words. Nothing is changed; its ETag goes back in If-Match with the correction itself.

import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static, type TObject } from 'typebox';
import type { Instant } from '../../domain/calendar/instant';
import { ifCovered, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { linesMoved } from '../../domain/rapidReview/clock/lineMoves';
import { remindersMoved } from '../../domain/rapidReview/clock/reminderMoves';
import { warningsMoved } from '../../domain/rapidReview/clock/warningMoves';
import { meetingDayChanged } from '../../domain/rapidReview/consequences';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import { windowOpensAnew } from '../../domain/rapidReview/meeting/window';
import type { Counted, OpenCase, RapidReview } from '../../domain/rapidReview/state';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import { warningsOfCorrection } from '../../domain/rapidReview/warningsOfCorrection';
import type { TimetableLine } from '../../domain/timetable/timetable';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { viewsOfWarnings } from '../cases/presentWarnings';
import { namesInCase, readCase } from '../cases/readCase';
import { sayEvent } from '../chronology/sayEvent';
import type { ApiDeps } from '../deps';
import { CaseParams, strict, TextOf } from '../fields/fields';
import { textAnswer } from '../http/textAnswer';
import { problems, security, type TypedApp } from '../http/typedApp';
import { newlyBeside } from '../localDays/besideDates';
import { covered } from '../problems/covered';
import type { ActRoute } from './actOfRoute';
import { onlyTried, TRIED } from './caseWrite';
import { triedOut } from './dryRun';
import { previewPage } from './previewPage';
import { previewExample, PreviewSchema, type Outcome, type PreviewView } from './previewSchema';
import { askedHash, previewTag } from './previewTag';
import { refuseByMistake } from './takenBackElsewhere';
import { whoWouldBeTold } from './whoWouldBeTold';
import { etagOf } from './writeHeaders';

const outcome = ({ kind, due, on }: { kind: Outcome['kind']; due: string; on?: string }): Outcome => ({
  kind,
  due,
  ...(on === undefined ? {} : { on }),
});

/** `lines`: the timetable as it would be. */
const viewOf = (
  events: readonly CaseEvent[],
  lines: readonly TimetableLine[],
): Pick<PreviewView, 'moves' | 'restated'> => ({
  moves: events.flatMap((event) => (event.kind === 'DatesMoved' ? [...event.body.moves] : [])),
  restated: events.flatMap((event): PreviewView['restated'] => {
    if (event.kind !== 'OutcomeRestated') return [];
    const { key, was, now, lapsed } = event.body;
    if (now !== undefined) return [{ key, was: outcome(was), now: outcome(now) }];
    if (lapsed === true) return [{ key, was: outcome(was), lapsed }];
    const due = lines.find((line) => line.key === key)?.due;
    return [{ key, was: outcome(was), ...(due === undefined ? {} : { due }) }];
  }),
});

/** What has a date among these lines, and none among the others. */
const datedHereAlone = (
  here: readonly TimetableLine[],
  others: readonly TimetableLine[],
): PreviewView['owedNoMore'] => {
  const dated = new Set(others.flatMap(({ key, due }) => (due === undefined ? [] : [key])));
  return here.flatMap(({ key, due }) => (due === undefined || dated.has(key) ? [] : [{ key, due }]));
};

/** What is missed on one side of it only, whether it is done already or not; and what has a date on one side alone. */
const judgedOtherwise = (
  linesBefore: readonly TimetableLine[],
  lines: readonly TimetableLine[],
): Pick<PreviewView, 'becomeLate' | 'inTimeAgain' | 'owedNoMore' | 'newlyOwed'> => {
  const missed = new Set(linesBefore.flatMap(({ key, status }) => (status === 'missed' ? [key] : [])));
  const judged = ({ key, due, doneOn }: TimetableLine) =>
    due === undefined ? [] : [{ key, due, ...(doneOn === undefined ? {} : { doneOn }) }];
  return {
    // What is done nobody owes.
    newlyOwed: datedHereAlone(
      lines.filter(({ doneOn }) => doneOn === undefined),
      linesBefore,
    ),
    owedNoMore: datedHereAlone(linesBefore, lines),
    becomeLate: lines.filter(({ key, status }) => status === 'missed' && !missed.has(key)).flatMap(judged),
    inTimeAgain: lines.filter(({ key, status }) => status !== 'missed' && missed.has(key)).flatMap(judged),
  };
};

interface Sides {
  readonly before: Counted<OpenCase>;
  readonly after: Counted<OpenCase>;
}

/** Nothing where no clock runs on either side. */
const openSides = (before: RapidReview, after: RapidReview, calendar: WorkingCalendar): Sides | undefined =>
  before.status === 'open' && after.status === 'open'
    ? { before: { state: before, calendar }, after: { state: after, calendar } }
    : undefined;

const NO_MAILS = { reminders: [], teamWarnings: [], teamLines: [] };

/** Nothing where the calendar does not reach. */
const mailsMoved = (
  { before, after }: Sides,
  now: Instant,
): Pick<PreviewView, 'reminders' | 'teamWarnings' | 'teamLines'> =>
  ifCovered(() => ({
    reminders: [...remindersMoved(before, after, now)],
    teamLines: [...linesMoved(before, after, now)],
    teamWarnings: [...warningsMoved(before, after, now)],
  })) ?? NO_MAILS;

/** Of the meeting that stands; nothing where its day lies as right or as wrong as before. */
const meetingDayOf = (
  before: RapidReview,
  after: RapidReview,
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

const windowOf = ({ before, after }: Sides): Pick<PreviewView, 'windowOpens'> => {
  const windowOpens = ifCovered(() => windowOpensAnew(before, after));
  return windowOpens === undefined ? {} : { windowOpens };
};

/** The same form, with its examples: why it is corrected may be said here as well, or only with the correction itself. */
const reasonLeftOpen = ({
  properties,
  examples = [],
}: TObject & { readonly examples?: readonly object[] }) => {
  const { reason: _, ...rest } = properties;
  const examplesOfRest = examples.map((example) =>
    Object.fromEntries(Object.entries(example).filter(([field]) => field !== 'reason')),
  );
  return Type.Object(
    { ...rest, reason: TextOf('the correction itself') },
    { ...strict, examples: examplesOfRest },
  );
};

interface Previewed {
  readonly view: PreviewView;
  readonly name: NameAgency;
}

const pageExample = previewPage(previewExample, (agency) => agency);

/** Beside the route of the act itself, under its address and `/preview`, and the same as .txt: with the reason or without, and without a key. */
export const previewRoute = <B extends TObject, P extends TObject>(
  app: TypedApp,
  deps: ApiDeps,
  route: ActRoute<B, P>,
): void => {
  const { path, permission, tag, summary, body } = route;
  const config = { permission, previewed: true } as const;
  const common = { tags: [tag], security, params: route.params ?? CaseParams, body: reasonLeftOpen(body) };

  const previewed = async (request: FastifyRequest, reply: FastifyReply): Promise<Previewed> => {
    const folded = await readCase(deps.records, (request.params as { reference: string }).reference);
    const { state, calendar } = folded;
    // The validator has checked both against these very schemas.
    const given = { body: request.body as Static<B>, params: request.params as Static<P> };
    const tried = onlyTried({ request, reference: state.reference });
    const act = await route.act({ ...given, ...tried });
    const now = deps.now();
    const decided = await triedOut(deps, tried, folded, act, now);
    // What time has brought until now comes with it, and is not the correction's doing.
    const events = decided.filter(({ commandId }) => commandId === TRIED);
    const passed = decided.filter(({ commandId }) => commandId !== TRIED);
    const before = fold(passed, state);
    const after = fold(events, before);
    const name = await namesInCase(deps.records, folded);
    const sided = (of: RapidReview) => ({
      state: of,
      timetable: covered(() => timetableOfCase(of, calendar)),
    });
    const sides = { before: sided(before), after: sided(after) };
    const { lines } = sides.after.timetable;
    const open = openSides(before, after, calendar);
    const preview = previewTag(state.version, askedHash(path, given.params, given.body));
    void reply.header('etag', etagOf(preview));
    const view = {
      reference: state.reference,
      version: state.version,
      preview,
      ...viewOf(events, lines),
      ...(open === undefined ? {} : windowOf(open)),
      ...meetingDayOf(before, after, calendar),
      ...(open === undefined ? NO_MAILS : mailsMoved(open, now)),
      ...judgedOtherwise(sides.before.timetable.lines, lines),
      ...whoWouldBeTold({ before, after, events, calendar, now }, name),
      warnings: await viewsOfWarnings(deps.records, warningsOfCorrection(before, after, events, calendar)),
      localDays: [...(await newlyBeside(deps.records, folded, sides, name))],
      chronology: events.map((event) => sayEvent(event, name)),
    };
    return { view, name };
  };

  app.route({
    method: 'POST',
    url: `/cases/:reference${path}/preview`,
    config,
    ...refuseByMistake(route),
    schema: {
      ...common,
      summary: `See what it would do: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
      description:
        'Which dates would move, what would become late or be in time again, which outcomes would be restated, whether the meeting would leave its window or be in it again, which reminders to agencies, warnings to the team and other lines of its mails would come at another time, who would be told. Nothing is changed. Send the ETag back in If-Match with the correction: it is refused without, and when the case has changed since.',
      response: { 200: PreviewSchema, ...problems },
    },
    handler: async (request, reply) => (await previewed(request, reply)).view,
  });

  app.route({
    method: 'POST',
    url: `/cases/:reference${path}/preview.txt`,
    config,
    ...refuseByMistake(route),
    schema: {
      ...common,
      summary: 'The same as a page to read',
      description: 'A table of what would move, who would hear of it, and what the chronology would say.',
      response: { 200: textAnswer('text/plain', 'A page of text', pageExample), ...problems },
    },
    handler: async (request, reply) => {
      const { view, name } = await previewed(request, reply);
      void reply.type('text/plain; charset=utf-8');
      return reply.send(previewPage(view, name));
    },
  });
};
