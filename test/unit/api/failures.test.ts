// What an error means: whether the database is away, and what went wrong between the API and Temporal.

import { describe, expect, test } from '@jest/globals';
import {
  ApplicationFailure,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';
import { recordsAreAway } from '../../../api/problems/away';
import { failureAnswer } from '../../../api/writing/temporalFailures';

const withCode = (code: string | number, message = 'it failed'): Error =>
  Object.assign(new Error(message), { code });

describe('the database is away', () => {
  test.each([
    ['refused', withCode('ECONNREFUSED')],
    ['shut down', withCode('57P01')],
    ['starting up', withCode('57P03')],
    ['too many connections', withCode('53300')],
    ['its disk is full', withCode('53100')],
    ['out of memory', withCode('53200')],
    ['its disk fails', withCode('58030')],
    ['failed over, and this one only reads by now', withCode('25006')],
    ['connection failure', withCode('08006')],
    ['lost', new Error('Connection terminated unexpectedly')],
    ['given up, as nothing was answered', new Error('Client was closed and is not queryable')],
    ['no free connection', new Error('timeout exceeded when trying to connect')],
    ['inside another', new Error('a query failed', { cause: withCode('ECONNRESET') })],
    ['each address refused', new AggregateError([withCode('ECONNREFUSED')])],
  ])('%s', (_, error) => {
    expect(recordsAreAway(error)).toBe(true);
  });
  test.each([
    ['a broken constraint', withCode('23505')],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('not: %s', (_, error) => {
    expect(recordsAreAway(error)).toBe(false);
  });
});

describe('between the API and Temporal', () => {
  const grpc = (code: number): Error =>
    Object.assign(new Error('grpc'), { code, details: 'details', metadata: {} });
  const failed = (type: string, ...details: unknown[]): WorkflowUpdateFailedError =>
    new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, details, nonRetryable: true }));

  test('a refusal comes out whole', () => {
    const rejection = { code: 'VersionMovedOn', expected: 1, actual: 2 };
    expect(failureAnswer(failed('VersionMovedOn', rejection))).toEqual({ kind: 'refused', rejection });
  });

  const known: readonly (readonly [string, Error, string])[] = [
    ['no workflow', new WorkflowNotFoundError('none', 'id', undefined), 'notRunning'],
    ['the server is away', new ServiceError('failed', { cause: grpc(14) }), 'temporalAway'],
    ['the server is overrun', new ServiceError('failed', { cause: grpc(8) }), 'temporalAway'],
    ['out of time', new WorkflowUpdateRPCTimeoutOrCancelledError('late', { cause: grpc(4) }), 'workerAway'],
    [
      'out of time by the server',
      new WorkflowUpdateRPCTimeoutOrCancelledError('late', { cause: grpc(1) }),
      'workerAway',
    ],
    ['the workflow’s tasks keep failing', new ServiceError('failed', { cause: grpc(9) }), 'workerAway'],
    ['out of time while reading', new ServiceError('failed', { cause: grpc(4) }), 'workerAway'],
    ['the workflow ended on the way', failed('AcceptedUpdateCompletedWorkflow'), 'workerAway'],
  ];
  test.each(known)('%s', (_, error, kind) => {
    expect(failureAnswer(error)).toEqual({ kind });
  });

  test.each([
    ['a refusal that is not one of ours', failed('toString', { code: 'toString' })],
    ['a failure without details', failed('VersionMovedOn')],
    ['no such namespace', new ServiceError('failed', { cause: grpc(5) })],
    ['a mistake of ours', new TypeError('undefined is not a function')],
  ])('unexpected: %s', (_, error) => {
    expect(failureAnswer(error)).toBeUndefined();
  });
});
