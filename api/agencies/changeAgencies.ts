// POST /agencies and PATCH /agencies/:agency: adds to the register and changes it. Nothing is ever removed from it.

import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { maySit } from '../../domain/policy/agencyKinds';
import type {
  AgencyChanged,
  AgencyRecord,
  AgencyToChange,
  ContactChange,
  RegisterAct,
} from '../../records/records';
import type { ApiDeps } from '../deps';
import { AgencyIdField, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { identityOf } from '../permissions/guard';
import { agencyProblems } from '../problems/agencyProblems';
import { inBody, problem, type Problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { reserveWrite } from '../writing/reserveWrite';
import { etagOf, expectedVersionOf, WriteHeaders } from '../writing/writeHeaders';
import {
  AddedAgencySchema,
  AgencyToAddSchema,
  AgencyToChangeSchema,
  ChangedAgencySchema,
} from './agencySchemas';
import { liveContacts } from './agenciesInRegister';
import { presentAgency } from './presentAgency';

const act = async ({ records }: ApiDeps, request: FastifyRequest): Promise<RegisterAct> => {
  const { commandId } = await reserveWrite(records, request);
  return { by: identityOf(request).actor, at: request.arrivedAt, commandId };
};

const seatProblem = (seat: Parameters<typeof maySit>[1]): Problem =>
  problem(requestProblems.seatNotForKind, { seat }, inBody('/seat', 'is not for an agency of this kind'));

type Changed = Extract<AgencyChanged, { readonly outcome: 'changed' }>;

/** Widened, because the validator gives `null` where the register does. */
type ChangeBody = Static<typeof AgencyToChangeSchema>;
const changeOf = ({ contacts, ...rest }: ChangeBody): Omit<AgencyToChange, keyof RegisterAct> => ({
  ...rest,
  ...(contacts === undefined
    ? {}
    : {
        contacts: contacts.map(({ id, ...contact }): ContactChange => ({
          ...contact,
          ...(id === undefined ? {} : { id: id }),
        })),
      }),
});

const changed = (result: AgencyChanged, body: ChangeBody): Changed => {
  const contactAt = (index: number): string => (index < 0 ? '/contacts' : `/contacts/${index}`);
  switch (result.outcome) {
    case 'changed':
      return result;
    case 'unknownAgency':
      throw problem(requestProblems.unknownAgency, {});
    case 'movedOn':
      throw problem(requestProblems.agencyMovedOn, { version: result.version }, [
        { in: 'header', pointer: '/if-match', detail: 'is not the version of the agency' },
      ]);
    case 'seatNotForKind':
      throw seatProblem(result.seat);
    case 'unknownContact': {
      const index = body.contacts?.findIndex(({ id }) => id === result.contact) ?? -1;
      throw problem(
        agencyProblems.unknownContact,
        { contact: result.contact },
        inBody(`${contactAt(index)}/id`, 'is no contact of this agency'),
      );
    }
    case 'contactTwice': {
      const first = body.contacts?.findIndex(({ id }) => id === result.contact) ?? -1;
      const second = body.contacts?.findIndex(({ id }, at) => at > first && id === result.contact) ?? -1;
      throw problem(
        agencyProblems.contactTwice,
        { contact: result.contact },
        inBody(`${contactAt(second)}/id`, 'names a contact that is named before'),
      );
    }
    case 'contactWithoutAddress': {
      const index =
        body.contacts?.findIndex(({ id, email }) => id === undefined && email === undefined) ?? -1;
      throw problem(
        agencyProblems.contactWithoutAddress,
        {},
        inBody(`${contactAt(index)}/email`, 'is missing'),
      );
    }
  }
};

/** It can be on a case, and a request that is sent to it then is refused. */
const warningOf = (agency: AgencyRecord): { readonly warning?: string } =>
  liveContacts(agency).length > 0
    ? {}
    : {
        warning: `Nobody at ${agency.id} can be written to: it has no contact. Add one (PATCH /agencies/${agency.id}, with "contacts"); until then it is asked another way.`,
      };

export const changeAgenciesRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  const common = { tags: ['agencies'], security, headers: WriteHeaders };
  app.route({
    method: 'POST',
    url: '/agencies',
    config: { permission: 'manageAgencies' },
    schema: {
      ...common,
      summary: 'Add an agency to the register',
      description:
        "Its contacts' names and addresses are kept encrypted. A seat is for one kind of agency only (R14).",
      body: AgencyToAddSchema,
      response: { 201: AddedAgencySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { name, kind, seat, contacts = [] } = request.body;
      if (seat !== undefined && !maySit(kind, seat)) throw seatProblem(seat);
      const agency = await records.agencies.add({
        name,
        kind,
        ...(seat === undefined ? {} : { seat }),
        contacts,
        ...(await act(deps, request)),
      });
      void reply.code(201).headers({ location: `/agencies/${agency.id}`, etag: etagOf(agency.version) });
      return { ...(await presentAgency(records, request, agency)), ...warningOf(agency) };
    },
  });

  app.route({
    method: 'PATCH',
    url: '/agencies/:agency',
    config: { permission: 'manageAgencies' },
    schema: {
      ...common,
      summary: 'Change an agency',
      description:
        'A field left out stays as it is. `contacts` is the whole list: a contact that it leaves out is withdrawn, and `withdrew` in the answer says which. So to add one, send the ids of those that stay with it.',
      params: Type.Object({ agency: AgencyIdField }, strict),
      body: AgencyToChangeSchema,
      response: { 200: ChangedAgencySchema, ...problems },
    },
    handler: async (request, reply) => {
      const { body } = request;
      const expectedVersion = expectedVersionOf(request);
      const result = await records.agencies.change(request.params.agency, {
        ...changeOf(body),
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
        ...(await act(deps, request)),
      });
      const { agency, withdrew } = changed(result, body);
      void reply.header('etag', etagOf(agency.version));
      return {
        ...(await presentAgency(records, request, agency)),
        ...warningOf(agency),
        ...(withdrew.length === 0 ? {} : { withdrew: [...withdrew] }),
      };
    },
  });
};
