// Recording and correcting the six timestamps (R3, R8).

import { Type } from 'typebox';
import type { CorrectTimestamp, RecordTimestamp } from '../../domain/rapidReview/referral/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiDeps } from '../deps';
import { InstantField, ReferenceField, strict, TextField, TimestampNameField } from '../fields/fields';
import { ByMistakeField, rightOrMistake } from '../fields/recordedByMistake';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';
import { instantOf } from './openCase';

const RecordBody = Type.Object(
  { timestamp: TimestampNameField, at: InstantField },
  { ...strict, examples: [{ timestamp: 'notificationSent', at: '2026-03-31T11:05:00+01:00' }] },
);

const CorrectBody = Type.Object(
  {
    at: Type.Optional(InstantField),
    recordedByMistake: Type.Optional(ByMistakeField),
    of: Type.Optional(
      Type.String({
        ...ReferenceField,
        description:
          'Of the receipt alone: that of a case that was merged into this one. Absent: its own. The earliest of them counts.',
      }),
    ),
    reason: TextField(),
  },
  {
    ...strict,
    description: 'Either "at", the right moment, or "recordedByMistake".',
    examples: [
      { at: '2026-03-30T09:40:00+01:00', reason: 'Typed a day too late; the e-mail is of Monday.' },
      { recordedByMistake: true, reason: 'The notification was that of another case.' },
    ],
  },
);

export const timestampRoutes = (app: TypedApp, deps: ApiDeps): void => {
  actRoute(app, deps, {
    path: '/timestamps',
    permission: 'recordTimestamp',
    tag: 'timestamps',
    summary: 'Record a timestamp',
    description:
      'One of the six moments that dates are counted from. Dates that follow from it move at once.',
    body: RecordBody,
    example: { version: 6, events: ['TimestampRecorded', 'ObligationMet'] },
    act: ({ body: { timestamp, at } }): RecordTimestamp => ({
      kind: 'recordTimestamp',
      timestamp,
      at: instantOf(at),
    }),
  });

  actRoute(app, deps, {
    path: '/timestamps/:timestamp/corrections',
    permission: 'correctTimestamp',
    tag: 'timestamps',
    previewed: true,
    summary: 'Correct a timestamp, or take it back',
    description:
      'For a moment that was recorded wrongly, or that never was in this case: what is counted from it is then no longer owed. The original stays in the chronology; outcomes are restated (R8).',
    params: Type.Object({ reference: ReferenceField, timestamp: TimestampNameField }, strict),
    body: CorrectBody,
    example: { version: 9, events: ['TimestampCorrected', 'DatesMoved'] },
    act: async ({ body, params, write }): Promise<CorrectTimestamp> => {
      const at = rightOrMistake('at', body.at, body.recordedByMistake);
      return {
        kind: 'correctTimestamp',
        timestamp: params.timestamp,
        ...(at === undefined ? {} : { at: instantOf(at) }),
        ...(body.of === undefined ? {} : { of: body.of as CaseReference }),
        reason: await write('reason', 'reason', body.reason),
      };
    },
  });
};
