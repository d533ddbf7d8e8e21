// The workflow bundle as built: small, with our rules and the SDK in it and nothing that does I/O, logs, validates
// or knows a holiday.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { bundleOfSources } from '../../worker/bundleOfSources';
import { codeOf, filesIn, packagesIn } from './bundleContent';

const LIMIT = 1_000_000;
/** The SDK and what it needs in the sandbox. A new name here is a decision, not a repair. */
const PACKAGES = ['@temporalio/common', '@temporalio/workflow', 'long', 'ms', 'nexus-rpc'];
/** Named as well, so that nobody adds one to the list above. */
const NEVER =
  /^(date-holidays|typebox|@sinclair\/typebox|ajv|pino|fastify|@fastify\/.*|kysely|pg|nodemailer|astronomia|protobufjs)/;
/** The one file of `platform` that runs in the sandbox: it encrypts failures. */
const FAILURE_CONVERTER = 'platform/encryption/failureConverter.ts';

let code: string;
beforeAll(async () => {
  code = codeOf((await bundleOfSources()).code);
}, 120_000);

describe('the workflow bundle', () => {
  it('is at most a megabyte of code', () => {
    expect(Buffer.byteLength(code)).toBeGreaterThan(100_000);
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(LIMIT);
  });

  it('holds the SDK, and no other package', () => {
    const packages = packagesIn(code);
    expect(packages.filter((name) => !PACKAGES.includes(name))).toEqual([]);
    expect(packages).toContain('@temporalio/workflow');
    expect(PACKAGES.filter((name) => NEVER.test(name))).toEqual([]);
  });

  it('holds workflows, contracts and rules of ours, and nothing else', () => {
    const files = filesIn(code);
    expect(files).toEqual(expect.arrayContaining(['workflows/entity.ts', 'domain/rapidReview/decide.ts']));
    expect(
      files.filter((file) => !/^(workflows|contracts|domain)\//.test(file) && file !== FAILURE_CONVERTER),
    ).toEqual([]);
  });

  it('would be found out with a library or an adapter in it', () => {
    const withMore = `
      /***/ "./platform/holidays/dateHolidays.ts"
      /***/ "./node_modules/date-holidays/lib/index.cjs"
      /***/ "./node_modules/pg/node_modules/@fastify/busboy/lib/main.js"`;
    const more = packagesIn(withMore).filter((name) => !PACKAGES.includes(name));
    expect(more).toEqual(['@fastify/busboy', 'date-holidays', 'pg']);
    expect(more.every((name) => NEVER.test(name))).toBe(true);
    expect(filesIn(withMore)).toContain('platform/holidays/dateHolidays.ts');
    expect(codeOf('code//# sourceMappingURL=data:abc')).toBe('code');
  });
});
