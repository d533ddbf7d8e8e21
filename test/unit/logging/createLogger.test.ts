// What a log line may hold: a canary is planted in every place from which particulars could come, and looked for.

import { describe, expect, it } from '@jest/globals';
import { createLogger, type Logger } from '../../../platform/logging/createLogger';

const CANARY = 'Wrenlow Ashdale';

const logTo = (
  level = 'trace',
): {
  readonly logger: Logger;
  readonly lines: () => Record<string, unknown>[];
  readonly text: () => string;
} => {
  const written: string[] = [];
  const logger = createLogger({
    level,
    name: 'test',
    destination: { write: (line) => void written.push(line) },
  });
  return {
    logger,
    lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>),
    text: () => written.join(''),
  };
};

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code = '22P02';
  readonly table = 'dossier';
  readonly detail = `Key (name)=(${CANARY}) already exists.`;
  readonly details = [{ child: CANARY }];
}

describe('a log line', () => {
  it('holds level, process, time, message and the fields given', () => {
    const { logger, lines } = logTo();
    logger.info({ reference: 'RR-2026-0007', events: 3, agency: 'AG-0003' }, 'events recorded');
    expect(lines()).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
        process: 'test',
        reference: 'RR-2026-0007',
        events: 3,
        agency: 'AG-0003',
        msg: 'events recorded',
      },
    ]);
  });

  it('says beside its own fields where in the work it comes from, at that moment', () => {
    const written: string[] = [];
    let at: object = { workflowId: 'rapid-review/RR-2026-0007' };
    const logger = createLogger({
      level: 'info',
      name: 'test',
      beside: () => at,
      destination: { write: (line) => void written.push(line) },
    });
    logger.info({ events: 3 }, 'one');
    at = { workflowId: 'other', name: CANARY };
    logger.child({ reference: 'RR-2026-0008' }).info({ workflowId: 'its own' }, 'two');
    expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
      { workflowId: 'rapid-review/RR-2026-0007', events: 3 },
      { workflowId: 'its own', reference: 'RR-2026-0008', name: '[withheld]' },
    ]);
    expect(written.join('')).not.toContain(CANARY);
  });

  it('is not written below the level', () => {
    const { logger, text } = logTo('warn');
    logger.info('quiet');
    expect(text()).toBe('');
  });

  it.each([
    'authorization',
    'Authorization',
    'set-cookie',
    'cookie',
    'password',
    'token',
    'taskToken',
    'email',
    'name',
    'fullName',
    'first_name',
    'content',
    'payload',
    'payloads',
    'input',
    'args',
    'details',
    'reason',
    'note',
    'dateOfBirth',
    'address',
    'subject',
    'html',
    'body',
    'query',
    'params',
    'response',
  ])('keeps back the field %s, however deep', (field) => {
    const { logger, text } = logTo();
    logger.info({ [field]: CANARY }, 'flat');
    logger.info({ request: { inner: [{ more: { [field]: { deeper: CANARY } } }] } }, 'deep');
    logger.child({ [field]: CANARY }).info('bound');
    expect(text()).not.toContain(CANARY);
    expect(text().split('\n')).toHaveLength(4);
  });

  it('keeps back what lies deeper than it looks, and what is not plain data', () => {
    class Held {
      readonly inside = CANARY;
    }
    const { logger, text } = logTo();
    logger.info({ held: new Held() }, 'instance');
    logger.info({ a: { b: { c: { d: { e: { f: { g: { h: CANARY } } } } } } } }, 'deep');
    logger.info({ a: new Map([['x', CANARY]]), b: new Set([CANARY]), c: Buffer.from(CANARY) }, 'odd');
    expect(text()).not.toContain(CANARY);
  });

  it("has of a request method and path only, also with a server's own serializers", () => {
    class Request {
      readonly method = 'GET';
      readonly url = `/cases/RR-2026-0007?child=${CANARY}`;
      readonly headers = { authorization: CANARY };
      readonly body = { child: CANARY };
    }
    const { logger, lines, text } = logTo();
    const served = logger.child(
      {},
      { serializers: { req: (req: Request) => ({ method: req.method, url: req.url, host: req.headers }) } },
    );
    served
      .child({ reqId: 'r-1', name: CANARY })
      .info({ req: new Request(), res: { statusCode: 200, raw: CANARY } }, 'done');
    expect(text()).not.toContain(CANARY);
    expect(lines()[0]).toMatchObject({
      reqId: 'r-1',
      req: { method: 'GET', url: '/cases/RR-2026-0007' },
      res: { statusCode: 200 },
    });
  });

  it('blots out mail addresses, tokens and passwords in any text', () => {
    const { logger, text } = logTo();
    logger.info({ place: 'smtp://clerk:hunter2@mail.example:25' }, 'to wren.ashdale@family.example now');
    logger.info('with rr_7Hk2_s3cretPart and Bearer abc.def.ghi');
    logger.info('asked by %s', 'wren@family.example');
    for (const canary of ['wren', 'hunter2', 's3cretPart', 'abc.def.ghi'])
      expect(text()).not.toContain(canary);
    expect(text()).toContain('mail.example:25');
  });

  it('leaves package paths in a stack legible', () => {
    const { logger, text } = logTo();
    logger.info({ place: '/srv/node_modules/@temporalio/worker/lib/worker.js:12:3' }, 'x');
    expect(text()).toContain('node_modules/@temporalio/worker/lib/worker.js:12:3');
  });
});

describe('an error in a log line', () => {
  const failed = new Refused(`invalid input syntax: "${CANARY}"\n    at ${CANARY} (born:20:13)`, {
    cause: Object.assign(new Error(`${CANARY} caused it`), { code: 'ECONNREFUSED' }),
  });

  it('keeps type, codes and the place, and drops message and details', () => {
    const { logger, lines, text } = logTo();
    logger.error({ err: failed, reference: 'RR-2026-0007' }, 'recording failed');
    expect(text()).not.toContain(CANARY);
    expect(lines()[0]).toMatchObject({
      msg: 'recording failed',
      reference: 'RR-2026-0007',
      err: {
        type: 'Refused',
        code: '22P02',
        table: 'dossier',
        stack: expect.stringContaining('createLogger.test') as unknown,
        cause: { type: 'Error', code: 'ECONNREFUSED' },
      },
    });
  });

  it('never becomes the text of the line', () => {
    const { logger, lines, text } = logTo();
    logger.error(failed);
    logger.error({ err: failed });
    logger.error({ err: failed }, failed.message);
    logger.error(failed, failed.message);
    logger.error('it was %s', failed);
    logger.error({ cause: failed, list: [failed] }, 'elsewhere');
    expect(text()).not.toContain(CANARY);
    expect(lines().map(({ msg }) => msg)).toEqual([
      'Refused',
      'Refused',
      'Refused',
      'Refused',
      'it was Refused',
      'elsewhere',
    ]);
  });

  it('is known from another realm, by its form', () => {
    const { logger, text } = logTo();
    const foreign = Object.assign(Object.create({ [Symbol.toStringTag]: 'Error' }) as object, {
      name: 'Foreign',
      message: CANARY,
      stack: `Foreign: ${CANARY}\n    at place (file.js:1:2)`,
    });
    logger.error({ err: foreign }, 'from the sandbox');
    expect(text()).not.toContain(CANARY);
    expect(text()).toContain('file.js:1:2');
  });

  it('keeps frames only, also where the stack remembers an earlier message', () => {
    const { logger, text } = logTo();
    const renamed = new Error(CANARY);
    expect(renamed.stack).toContain(CANARY);
    renamed.message = 'another';
    logger.error({ err: renamed }, 'renamed');
    expect(text()).not.toContain(CANARY);
    expect(text()).toContain('createLogger.test');
  });

  it('does not take a sentence for a code', () => {
    const { logger, text } = logTo();
    logger.error({ err: Object.assign(new Error('x'), { code: `"${CANARY}", born in Tarn` }) }, 'odd code');
    expect(text()).not.toContain(CANARY);
  });
});
