// POST /cases/:reference/returns/:agency and /records-secured/:agency: what an agency answers, and that it has secured its
// records. The team records what came any other way; an agency's own contact says it for itself, as of today.

import type { FastifyRequest } from 'fastify';
import type { TObject } from 'typebox';
import type {
  CorrectRecordsSecured,
  RecordRecordsSecured,
  RecordReturn,
} from '../../domain/rapidReview/returns/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams } from '../fields/fields';
import { DayOrMistakeSchema, dayPutRight } from '../fields/recordedByMistake';
import type { TypedApp } from '../http/typedApp';
import { onlyAgency } from '../permissions/guard';
import { ownAgencyOnly } from '../permissions/ownAgency';
import { inBody, problem, type FieldError } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import type { ActGiven, ActRequested } from '../writing/actOfRoute';
import { actRoute, dayOf } from '../writing/actRoute';
import type { ActBody, WriteText, WritingTexts } from '../writing/caseWrite';
import { mustBeTakeable } from '../writing/dryRun';
import { idempotencyKeyOf } from '../writing/writeHeaders';
import { mustSaySomething } from './answerInWords';
import { mustTakeMoreParts } from './partsOfAnswer';
import { ReturnSchema, SecuredSchema } from './returnBodies';
import { returnProblems } from './returnProblems';

interface SaidWhen {
  readonly how?: string;
  readonly on?: string;
}

type Requested<B extends TObject> = ActRequested<B, typeof CaseAgencyParams>;
type Given<B extends TObject> = ActGiven<B, typeof CaseAgencyParams>;

/** An agency cannot say of itself that it answered sooner, or another way than it does. */
const asOfNow = (request: FastifyRequest, body: SaidWhen): void => {
  if (!onlyAgency(request, 'recordReturn').limited) return;
  const said = (['how', 'on'] as const).filter((field) => body[field] !== undefined);
  if (said.length === 0) return;
  throw problem(
    requestProblems.saidByTheService,
    {},
    said.map((field): FieldError => ({ in: 'body', pointer: `/${field}`, detail: 'is noted by itself' })),
  );
};

interface AskInstead {
  readonly agency?: string;
  readonly name?: string;
}

/** It would have answered, and nobody would be asked. */
const notItself = (agency: string, { agency: instead }: AskInstead = {}): void => {
  if (instead !== agency) return;
  throw problem(
    returnProblems.agencyNamesItself,
    { agency: agency as AgencyId },
    inBody('/askInstead/agency', 'is the agency that answers'),
  );
};

interface Answered extends Pick<RecordReturn, 'answer' | 'how'> {
  readonly on?: string;
  readonly content?: string;
  readonly by?: string;
  readonly askInstead?: AskInstead;
}

/** Its texts go into the dossier first. */
export const returnOf = async (
  deps: ApiDeps,
  agency: AgencyId,
  { answer, how, on, content, by, askInstead }: Answered,
  { write, reserved, reference }: WritingTexts,
): Promise<RecordReturn> => {
  if (answer === 'partial') await mustTakeMoreParts(deps, reference, agency);
  return {
    kind: 'recordReturn',
    agency,
    answer,
    how,
    on: dayOf(on, reserved),
    ...(await askInsteadOf(deps, askInstead, write)),
    ...(content === undefined ? {} : { content: await write('content', 'return', content) }),
    ...(by === undefined ? {} : { by: await write('by', 'note', by) }),
  };
};

interface SaidSecured {
  readonly on?: string;
  readonly by?: string;
  readonly paper: boolean;
  readonly electronic: boolean;
  readonly locked: boolean;
}

export const securedOf = async (
  agency: AgencyId,
  { on, by, paper, electronic, locked }: SaidSecured,
  { write, reserved }: WritingTexts,
): Promise<RecordRecordsSecured> => ({
  kind: 'recordRecordsSecured',
  agency,
  on: dayOf(on, reserved),
  secured: { paper, electronic, locked },
  ...(by === undefined ? {} : { by: await write('by', 'note', by) }),
});

const askInsteadOf = async (
  { records }: ApiDeps,
  given: AskInstead | undefined,
  write: WriteText,
): Promise<Pick<RecordReturn, 'askInstead'>> => {
  if (given?.agency !== undefined) {
    await agenciesInRegister(records, [given.agency], '/askInstead/agency');
    return { askInstead: { agency: given.agency as AgencyId } };
  }
  if (given?.name === undefined) return {};
  return { askInstead: { named: await write('ask-instead', 'note', given.name) } };
};

export const recordReturnsRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const common = {
    permission: 'recordReturn',
    narrowsToOwnAgency: true,
    tag: 'returns',
    params: CaseAgencyParams,
  } as const;
  const admit = async ({
    request,
    reference,
    params,
    body,
  }: Requested<typeof ReturnSchema> | Requested<typeof SecuredSchema>): Promise<void> => {
    await ownAgencyOnly(deps.records, request, 'recordReturn', { reference, agency: params.agency });
    asOfNow(request, body);
  };
  /** By its account as by its link: what would be refused of the agency is kept nowhere. */
  const tried = async <B extends TObject>(
    given: Requested<B>,
    act: (given: Given<B>) => Promise<ActBody>,
  ): Promise<void> => {
    const { request } = given;
    if (onlyAgency(request, 'recordReturn').limited)
      await mustBeTakeable(deps, given, idempotencyKeyOf(request), (write) => act({ ...given, ...write }));
  };
  const returned = ({ body, params, ...write }: Given<typeof ReturnSchema>) =>
    returnOf(deps, params.agency, { ...body, how: body.how ?? 'api' }, write);
  const secured = ({ body, params, ...write }: Given<typeof SecuredSchema>) =>
    securedOf(params.agency, body, write);

  actRoute(app, deps, {
    ...common,
    path: '/returns/:agency',
    summary: 'Record the answer of an agency',
    description:
      'Each answer is a version of its own, and none is overwritten. One that is full or partial has content, or says in how that it came another way. Late ones are taken too, even after the case has ended.',
    body: ReturnSchema,
    example: { version: 18, events: ['ReturnReceived', 'ObligationMet', 'ObligationMet'] },
    admit: async (given) => {
      await admit(given);
      const { params, body, request } = given;
      const byItself = onlyAgency(request, 'recordReturn').limited;
      mustSaySomething(params.agency, body, { byItself });
      notItself(params.agency, body.askInstead);
      await tried(given, returned);
    },
    act: returned,
  });

  actRoute(app, deps, {
    ...common,
    path: '/records-secured/:agency',
    summary: 'Record that an agency has secured its records',
    description:
      'Paper and electronic, and whether they are locked (C4). May be said before the template goes.',
    body: SecuredSchema,
    example: { version: 16, events: ['RecordsSecured', 'ObligationMet'] },
    admit: async (given) => {
      await admit(given);
      await tried(given, secured);
    },
    act: secured,
  });

  actRoute(app, deps, {
    tag: 'returns',
    permission: 'correctReturn',
    params: CaseAgencyParams,
    path: '/records-secured/:agency/corrections',
    previewed: true,
    summary: 'Correct the day on which an agency secured its records, or take it back',
    description:
      'For a day that was recorded wrongly, or records that are not secured. The original stays in the chronology; the outcome is restated (R8).',
    body: DayOrMistakeSchema,
    example: { version: 19, events: ['RecordsSecuredCorrected', 'OutcomeRestated'] },
    act: async ({ body, params, write }): Promise<CorrectRecordsSecured> => ({
      kind: 'correctRecordsSecured',
      agency: params.agency,
      ...(await dayPutRight(body, write)),
    }),
  });
};
