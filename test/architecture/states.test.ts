// The pictures in docs/architecture.md are whole: every kind of event is in a recorded case, whatever a case can become one
// of them became, and a folder of the import rules is described.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldersIn, foldersSection } from '../../cli/docs/foldersSection';
import { recordedSteps } from '../../cli/docs/states/recordedCases';
import { stillTaken } from '../../cli/docs/states/statesSection';
import {
  livedByCases,
  livedByMeetings,
  livedByObligations,
  possibleForCases,
  type Transition,
} from '../../cli/docs/states/transitions';
import { ENDINGS } from '../../domain/rapidReview/ending/state';
import { ROOT } from './cruise';

const steps = recordedSteps();
const arrow = ({ from, event, to }: Transition): string => `${from} ${event} ${to}`;
const arrows = (transitions: readonly Transition[]): readonly string[] =>
  [...new Set(transitions.map(arrow))].sort();

describe('the recorded cases', () => {
  it('hold every kind of event', () => {
    const handled = [
      ...readFileSync(join(ROOT, 'domain/rapidReview/evolve.ts'), 'utf8').matchAll(/case '(\w+)'/g),
    ].map(([, kind]) => kind);
    expect(handled.length).toBeGreaterThan(60);
    expect([...new Set(steps.map(({ event }) => event.kind))].sort()).toEqual([...new Set(handled)].sort());
  });

  it('became whatever a case can become, by every kind of ending', () => {
    expect(arrows(livedByCases(steps))).toEqual(arrows(possibleForCases(steps)));
    const ended = livedByCases(steps).filter(({ to }) => to === 'ended');
    expect(ended.map(({ where }) => where).sort()).toEqual([...ENDINGS].sort());
  });

  it('would show an arrow less where one of them was not lived', () => {
    const without = steps.filter(({ event }) => event.kind !== 'WithdrawalUndone');
    expect(arrows(livedByCases(without))).not.toContain('ended WithdrawalUndone open');
    expect(arrows(possibleForCases(without))).not.toContain('ended WithdrawalUndone open');
  });

  it('took every meeting and every obligation to an end', () => {
    expect(arrows(livedByMeetings(steps))).toContain('open MeetingClosed held');
    expect(arrows(livedByObligations(steps))).toContain('missed ObligationReinstated open');
  });
});

describe('R20: after the end', () => {
  it('late answers, what is wrong in them or about people, who is kept off, safety and the undoing are all that is still decided', () => {
    expect([...stillTaken(steps, 'ended')].sort()).toEqual([
      ...['acknowledgeSafetyConcern', 'correctParticulars', 'correctRecordsSecured', 'correctReturn'],
      ...['excludeContact', 'explainLateness', 'raiseSafetyConcern', 'readmitContact'],
      ...['recordRecordsSecured', 'recordReturn', 'recordSafetyAction'],
      ...['undoSettlement', 'undoWithdrawal'],
    ]);
    expect(stillTaken(steps, 'open')).toContain('arrangeMeeting');
  });
});

describe('the table of folders', () => {
  const rules = {
    FOLDERS: ['domain', 'api', 'bench'],
    MAY_IMPORT: { domain: [], api: ['domain'] },
    PACKAGES: { domain: [] },
  };

  it('says what each may import', () => {
    expect(foldersIn(rules, { domain: 'the rules', api: 'routes', bench: 'measures' })).toEqual([
      ['`domain/`', 'the rules', 'nothing', 'none'],
      ['`api/`', 'routes', '`domain`', 'any'],
      ['`bench/`', 'measures', 'any', 'any'],
    ]);
  });

  it('leaves no folder out, and invents none', () => {
    expect(() => foldersIn(rules, { domain: 'the rules', api: 'routes' })).toThrow('bench');
    expect(() => foldersIn(rules, { domain: 'a', api: 'b', bench: 'c', attic: 'd' })).toThrow('attic');
  });

  it('has every folder that there is', () => {
    const left = [...readFileSync(join(ROOT, '.gitignore'), 'utf8').matchAll(/^\/?([\w.]+)\/$/gm)].map(
      ([, name]) => name,
    );
    const there = readdirSync(ROOT, { withFileTypes: true })
      .filter((one) => one.isDirectory() && !one.name.startsWith('.') && !left.includes(one.name))
      .map(({ name }) => name);
    const rows = foldersSection().flatMap((line) => /^\| `(\w+)\/`/.exec(line)?.[1] ?? []);
    expect(rows.sort()).toEqual(there.sort());
  });
});
