// Temporal's SDK and core speak through our logger, under the same rules.

import { describe, expect, it } from '@jest/globals';
import { createLogger } from '../../../platform/logging/createLogger';
import { temporalLogger, temporalLogging } from '../../../platform/logging/temporalLogger';

const CANARY = 'Wrenlow Ashdale';

const logTo = (): { readonly written: string[]; readonly logger: ReturnType<typeof createLogger> } => {
  const written: string[] = [];
  const logger = createLogger({
    level: 'trace',
    name: 'test',
    destination: { write: (line) => void written.push(line) },
  });
  return { written, logger };
};

describe('temporalLogger', () => {
  it('carries level, message and plain metadata over', () => {
    const { written, logger } = logTo();
    const log = temporalLogger(logger);
    log.log('WARN', 'one', { workflowId: 'rapid-review/RR-2026-0007', sdkComponent: 'worker' });
    log.trace('t');
    log.debug('d');
    log.info('i');
    log.warn('w');
    log.error('e');
    const lines = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ level }) => level)).toEqual(['warn', 'trace', 'debug', 'info', 'warn', 'error']);
    expect(lines[0]).toMatchObject({
      msg: 'one',
      workflowId: 'rapid-review/RR-2026-0007',
      sdkComponent: 'worker',
    });
  });

  it('gives the run of an activity the name that it has everywhere else', () => {
    const { written, logger } = logTo();
    temporalLogger(logger).info('Activity started', { workflowRunId: 'run-1', activityType: 'sendNotices' });
    const [line = '{}'] = written;
    expect(JSON.parse(line)).toMatchObject({ runId: 'run-1', activityType: 'sendNotices' });
    expect(line).not.toContain('workflowRunId');
  });

  it('keeps back errors in words, payloads, task tokens and the message within the sentence', () => {
    const { written, logger } = logTo();
    const log = temporalLogger(logger);
    const error = new Error(CANARY);
    log.error(`Error while processing ActivityTask.start: ${CANARY}`, { error, taskToken: CANARY });
    log.error(`Workflow Worker Thread failed: Error: ${CANARY}`, error);
    log.warn('Activity failed', { error: `Status { message: "${CANARY}" }`, durationMs: 4 });
    log.warn('sink failed', { err: error, args: [CANARY], failure: { message: CANARY } });
    expect(written.join('')).not.toContain(CANARY);
    expect(JSON.parse(written[2] ?? '')).toMatchObject({
      msg: 'Activity failed',
      durationMs: 4,
      failed: true,
    });
  });

  it("says Temporal's number of what went wrong, out of a text that is kept back", () => {
    const { written, logger } = logTo();
    const failure = `Failure { message: "[TMPRL1100] Nondeterminism error: ${CANARY}" }`;
    temporalLogger(logger).warn('Failing workflow task', { failure, runId: 'run-1' });
    temporalLogger(logger).warn('Task too long', { error: `[TMPRL1104] ${CANARY}` });
    expect(written.map((line) => (JSON.parse(line) as { rule: string }).rule)).toEqual([
      'TMPRL1100',
      'TMPRL1104',
    ]);
    expect(written.join('')).not.toContain(CANARY);
  });

  it('is what the runtime is installed with, native logs forwarded', () => {
    const { logger } = logTo();
    expect(temporalLogging(logger)).toMatchObject({ telemetryOptions: { logging: { forward: {} } } });
  });
});
