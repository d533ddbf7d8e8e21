// What a correction would do, asked before it is made: the very rules on the case as it is recorded, with what they would
// establish in words. Nothing is changed; the version that it rests on goes back in If-Match with the correction itself.

import { Type, type Static, type TObject } from 'typebox';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { movesToTell } from '../../domain/rapidReview/clock/moves';
import { decide } from '../../domain/rapidReview/decide';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { fold } from '../../domain/rapidReview/evolve';
import type { DossierRow } from '../../domain/rapidReview/references';
import { contactsFor } from '../../domain/rapidReview/reminders/reach';
import type { RapidReview } from '../../domain/rapidReview/state';
import { namesInCase, readCase } from '../cases/readCase';
import { sayEvent } from '../chronology/sayEvent';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseParams, DateField, ReferenceField, strict, VersionField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problemOfRejection } from '../problems/rejectionProblems';
import type { ActRoute } from './actOfRoute';
import { askedBy } from './caseWriter';
import { etagOf, expectedVersionOf } from './writeHeaders';

const KeyField = Type.String({ description: 'The key of the obligation, such as agencyReturn:AG-0003.' });
const OutcomeField = Type.Object(
  { kind: Type.Enum(['met', 'missed']), due: DateField, on: Type.Optional(DateField) },
  strict,
);

const PreviewSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    moves: Type.Array(Type.Object({ key: KeyField, was: DateField, due: DateField }, strict)),
    becomeLate: Type.Array(Type.Object({ key: KeyField, due: DateField }, strict)),
    inTimeAgain: Type.Array(Type.Object({ key: KeyField, due: DateField }, strict)),
    restated: Type.Array(
      Type.Object({ key: KeyField, was: OutcomeField, now: Type.Optional(OutcomeField) }, strict),
      { description: 'Outcomes as they stand, and as they would; open where "now" is absent (R8).' },
    ),
    told: Type.Array(Type.Object({ agency: AgencyIdField, how: Type.Enum(['byMail', 'inPerson']) }, strict), {
      description:
        'Agencies that hear of new dates, at once or at the next 09:00; in person where nobody there can be mailed.',
    }),
    inWords: Type.Array(Type.String(), { description: 'What would be recorded, in order.' }),
  },
  {
    ...strict,
    examples: [
      {
        ...{ reference: 'RR-2026-0007', version: 16 },
        moves: [{ key: 'agencyReturn:AG-0003', was: '2026-04-09', due: '2026-04-08' }],
        ...{
          becomeLate: [],
          inTimeAgain: [],
          restated: [],
          told: [{ agency: 'AG-0003', how: 'byMail' as const }],
        },
        inWords: [
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

/** Dates of agencies that the correction itself has moved. */
const movedIn = (events: readonly CaseEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) =>
      event.kind === 'DatesMoved' && event.body.toTell !== undefined
        ? event.body.moves.map(({ key }) => key)
        : [],
    ),
  );

/**
 * At once, or at the next 09:00 as the case would then stand: a date that is back where the agency was told it is told to
 * nobody. Whoever waits to hear of an earlier move alone is not told because of the correction.
 */
const toldBy = (
  events: readonly CaseEvent[],
  after: RapidReview,
  calendar: WorkingCalendar,
): PreviewView['told'] => {
  if (after.status !== 'open') return [];
  const atOnce = events.flatMap((event) => (event.kind === 'AgencyToldOfDates' ? [event.body.agency] : []));
  const moved = movedIn(events);
  const later = movesToTell(after, calendar).flatMap(({ key, agency }) => (moved.has(key) ? [agency] : []));
  return [...new Set([...atOnce, ...later])].map((agency) => ({
    agency,
    how: contactsFor(after, agency).length > 0 ? 'byMail' : 'inPerson',
  }));
};

const viewOf = (
  events: readonly CaseEvent[],
): Omit<PreviewView, 'reference' | 'version' | 'inWords' | 'told'> => ({
  moves: events.flatMap((event) => (event.kind === 'DatesMoved' ? [...event.body.moves] : [])),
  becomeLate: events.flatMap((event) =>
    event.kind === 'ObligationMissed' ? [{ key: event.body.key, due: event.body.due }] : [],
  ),
  inTimeAgain: events.flatMap((event) =>
    event.kind === 'ObligationReinstated' ? [{ key: event.body.key, due: event.body.due }] : [],
  ),
  restated: events.flatMap((event) => {
    if (event.kind !== 'OutcomeRestated') return [];
    const { key, was, now } = event.body;
    return [{ key, was: outcome(was), ...(now === undefined ? {} : { now: outcome(now) }) }];
  }),
});

const PREVIEW = 'preview';
const NO_TEXT = () => Promise.resolve(PREVIEW as DossierRow);

/** The same form, with its examples. */
const withoutReason = ({
  properties,
  examples = [],
}: TObject & { readonly examples?: readonly object[] }) => {
  const { reason: _, ...rest } = properties;
  const examplesOfRest = examples.map((example) =>
    Object.fromEntries(Object.entries(example).filter(([field]) => field !== 'reason')),
  );
  return Type.Object(rest, { ...strict, examples: examplesOfRest });
};

/** Beside the route of the act itself, under its address and `/preview`: without the reason, and without a key. */
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
        'Which dates would move, what would become late or be in time again, which outcomes would be restated, who would be told. Nothing is changed. Send the version back in If-Match with the correction: it is refused without, and when the case has changed since.',
      tags: [tag],
      security,
      params: route.params ?? CaseParams,
      body: withoutReason(body),
      response: { 200: PreviewSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(deps.records, (request.params as { reference: string }).reference);
      const { state, calendar } = folded;
      // The validator has checked both against these very schemas.
      const given = { body: request.body as Static<B>, params: request.params as Static<P> };
      const act = await route.act({
        ...given,
        ...{ reference: state.reference, request: request, write: NO_TEXT },
        reserved: { commandId: PREVIEW, firstAskedAt: request.arrivedAt, fresh: true },
      });
      const expectedVersion = expectedVersionOf(request);
      const asked = {
        ...askedBy(request, {
          commandId: PREVIEW,
          firstAskedAt: request.arrivedAt,
          fresh: true,
        }),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      };
      const decision = decide(state, { ...act, asked }, calendar, deps.now());
      if (!decision.ok) throw problemOfRejection(decision.rejection, act.kind);
      // What time has brought until now comes with it, and is not the correction's doing.
      const events = decision.events.filter(({ commandId }) => commandId === PREVIEW);
      const name = await namesInCase(deps.records, folded);
      void reply.header('etag', etagOf(state.version));
      return {
        reference: state.reference,
        version: state.version,
        ...viewOf(events),
        told: toldBy(events, fold(decision.events, state), calendar),
        inWords: events.map((event) => sayEvent(event, name)),
      };
    },
  });
};
