// `npm run verify`: what may be asked for, what is checked, and how it is told. Where the records are is not its matter.

import type { Command } from 'commander';
import { ownCommand } from '../commandLine/ownCommand';
import { headGone, sealOf } from '../../records/eventLog/seal';
import type { BrokenChain } from '../../records/eventLog/verifyRange';
import { notedHeads } from '../../records/backup/notedHeads';
import type { Progress } from '../progress/progressLine';
import { counted, whole } from '../progress/whole';
import { StartFailure } from '../start/startFailure';
import type { OpenedEngine } from '../token/ownRecords';
import { comparedWithTemporal } from './compareWithTemporal';
import { sayBroken } from './sayBroken';
import type { Verdict } from './verdict';
import { verifyInThreads } from './verifyInThreads';

export interface VerifyAsked {
  readonly since?: string;
  readonly projections?: true;
  readonly againstTemporal?: true;
  readonly takeOver?: true;
}

/** Reads the command line without touching the records. */
export const readVerifyCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): VerifyAsked => {
  const asked = configure(
    ownCommand(
      'verify',
      'Checks the hash chain of every case: an event altered, deleted, inserted or swapped is found',
    )
      .option(
        '--since <backup>',
        'also that the last event of each case in that backup is still in its chain',
      )
      .option('--projections', 'also that the lists are, to the byte, what the events give')
      .option(
        '--against-temporal',
        'also that the records have every event that the cases have decided: after restoring an older backup',
      )
      .option('--take-over', 'with --against-temporal: record the events that are missing, from Temporal'),
  )
    .parse([...args], { from: 'user' })
    .opts<VerifyAsked>();
  if (asked.takeOver === true && asked.againstTemporal === undefined)
    throw new StartFailure('--take-over goes with --against-temporal. Nothing was changed.');
  return asked;
};

const brokenLines = (broken: readonly BrokenChain[], cases: number): readonly string[] => [
  ...sayBroken(broken, 'it was altered, deleted, inserted or moved after it was recorded.'),
  `${counted(broken.length, 'chain')} of ${counted(cases + broken.length, 'case')} ${broken.length === 1 ? 'is' : 'are'} broken; all others hold.`,
  'Keep the database as it is, and compare with a backup from before; docs/operations.md, "The chain is broken".',
];

const chains = async (
  { databaseUrl, database }: OpenedEngine,
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  const began = performance.now();
  const { checked, cases, broken } = await verifyInThreads({
    databaseUrl,
    database,
    progress: progress('events checked'),
  });
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const took = seconds === '0.0' ? 'less than 0.1 s' : `${seconds} s`;
  if (broken.length > 0) return { lines: brokenLines(broken, cases), sound: false };
  return {
    lines: [
      `${counted(checked, 'event')} of ${counted(cases, 'case')} checked in ${took}: every chain holds.`,
      `The seal of all chains is ${await sealOf(database)}.`,
    ],
    sound: true,
  };
};

const since = async ({ database }: OpenedEngine, backup: string): Promise<Verdict> => {
  let heads = 0;
  for await (const page of notedHeads(backup)) {
    const gone = await headGone(database, page);
    if (gone !== undefined) {
      const { reference, number } = gone;
      return {
        lines: [
          `Event ${number} of ${reference} is in the backup and not in the records any more: the case was taken back or written anew since.`,
        ],
        sound: false,
      };
    }
    heads += page.length;
  }
  return {
    lines: [`Each last event that the backup has is still there, as it was (${counted(heads, 'case')}).`],
    sound: true,
  };
};

const projections = async (
  { records }: OpenedEngine,
  chainsHold: boolean,
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  const { cases, stale } = await records.cases.stale(progress('cases projected again'));
  if (stale.length === 0)
    return { lines: [`The lists are what the events give (${counted(cases, 'case')}).`], sound: true };
  return {
    lines: [
      `The lists of ${whole(stale.length)} of ${counted(cases, 'case')} are not what the events give: ${stale.slice(0, 20).join(', ')}${stale.length > 20 ? ' …' : ''}.`,
      `Nothing was changed. "npm run rebuild" makes them anew from the events${chainsHold ? '' : ', and leaves those of a case whose chain is broken: they may show what it was'}.`,
    ],
    sound: false,
  };
};

export const runVerifyCommand = async (
  engine: OpenedEngine,
  asked: VerifyAsked,
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  const ofChains = await chains(engine, progress);
  const verdicts = [ofChains];
  if (asked.since !== undefined) verdicts.push(await since(engine, asked.since));
  if (asked.projections === true) verdicts.push(await projections(engine, ofChains.sound, progress));
  if (asked.againstTemporal === true)
    verdicts.push(await comparedWithTemporal(engine, asked.takeOver === true, progress));
  return { lines: verdicts.flatMap(({ lines }) => lines), sound: verdicts.every(({ sound }) => sound) };
};
