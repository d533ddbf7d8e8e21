// Whether the records have everything that the workflows of the cases have decided, and where they lack the end, which
// numbers; asked for, it is taken over. It reads histories and disturbs no case.

import { severalAtOnce } from '../../activities/severalAtOnce';
import { instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/references';
import { UnknownKey } from '../../platform/encryption/keyRing';
import {
  compareCase,
  hasForgotten,
  heardBeyond,
  isBehind,
  takeOver,
  type Compared,
  type TakenOver,
} from '../cases/missingTail';
import { casesInTemporal, withTemporal, type OpenedTemporal } from '../cases/openTemporal';
import { referencesInRecords } from '../../records/cases/referencesInRecords';
import { codesNamed } from '../../records/givenCodes/codesNamed';
import type { Progress } from '../progress/progressLine';
import { counted, whole } from '../progress/whole';
import type { OpenedEngine } from '../token/ownRecords';
import { codesLacking } from './codesLacking';
import type { Verdict } from './verdict';

const AT_ONCE = 8;
const SHOWN = 200;

const numbers = (from: number, to: number): string =>
  from === to ? `event ${to}` : `events ${from} to ${to}`;

/** A case whose end the records lack, up to that version. */
type Behind = Pick<Compared, 'reference' | 'recorded'> & { readonly version: number };

const sayBehind = ({ reference, recorded, version }: Behind): string =>
  recorded === 0
    ? `  ${reference}: the whole case is missing, ${numbers(1, version)}`
    : `  ${reference}: ${numbers(recorded + 1, version)} missing`;

/** Or why it could not be. */
type Result = TakenOver | { readonly failed: string };

const sayTakenOver = ({ reference, recorded, version }: Behind, result: Result): string => {
  if ('failed' in result)
    return `  ${reference}: could not be taken over, or not to its end: ${result.failed}`;
  if ('lost' in result)
    return `  ${reference}: event ${result.lost} is in no history that Temporal still keeps; nothing of the case was taken over`;
  const mails =
    result.mayHaveGone === 0
      ? ''
      : `; ${counted(result.mayHaveGone, 'mail')} may go a second time and then say so`;
  return `  ${reference}: ${numbers(recorded + 1, version)} taken over${mails}`;
};

const shown = (lines: readonly string[]): readonly string[] =>
  lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `  and ${whole(lines.length - SHOWN)} more`];

const byReference = (a: Pick<Compared, 'reference'>, b: Pick<Compared, 'reference'>): number =>
  a.reference < b.reference ? -1 : 1;

/** Read again, and heard by `heard`. One that cannot be taken over keeps no other from it; the command can be given again. */
const takenOverOrWhyNot = async (
  records: OpenedEngine['records'],
  temporal: OpenedTemporal,
  reference: CaseReference,
  heard: (events: readonly CaseEvent[]) => void,
): Promise<Result> => {
  try {
    const one = await compareCase(records, temporal, reference);
    if (one === undefined) return { failed: 'Temporal has let go of it meanwhile.' };
    heard(heardBeyond(one));
    return await takeOver(records, temporal, one, instant(Date.now()));
  } catch (error) {
    return { failed: error instanceof Error ? error.message : 'it failed' };
  }
};

export const comparedWithTemporal = (
  engine: OpenedEngine,
  toTakeOver: boolean,
  progress: (what: string) => Progress,
): Promise<Verdict> =>
  withTemporal(engine, async (temporal) => {
    const inRecords = new Set(await referencesInRecords(engine.database));
    const references = [
      ...new Set<CaseReference>([...inRecords, ...(await casesInTemporal(temporal))]),
    ].sort();
    // What is read is let go of: of every case there is its history would be more than memory holds.
    let compared = 0;
    const otherwise: Pick<Compared, 'reference' | 'otherwise'>[] = [];
    const behind: Behind[] = [];
    const forgotten: string[] = [];
    const without: CaseReference[] = [];
    const unread: string[] = [];
    const say = progress('cases compared with Temporal');
    let done = 0;
    await severalAtOnce(references, AT_ONCE, async (reference) => {
      try {
        const one = await compareCase(engine.records, temporal, reference);
        if (one !== undefined) compared += 1;
        else if (inRecords.has(reference)) without.push(reference);
        if (one?.otherwise !== undefined) otherwise.push({ reference, otherwise: one.otherwise });
        else if (one !== undefined && isBehind(one))
          behind.push({ reference, recorded: one.recorded, version: one.known.version });
        else if (one !== undefined && hasForgotten(one))
          forgotten.push(`  ${reference}: ${numbers(one.known.version + 1, one.recorded)}`);
      } catch (error) {
        if (!(error instanceof UnknownKey)) throw error;
        unread.push(`  ${reference}: ${error.message}`);
      }
      say((done += 1), references.length);
    });
    otherwise.sort(byReference);
    behind.sort(byReference);
    const lines: string[] = [];
    if (without.length > 0)
      lines.push(
        `Without a workflow in Temporal: ${counted(without.length, 'case')}. "npm run restore -- --cases" starts each again from its events.`,
      );
    if (unread.length > 0)
      lines.push(
        `The histories of ${counted(unread.length, 'case')} cannot be read; see "A codec key is lost" in docs/operations.md:`,
        ...shown(unread.sort()),
      );
    if (otherwise.length > 0)
      lines.push(
        'These cases have decided otherwise than is recorded; see "A stuck case" in docs/operations.md:',
        ...shown(otherwise.map(({ reference, otherwise: at }) => `  ${reference}: from event ${at ?? 0} on`)),
      );
    if (forgotten.length > 0)
      lines.push(
        'These cases are recorded further than their workflows have got: Temporal was restored from before; see "A stuck case" in docs/operations.md:',
        ...shown(forgotten.sort()),
      );
    const allAgree = otherwise.length === 0 && unread.length === 0 && forgotten.length === 0;
    // What no take-over mends.
    const restIsSound = allAgree && without.length === 0;
    if (behind.length === 0) {
      if (allAgree)
        lines.push(
          compared === 0
            ? 'Temporal has no case to compare the records with.'
            : `The records have every event that Temporal's cases have decided (${counted(compared, 'case')}).`,
        );
      return { lines, sound: restIsSound };
    }
    if (!toTakeOver) {
      lines.push(
        `The records lack the end of ${whole(behind.length)} of ${counted(compared, 'case')}:`,
        ...shown(behind.map(sayBehind)),
        'Nothing was changed. "npm run verify -- --against-temporal --take-over" records what is missing, from Temporal.',
      );
      return { lines, sound: false };
    }
    const results: { readonly one: Behind; readonly result: Result }[] = [];
    const heard: CaseEvent[] = [];
    const sayTaken = progress('cases taken over');
    for (const one of behind) {
      const hear = (events: readonly CaseEvent[]): void => void heard.push(...events);
      results.push({ one, result: await takenOverOrWhyNot(engine.records, temporal, one.reference, hear) });
      sayTaken(results.length, behind.length);
    }
    lines.push(
      `The records lacked the end of ${whole(behind.length)} of ${counted(compared, 'case')}:`,
      ...shown(results.map(({ one, result }) => sayTakenOver(one, result))),
      ...(await codesLacking(engine.records.givenCodes, codesNamed(heard))),
      'Where the records were lost and restored, texts that people wrote in that time are lost with them; the chronology shows the acts that had ' +
        'one. So are the particulars of cases that were opened or corrected then: of the child, of what happened and of whoever referred. Where ' +
        'GET /cases/{reference}/particulars says so, ask for them again, and enter them by POST there, with its ETag as If-Match.',
    );
    return { lines, sound: restIsSound && results.every(({ result }) => 'taken' in result) };
  });
