// POST /cases: logs a referral. The reference is reserved first, so that a repeat meets the same case; particulars and
// texts go to the dossier before the workflow hears of anything.

import type { FastifyRequest } from 'fastify';
import { yearIn } from '../../domain/calendar/civilDate';
import { parseInstant, type Instant } from '../../domain/calendar/instant';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { TimestampName } from '../../domain/policy/policyProfile';
import { currentProfile, newestProfile } from '../../domain/policy/profiles';
import { decide } from '../../domain/rapidReview/decide';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import { noCase, type CaseReference } from '../../domain/rapidReview/state';
import type { DossierText } from '../../records/records';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { ApiDeps } from '../deps';
import { problems, security, type TypedApp } from '../http/typedApp';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import { identityOf } from '../permissions/guard';
import { outageProblems } from '../problems/outageProblems';
import { problem } from '../problems/problem';
import type { OpenCaseCommand } from '../writing/caseGateway';
import { askedBy, onlyTried, writingTexts, writtenBy, type WritingTexts } from '../writing/caseWrite';
import { RECORDED_WITHIN_MS, settle } from '../writing/caseWriter';
import { narrowAnswer } from '../writing/narrowAnswer';
import { problemOfRefusal } from '../writing/problemOfRefusal';
import { reserveWrite } from '../writing/reserveWrite';
import {
  answerFromRecords,
  WriteAnswerSchema,
  writeHeadersOf,
  type WriteAnswer,
} from '../writing/writeAnswer';
import { idempotencyKeyOf, WriteHeaders } from '../writing/writeHeaders';
import { mustBeBirthDates } from './birthDates';
import { mayBeEpisode, otherCaseIsKnown } from './otherCase';
import { OpenCaseSchema, type OpenCaseBody } from './openCaseSchema';

/** The schema has checked the form; this reads it. */
export const instantOf = (text: string): Instant => {
  const at = parseInstant(text);
  if (at === undefined) throw new RangeError('an instant that the schema let through cannot be read');
  return at;
};

type Timestamps = OpenCaseCommand['timestamps'];
export const timestampsOf = (given: OpenCaseBody['timestamps'] = {}): Timestamps =>
  Object.fromEntries(Object.entries(given).map(([name, at]) => [name as TimestampName, instantOf(at)]));

type Undefinable<T> = { readonly [K in keyof T]: T[K] | undefined };

/** Every particular that is given, under a field of its own. */
export const particularsOf = ({
  referrer,
  incidentSummary,
  children = [],
}: Undefinable<Pick<OpenCaseBody, 'referrer' | 'incidentSummary' | 'children'>>): readonly Pick<
  DossierText,
  'field' | 'kind' | 'content'
>[] => [
  ...(referrer === undefined ? [] : [{ field: 'referrer', kind: 'referrer', content: referrer } as const]),
  ...(incidentSummary === undefined
    ? []
    : [{ field: 'incident', kind: 'incident', content: incidentSummary } as const]),
  ...children.map((child, index) => ({
    field: `child-${index + 1}`,
    kind: 'childParticulars' as const,
    content: child,
  })),
];

const receivedAtOf = ({ receivedAt }: OpenCaseBody, asked: Instant): Instant =>
  receivedAt === undefined ? asked : instantOf(receivedAt);

const otherCases = ({
  episodeOf,
  maybeDuplicateOf,
}: OpenCaseBody): Pick<OpenCaseCommand, 'episodeOf' | 'maybeDuplicateOf'> => ({
  ...(episodeOf === undefined ? {} : { episodeOf: episodeOf as CaseReference }),
  ...(maybeDuplicateOf === undefined ? {} : { maybeDuplicateOf: maybeDuplicateOf as CaseReference }),
});

const commandOf = async (
  body: OpenCaseBody,
  { request, reference, reserved, write }: WritingTexts,
): Promise<OpenCaseCommand> => {
  const { lateLoggingReason: reason } = body;
  return {
    kind: 'openCase',
    reference,
    nature: body.nature,
    profile: (body.profile === undefined ? undefined : newestProfile(body.profile)) ?? currentProfile,
    rulesVersion: RULES_VERSION,
    receivedAt: receivedAtOf(body, reserved.firstAskedAt),
    timestamps: timestampsOf(body.timestamps),
    agencies: body.agencies ?? [],
    // The one text that the command names.
    ...(reason === undefined ? {} : { lateLoggingReason: await write('late-logging', 'reason', reason) }),
    ...otherCases(body),
    asked: askedBy({ request, reserved }),
  };
};

/** Stands for what a referral gets once it is reserved. */
const NO_NUMBER = 'RR-0000-0000' as CaseReference;

/**
 * What the rules refuse is refused before a number is taken or anything is written, so that it leaves no trace; the case itself still
 * decides. A repeat of what was accepted goes on, and is answered as it was then, whatever the rules would say now.
 */
const mustBeOpenable = async (
  deps: ApiDeps,
  request: FastifyRequest,
  body: OpenCaseBody,
  calendar: WorkingCalendar,
): Promise<void> => {
  const command = await commandOf(body, onlyTried({ request, reference: NO_NUMBER }));
  const decision = decide(noCase, command, calendar, deps.now());
  if (decision.ok) return;
  const asked = { caller: identityOf(request).actor, key: idempotencyKeyOf(request) };
  if (await deps.records.reservations.knows(asked)) return;
  throw await problemOfRefusal(deps, { request, reference: NO_NUMBER }, decision.rejection, 'openCase');
};

const recordedSoon = async (
  { records, recordedWithinMs = RECORDED_WITHIN_MS }: ApiDeps,
  reference: CaseReference,
  commandId: string,
): Promise<WriteAnswer> => {
  await records.events.waitForVersion(reference, 1, recordedWithinMs);
  const answer = await answerFromRecords(records, reference, commandId);
  if (answer === undefined) throw problem(outageProblems.recordsAway, {});
  return answer;
};

const openCase = async (deps: ApiDeps, request: FastifyRequest, body: OpenCaseBody): Promise<WriteAnswer> => {
  const { records } = deps;
  idempotencyKeyOf(request);
  mustBeBirthDates(body.children, request.arrivedAt);
  await agenciesInRegister(records, body.agencies ?? [], '/agencies');
  for (const [field, reference] of Object.entries(otherCases(body)))
    await otherCaseIsKnown(records, reference, `/${field}`);
  const { episodeOf } = otherCases(body);
  if (episodeOf !== undefined) await mayBeEpisode(records, episodeOf, receivedAtOf(body, request.arrivedAt));
  const calendar = await deps.calendar();
  await records.snapshots.put(calendar);
  await mustBeOpenable(deps, request, body, await records.snapshots.calendarOf(calendar.version));
  const reserved = await reserveWrite(records, request, {
    opensYear: yearIn(londonDayAt(request.arrivedAt)),
  });
  const { reference, commandId } = reserved;
  if (reference === undefined) throw new Error('no reference was reserved');
  const before = reserved.fresh ? undefined : await answerFromRecords(records, reference, commandId);
  if (before !== undefined) return before;

  const write = { request, reference, reserved };
  const written = writtenBy(write);
  await records.dossier.putFirst(
    reference,
    particularsOf(body).map((text) => ({ ...text, ...written })),
  );
  const command = await commandOf(body, writingTexts(deps, write));
  const answer = await deps.cases.open(command, calendar);
  // Nobody dated it: the API's own clock is ahead of the workflow's.
  if (
    answer.kind === 'refused' &&
    answer.rejection.code === 'ReceivedInFuture' &&
    body.receivedAt === undefined
  )
    throw problem(outageProblems.clocksDisagree, {});
  // A case that has ended runs on, so this one was terminated after an earlier try had opened it: the records have it, or soon will.
  if (answer.kind === 'notRunning') return recordedSoon(deps, reference, commandId);
  return settle(deps, write, 'openCase', answer);
};

export const openCaseRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/cases',
    config: { permission: 'logReferral' },
    schema: {
      summary: 'Log a referral',
      description:
        'Opens a case and starts its clock; a death notified without suspected abuse or neglect is recorded, and no clock runs. The answer carries the timetable, for those who may read cases.',
      tags: ['cases'],
      security,
      headers: WriteHeaders,
      body: OpenCaseSchema,
      response: {
        201: WriteAnswerSchema({
          version: 4,
          events: ['CaseOpened', 'TimestampRecorded', 'AgencyIdentified', 'AgencyIdentified'],
        }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const answer = await openCase(deps, request, request.body);
      void reply.code(201).header('location', `/cases/${answer.reference}`).headers(writeHeadersOf(answer));
      return narrowAnswer(request, { permission: 'logReferral' }, answer);
    },
  });
};
