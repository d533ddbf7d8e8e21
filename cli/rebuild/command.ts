// `npm run rebuild`: what may be asked for, which cases' lists are made anew, and how it is told. How they are made, the records decide.

import type { Command } from 'commander';
import type { BrokenChain } from '../../records/eventLog/verifyRange';
import { ownCommand } from '../commandLine/ownCommand';
import type { Progress } from '../progress/progressLine';
import { counted } from '../progress/whole';
import type { OpenedEngine } from '../token/ownRecords';
import { sayBroken } from '../verify/sayBroken';
import type { Verdict } from '../verify/verdict';
import { verifyInThreads } from '../verify/verifyInThreads';

export interface RebuildAsked {
  readonly brokenToo?: true;
}

export const readRebuildCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): RebuildAsked =>
  configure(
    ownCommand(
      'rebuild',
      'Makes the lists of cases, dates and requests anew from the events; nothing else is changed',
    ).option(
      '--broken-too',
      'also of cases whose chain is broken, once that is explained: what their lists still show of them is lost',
    ),
  )
    .parse([...args], { from: 'user' })
    .opts<RebuildAsked>();

const whatWasLeft = (broken: readonly BrokenChain[]): readonly string[] => [
  ...sayBroken(broken, 'its lists were left as they are, since they may show what the case was.'),
  'Keep them until that is explained; docs/operations.md, "The chain is broken".',
];

/** Of a case that somebody took out of the log, the lists are what is left: they go only where that is asked for. */
export const runRebuildCommand = async (
  { databaseUrl, database, records }: OpenedEngine,
  { brokenToo }: RebuildAsked,
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  const toLeave = async (): Promise<readonly BrokenChain[]> => {
    if (brokenToo !== true)
      return (await verifyInThreads({ databaseUrl, database, progress: progress('events checked') })).broken;
    await records.cases.dropStrays();
    return [];
  };
  const broken = await toLeave();
  const spared = new Set(broken.map(({ reference }) => reference));
  const cases = await records.cases.rebuildAll(progress('cases made anew'), spared);
  return {
    lines: [
      `The lists of ${counted(cases, 'case')} were made anew from the events.`,
      ...(broken.length === 0 ? [] : whatWasLeft(broken)),
    ],
    sound: broken.length === 0,
  };
};
