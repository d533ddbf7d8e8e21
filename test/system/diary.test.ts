// The diary of the sub-group as everything runs: a date that is moved takes the meetings with it; moved while Temporal is
// away, it stands, and the worker finds by itself who is behind.

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openEngine, type RealEngine } from './realEngine';
import { untilTrue } from './until';

let engine: RealEngine;
let reference: string;
let date: string;
/** Mornings of working days inside the window of the case. */
let mornings: readonly string[];
beforeAll(async () => {
  engine = await openEngine();
}, 120_000);
afterAll(() => engine.close(), 60_000);

interface DiaryDate {
  readonly id: string;
  readonly cases: readonly { readonly reference: string; readonly followed: boolean }[];
}

const write = async <T>(path: string, body: object): Promise<T> =>
  JSON.parse((await engine.caller.insist({ path, body })).answer.text) as T;
