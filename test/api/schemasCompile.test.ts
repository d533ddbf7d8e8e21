// Schemas are compiled as they are first needed. Here all of them are compiled at once, so that none waits for a request to fail.

import { afterAll, expect, test } from '@jest/globals';
import { compiledOnUse } from '../../api/http/compiledOnUse';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';

let under: ApiUnderTest | undefined;
afterAll(() => under?.close());

test('the schema of every route, of what comes and of what goes, can be compiled', async () => {
  // The server falls back on its own compilers, which wait for nothing.
  Object.assign(compiledOnUse, { buildValidator: null, buildSerializer: null });
  under = await apiUnderTest();
  await expect(under.app.ready()).resolves.toBeDefined();
});
