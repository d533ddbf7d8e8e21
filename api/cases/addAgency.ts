// POST /cases/:reference/agencies: an agency that is found to have known the child or family. One that is not in the
// register is added to it in the same step: nothing that is reported is turned away (R22).

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { maySit } from '../../domain/policy/agencyKinds';
import type { AddAgency } from '../../domain/rapidReview/scoping/commands';
import type { AgencyId } from '../../domain/timetable/facts';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import { AgencyToAddSchema, SameNameField } from '../agencies/agencySchemas';
import { namesakesOf } from '../agencies/presentAgency';
import type { ApiDeps } from '../deps';
import { AgencyIdField, InstantField, strict, TextField, type CaseParams } from '../fields/fields';
import type { TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { instantOf } from './openCase';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import type { ActGiven } from '../writing/actOfRoute';
import { actRoute } from '../writing/actRoute';
import { dryRun } from '../writing/dryRun';
import { reserveWrite, type ReservedWrite } from '../writing/reserveWrite';

const Body = Type.Object(
  {
    agency: Type.Optional(AgencyIdField),
    newAgency: Type.Optional(AgencyToAddSchema),
    proposal: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'The number of the proposal that this settles, where another agency gave but a name.',
      }),
    ),
    identifiedAt: Type.Optional(
      Type.String({
        ...InstantField,
        description:
          'When it was found, if that is recorded only later: its request is due from then. Left out: now.',
      }),
    ),
    note: Type.Optional(TextField()),
  },
  {
    ...strict,
    description: 'Either "agency", by its id in the register, or "newAgency".',
    examples: [
      { agency: 'AG-0007', note: 'Named by the school on the telephone.' },
      {
        newAgency: {
          name: 'Example Scouts',
          kind: 'voluntary',
          contacts: [{ email: 'lead@scouts.example' }],
        },
        proposal: 17,
      },
    ],
  },
);
type Given = ActGiven<typeof Body, typeof CaseParams>;

const alsoGiven = ({
  proposal,
  identifiedAt,
}: Static<typeof Body>): Pick<AddAgency, 'proposal' | 'identifiedAt'> => ({
  ...(proposal === undefined ? {} : { proposal }),
  ...(identifiedAt === undefined ? {} : { identifiedAt: instantOf(identifiedAt) }),
});

const oneOfBoth = ({ agency, newAgency }: Static<typeof Body>): void => {
  if ((agency === undefined) !== (newAgency === undefined)) return;
  const detail = agency === undefined ? 'is missing, as newAgency is' : 'comes beside newAgency';
  throw problem(requestProblems.agencyOrNewAgency, {}, inBody('/agency', detail));
};

const seatFits = ({ newAgency }: Static<typeof Body>): void => {
  if (newAgency?.seat === undefined || maySit(newAgency.kind, newAgency.seat)) return;
  throw problem(
    requestProblems.seatNotForKind,
    { seat: newAgency.seat },
    inBody('/newAgency/seat', 'is not for an agency of this kind'),
  );
};

/** Stands for the agency until the register has given it an id. */
const NOT_YET = 'AG-0000' as AgencyId;

const registeredUnder = ({ commandId }: Pick<ReservedWrite, 'commandId'>): string => `${commandId}-agency`;

/** By the request that has put it there. */
const registered = new WeakMap<FastifyRequest, AgencyId>();

const sayRegistered = (request: FastifyRequest): string | undefined => {
  const id = registered.get(request);
  return id === undefined
    ? undefined
    : `The case is as it was; the agency is in the register now, as ${id}: add it by that id.`;
};

const addToRegister = async (
  deps: ApiDeps,
  given: Given,
  newAgency: Static<typeof AgencyToAddSchema>,
): Promise<AgencyId> => {
  const { request, reserved, body } = given;
  const commandId = registeredUnder(reserved);
  // A first try may have stopped half-way: what it left is said, also where the case refuses before anything is done.
  const before = reserved.fresh ? undefined : await deps.records.agencies.underCommand(commandId);
  if (before !== undefined) registered.set(request, before);
  // Nothing goes into the register for an act that is then refused.
  await dryRun(deps, given, { kind: 'addAgency', agency: NOT_YET, ...alsoGiven(body) });
  const { name, kind, seat, contacts = [] } = newAgency;
  const { id } = await deps.records.agencies.add({
    name,
    kind,
    contacts,
    ...(seat === undefined ? {} : { seat }),
    by: identityOf(request).actor,
    at: reserved.firstAskedAt,
    commandId,
  });
  registered.set(request, id);
  return id;
};

/** That it was put there, and that there are others of its name: it may be the same agency (R22). The act is taken, whatever fails here. */
const sayAgency = async (
  deps: ApiDeps,
  { request, reference, body: { newAgency } }: Pick<Given, 'request' | 'reference' | 'body'>,
): Promise<object> => {
  if (newAgency === undefined) return {};
  const { records } = deps;
  try {
    // A repeat is answered as the first was.
    const reserved = await reserveWrite(records, request, { actsOn: reference });
    const agency = await records.agencies.underCommand(registeredUnder(reserved));
    if (agency === undefined) return {};
    const sameName = (await namesakesOf(records, request, [{ id: agency }])).get(agency) ?? [];
    return { agency, ...(sameName.length === 0 ? {} : { sameName }) };
  } catch (error) {
    request.log.warn({ err: error }, 'an agency was added, and its answer does not say as what');
    return {};
  }
};

const agencyOf = async (deps: ApiDeps, given: Given): Promise<AgencyId> => {
  const { agency, newAgency } = given.body;
  if (newAgency !== undefined) return addToRegister(deps, given, newAgency);
  await agenciesInRegister(deps.records, agency === undefined ? [] : [agency], '/agency');
  return agency as AgencyId;
};

export const addAgencyRoute = (app: TypedApp, deps: ApiDeps): void => {
  actRoute(app, deps, {
    path: '/agencies',
    permission: 'addAgencyToCase',
    tag: 'scoping',
    summary: 'Add an agency to the case',
    description:
      'Its scoping request is then due. One that is not in the register yet is added to it in the same step. With the number of a proposal by name it settles that.',
    body: Body,
    example: { version: 11, events: ['AgencyIdentified'] },
    alsoAnswers: {
      fields: {
        agency: Type.Optional(
          Type.String({ ...AgencyIdField, description: 'As what "newAgency" is in the register now.' }),
        ),
        sameName: SameNameField,
      },
      of: (given) => sayAgency(deps, given),
    },
    admit: ({ body }) => {
      oneOfBoth(body);
      seatFits(body);
    },
    doneAllTheSame: sayRegistered,
    act: async (given): Promise<AddAgency> => {
      const { note } = given.body;
      return {
        kind: 'addAgency',
        agency: await agencyOf(deps, given),
        ...alsoGiven(given.body),
        ...(note === undefined ? {} : { note: await given.write('note', 'note', note) }),
      };
    },
  });
};
