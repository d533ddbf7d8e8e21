// Recording and correcting the six timestamps (R3, R8).

import { Type } from 'typebox';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiDeps } from '../deps';
import { InstantField, ReferenceField, strict, TextField, TimestampNameField } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { CaseParams } from '../fields/fields';
import { actOnCase } from '../writing/caseWriter';
import { WriteAnswerSchema, writeHeadersOf } from '../writing/writeAnswer';
import { WriteHeaders } from '../writing/writeHeaders';
import { instantOf } from './openCase';

const RecordBody = Type.Object(
  { timestamp: TimestampNameField, at: InstantField },
  { ...strict, examples: [{ timestamp: 'notificationSent', at: '2026-03-31T11:05:00+01:00' }] },
);

const CorrectBody = Type.Object(
  { at: InstantField, reason: TextField() },
  {
    ...strict,
    examples: [{ at: '2026-03-30T09:40:00+01:00', reason: 'Typed a day too late; the e-mail is of Monday.' }],
  },
);

const common = { tags: ['timestamps'], security, headers: WriteHeaders };

export const timestampRoutes = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'POST',
    url: '/cases/:reference/timestamps',
    config: { permission: 'recordTimestamp' },
    schema: {
      ...common,
      summary: 'Record a timestamp',
      description:
        'One of the six moments that dates are counted from. Dates that follow from it move at once.',
      params: CaseParams,
      body: RecordBody,
      response: {
        200: WriteAnswerSchema({ version: 6, events: ['TimestampRecorded', 'ObligationMet'] }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { timestamp, at } = request.body;
      const answer = await actOnCase(deps, request, request.params.reference as CaseReference, () => ({
        kind: 'recordTimestamp',
        timestamp,
        at: instantOf(at),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });

  app.route({
    method: 'POST',
    url: '/cases/:reference/timestamps/:timestamp/corrections',
    config: { permission: 'correctTimestamp' },
    schema: {
      ...common,
      summary: 'Correct a timestamp',
      description:
        'For a moment that was recorded wrongly. The original stays in the chronology; outcomes are restated (R8).',
      params: Type.Object({ reference: ReferenceField, timestamp: TimestampNameField }, strict),
      body: CorrectBody,
      response: {
        200: WriteAnswerSchema({ version: 9, events: ['TimestampCorrected', 'DatesMoved'] }),
        ...problems,
      },
    },
    handler: async (request, reply) => {
      const { reference, timestamp } = request.params;
      const { at, reason } = request.body;
      const answer = await actOnCase(deps, request, reference as CaseReference, async (write) => ({
        kind: 'correctTimestamp',
        timestamp,
        at: instantOf(at),
        reason: await write('reason', 'reason', reason),
      }));
      void reply.headers(writeHeadersOf(answer));
      return answer;
    },
  });
};
