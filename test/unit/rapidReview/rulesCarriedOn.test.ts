// Which cases the program carries on, by the version of the rules that they were opened under (docs/adr/0036).

import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../domain/rapidReview/evolve';
import type { CaseEvent } from '../../../domain/rapidReview/events';
import { OLDEST_RULES_VERSION, RULES_VERSION } from '../../../domain/rapidReview/rulesVersion';
import { upgraded, type RapidReview } from '../../../domain/rapidReview/state';
import { Story } from './story';

const RECEIVED = '2026-03-30 16:20';

const opened = (rulesVersion: number): Story => new Story().opened(RECEIVED, { rulesVersion });

/** As it would stand in the records of a build that knew that version. */
const recordedUnder = (rulesVersion: number): readonly CaseEvent[] =>
  opened(RULES_VERSION).events.map((event) =>
    event.kind === 'CaseOpened' ? { ...event, body: { ...event.body, rulesVersion } } : event,
  );

describe.each([OLDEST_RULES_VERSION, RULES_VERSION])('a case of version %d', (version) => {
  it('is opened, read back and carried over', () => {
    const { state, events } = opened(version);
    expect(state).toMatchObject({ status: 'open', rulesVersion: version });
    expect(fold(events)).toEqual(state);
    expect(upgraded(state)).toEqual(state);
  });
});

describe('a case of an older version', () => {
  const version = OLDEST_RULES_VERSION - 1;
  const says = `opened under version ${version} of the rules, and this build carries on version ${OLDEST_RULES_VERSION} and later`;

  it('is not opened', () => {
    expect(() => opened(version)).toThrow('UnknownRulesVersion');
  });

  it('is neither read back from its events nor carried over: no behaviour is guessed at', () => {
    const carried: unknown = { ...opened(RULES_VERSION).state, rulesVersion: version };
    expect(() => fold(recordedUnder(version))).toThrow(says);
    expect(() => upgraded(carried as RapidReview)).toThrow(says);
    expect(upgraded({ status: 'none', version: 0 })).toEqual({ status: 'none', version: 0 });
  });
});

describe('a case of a newer version', () => {
  const version = RULES_VERSION + 1;

  it('is not opened; what a newer program has opened beside this one is shown', () => {
    expect(() => opened(version)).toThrow('UnknownRulesVersion');
    expect(fold(recordedUnder(version))).toMatchObject({ status: 'open', rulesVersion: version });
  });
});
