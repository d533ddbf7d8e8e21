// What became of the request to one agency: sent another way, a mail that came back, void.

import { Type } from 'typebox';
import { civilDate } from '../../domain/calendar/civilDate';
import type { CaseReference } from '../../domain/rapidReview/state';
import { CHANNELS, type AgencyId, type Channel, type ContactId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import { liveContacts } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams, ContactIdField, DateField, strict, TextField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { actOnCase } from '../writing/caseWriter';
import { WriteAnswerSchema, writeHeadersOf } from '../writing/writeAnswer';
import { WriteHeaders } from '../writing/writeHeaders';

const OTHER_WAYS = CHANNELS.filter((channel): channel is Exclude<Channel, 'mail'> => channel !== 'mail');

const SentBody = Type.Object(
  {
    channel: Type.Enum(OTHER_WAYS),
    on: DateField,
    note: Type.Optional(TextField()),
  },
  {
    ...strict,
    examples: [{ channel: 'telephone', on: '2026-03-31', note: 'Read out to the duty officer.' }],
  },
);

const BounceBody = Type.Object(
  { contact: ContactIdField, note: Type.Optional(TextField()) },
  { ...strict, examples: [{ contact: 'AG-0003-C1', note: 'Mailbox full.' }] },
);

const VoidBody = Type.Object(
  { reason: TextField() },
  { ...strict, examples: [{ reason: 'It went to a colleague who has left; nobody has read it.' }] },
);

/** Who is reminded by mail, though the request itself went another way. */
const contactsIn = async ({ agencies }: Records, agency: AgencyId): Promise<readonly ContactId[]> => {
  const known = await agencies.byId(agency);
  return known === undefined ? [] : liveContacts(known);
};

const common = { tags: ['scoping'], security, headers: WriteHeaders, params: CaseAgencyParams };

export const oneScopingRequestRoutes = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/cases/:reference/scoping-requests/:agency/sent-another-way',
    config: { permission: 'recordRequestSent' },
    schema: {
      ...common,
      summary: 'Record that the request went another way',
      description: "By telephone, secure mail or paper. The agency's days run from that day.",
      body: SentBody,
      response: {
        200: WriteAnswerSchema({ version: 14, events: ['ScopingRequestSent', 'ObligationMet'] }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { reference, agency } = request.params;
      const { channel, on, note } = request.body;
      const answer = await actOnCase(deps, request, reference as CaseReference, async (write) => ({
        kind: 'recordRequestSent',
        agency: agency as AgencyId,
        channel,
        on: civilDate(on),
        contacts: await contactsIn(deps.records, agency as AgencyId),
        ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });

  app.route({
    method: 'POST',
    url: '/cases/:reference/scoping-requests/:agency/bounces',
    config: { permission: 'recordBounce' },
    schema: {
      ...common,
      summary: 'Record a mail that came back',
      description: 'When the mails to every contact have come back, the request is void and due again.',
      body: BounceBody,
      response: {
        200: WriteAnswerSchema({ version: 15, events: ['RequestBounced', 'RequestVoided'] }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { reference, agency } = request.params;
      const { contact, note } = request.body;
      const answer = await actOnCase(deps, request, reference as CaseReference, async (write) => ({
        kind: 'recordBounce',
        agency: agency as AgencyId,
        contact: contact as ContactId,
        ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });

  app.route({
    method: 'POST',
    url: '/cases/:reference/scoping-requests/:agency/void',
    config: { permission: 'voidRequest' },
    schema: {
      ...common,
      summary: 'Declare the request void',
      description: 'It never reached anyone, or was sent wrongly. It is due again, and both facts stay.',
      body: VoidBody,
      response: { 200: WriteAnswerSchema({ version: 16, events: ['RequestVoided'] }), ...problems },
    },
    handler: async (request, reply) => {
      const { reference, agency } = request.params;
      const answer = await actOnCase(deps, request, reference as CaseReference, async (write) => ({
        kind: 'voidRequest',
        agency: agency as AgencyId,
        reason: await write('reason', 'reason', request.body.reason),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });
};
