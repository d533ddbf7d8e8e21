// POST /calendar-changes: somebody who may accepts a change that they have previewed. The days asked for enter the ledger, and
// every open case is brought to the calendar as it then is. What is refused changes nothing.

import type { FastifyRequest } from 'fastify';
import { propose, type ChangeAsked, type Proposal } from '../../domain/calendarChange/proposal';
import type { Ledger } from '../../domain/holidayLedger/ledger';
import { londonDayAt } from '../../platform/holidays/londonOffsets';
import type { CalendarChange } from '../../records/records';
import type { ApiDeps } from '../deps';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { inBody, problem, type FieldError, type Problem } from '../problems/problem';
import { bringToCases } from '../writing/bringToCases';
import { reserveWrite } from '../writing/reserveWrite';
import { WriteHeaders } from '../writing/writeHeaders';
import { acceptedAlready } from './acceptedAlready';
import { changeProblems } from './changeProblems';
import { AcceptBody, ChangeSchema } from './changeSchemas';
import { changeView } from './presentChange';
import { askedIn, previewed, refusalOf } from './previewChange';
import { askedHash, readVersion, type PreviewBasis } from './previewVersion';

const unreadable = (): Problem =>
  problem(changeProblems.unreadable, {}, inBody('/preview', 'is the version of no preview'));

const basisOf = (version: string, asked: ChangeAsked): PreviewBasis => {
  const basis = readVersion(version);
  if (basis === undefined) throw unreadable();
  if (basis.asked !== askedHash(asked))
    throw problem(changeProblems.ofOtherDays, {}, inBody('/preview', 'is of a preview of other days'));
  return basis;
};

/** Why a preview is no longer good: it was accepted already, or the ledger and its changes have moved on. Nothing where it is. */
const staleness = async (
  { records }: ApiDeps,
  basis: PreviewBasis,
  asked: ChangeAsked,
  ledger: Ledger,
): Promise<Problem | undefined> => {
  const last = (await records.calendarChanges.last())?.number ?? 0;
  // Nothing is ever taken out of either: no preview can have seen what is not there yet.
  if (basis.facts > ledger.length || basis.changes > last) return unreadable();
  const changes = await records.calendarChanges.since(basis.changes);
  const already = acceptedAlready(basis, asked, ledger, changes);
  const after = already ?? { facts: basis.facts, number: basis.changes };
  const days = ledger.filter(({ number }) => number > after.facts).map(({ date }) => date);
  const since = {
    days: [...new Set(days)].sort(),
    changes: changes.filter(({ number }) => number > after.number),
  };
  if (already !== undefined) {
    const wasUsed = inBody('/preview', `is the one that change ${already.number} was accepted with`);
    return problem(changeProblems.alreadyAccepted, { ...already, since }, wasUsed);
  }
  if (since.days.length === 0 && since.changes.length === 0) return undefined;
  return problem(changeProblems.stale, since, inBody('/preview', 'is stale'));
};

type Refusal = 'stale' | Extract<Proposal, { readonly ok: false }>;

const bring = (deps: ApiDeps, request: FastifyRequest, { number }: CalendarChange): Promise<void> =>
  bringToCases(deps, request, {
    start: () => deps.bringCalendar?.(number),
    nobodyBehind: async () => (await deps.records.calendarChanges.casesBehind(undefined, 1)).length === 0,
    notStarted: 'the change is accepted, but is not brought to the cases at once',
    what: { change: number },
  });

interface Given {
  readonly preview: string;
  readonly authority?: string;
  readonly reason: string;
}

const AUTHORITY_MISSING = inBody(
  '/authority',
  'is missing: with days to list or withdraw, it must name what makes them holidays or undoes them',
);

const isSome = (days: unknown): boolean => Array.isArray(days) && days.length > 0;

/** Of a body that is not of its form. */
const lacksAuthority = (body: unknown): readonly FieldError[] => {
  const { list, withdraw, authority } = (typeof body === 'object' && body !== null ? body : {}) as Readonly<
    Record<string, unknown>
  >;
  return authority === undefined && (isSome(list) || isSome(withdraw)) ? AUTHORITY_MISSING : [];
};

const accept = async (
  deps: ApiDeps,
  request: FastifyRequest,
  asked: ChangeAsked,
  { preview: version, authority, reason }: Given,
): Promise<CalendarChange> => {
  const { records } = deps;
  const basis = basisOf(version, asked);
  const days = asked.list.length + asked.withdraw.length;
  if (days > 0 && authority === undefined)
    throw problem(changeProblems.authorityMissing, {}, AUTHORITY_MISSING);
  const { commandId } = await reserveWrite(records, request);
  const { arrivedAt } = request;
  const before = await records.calendarChanges.underCommand(commandId);
  if (before !== undefined) return before;
  const stale = await staleness(deps, basis, asked, await records.holidays.facts());
  if (stale !== undefined) throw stale;
  const { preview } = await previewed(deps, asked, arrivedAt);
  if (days === 0 && preview.foreseen.casesToBring === 0) throw problem(changeProblems.nothing, {});
  const act = {
    commandId,
    by: identityOf(request).actor,
    at: arrivedAt,
    reason,
    texts: { ...(authority === undefined ? {} : { authority }), reason },
  };
  const result = await records.calendarChanges.accept<Refusal>(act, ({ ledger, changes }) => {
    // Somebody may have been faster since the preview was looked at a moment ago.
    if (ledger.length !== basis.facts || changes !== basis.changes) return { refused: 'stale' };
    const proposal = propose(ledger, asked, londonDayAt(arrivedAt), arrivedAt);
    return proposal.ok
      ? { record: { drafts: proposal.drafts, foreseen: preview.foreseen } }
      : { refused: proposal };
  });
  if ('recorded' in result) return result.recorded;
  if (result.refused !== 'stale') throw await refusalOf(deps, result.refused);
  throw (
    (await staleness(deps, basis, asked, await records.holidays.facts())) ??
    problem(changeProblems.nothing, {})
  );
};

export const acceptChangeRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/calendar-changes',
    config: { permission: 'acceptCalendarChange', alsoWrong: lacksAuthority },
    schema: {
      tags: ['calendar changes'],
      security,
      headers: WriteHeaders,
      summary: 'Accept a change of the bank holidays',
      description:
        'With the version of its preview, the same days, and a reason. Every open case goes to the new calendar; dates that move are recorded with cause, before and after; each agency concerned is told once (R9). Cases opened meanwhile are included. Met obligations keep their dates.',
      body: AcceptBody,
      response: { 201: ChangeSchema, ...problems },
    },
    handler: async (request, reply) => {
      const change = await accept(deps, request, askedIn(request.body), request.body);
      await bring(deps, request, change);
      void reply.code(201).header('location', `/calendar-changes/${change.number}`);
      const last = await deps.records.calendarChanges.last();
      return changeView(deps.records, request, change, last?.number);
    },
  });
};
