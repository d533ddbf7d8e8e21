// `npm run coming-notices`: what may be asked for, and what is answered. Where the records are is not its matter.

import type { Command } from 'commander';
import { ownCommand } from '../commandLine/ownCommand';
import { wholeNumber } from '../commandLine/wholeNumber';
import { comingOfAll, comingOfCase } from '../../api/reminders/presentComing';
import type { ComingNoticeView } from '../../api/reminders/comingNoticesSchema';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import type { CaseReference } from '../../domain/rapidReview/state';
import { sayInstant } from '../../api/problems/saying';
import type { Records } from '../../records/records';

export interface ComingAsked {
  readonly case?: string;
  readonly workingDays: number;
  readonly json?: true;
}

/** The message is for the person at the terminal. */
export class NoSuchCase extends Error {
  override readonly name = 'NoSuchCase';
  constructor(reference: string) {
    super(`There is no case ${JSON.stringify(reference)}. References look like RR-2026-0007.`);
  }
}

const workingDays = wholeNumber('working days', 30);

/** Reads the command line without touching the records. */
export const readComingCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): ComingAsked =>
  configure(
    ownCommand(
      'coming-notices',
      'What the clock alone would send in the working days to come, to whom and why',
    )
      .option('--case <reference>', 'of that case only; else of every one of which something is to come')
      .option('--working-days <number>', 'how far to look ahead', workingDays, 10)
      .option('--json', 'as one JSON document'),
  )
    .parse([...args], { from: 'user' })
    .opts<ComingAsked>();

const sayNotice = ({ reference, at, to, what, why }: ComingNoticeView): readonly string[] => [
  `${sayInstant(Date.parse(at) as Instant)}  ${reference}`,
  `    to ${to.inWords}`,
  `    ${what}`,
  ...why.map(({ inWords }) => `    because ${inWords}`),
  '',
];

const readable = (notices: readonly ComingNoticeView[], days: number): readonly string[] => {
  const ahead = days === 1 ? 'the next working day' : `the next ${days} working days`;
  return notices.length === 0
    ? [`Until the end of ${ahead} nothing would be sent, if nobody acts.`]
    : [`Until the end of ${ahead} this would be sent, if nobody acts:`, '', ...notices.flatMap(sayNotice)];
};

/** The lines to show. */
export const runComingCommand = async (
  records: Records,
  asked: ComingAsked,
  from: Instant,
): Promise<readonly string[]> => {
  const ahead = { from, workingDays: asked.workingDays };
  const found = async (): Promise<readonly ComingNoticeView[]> => {
    if (asked.case === undefined) return (await comingOfAll(records, ahead)).notices;
    const folded = await records.cases.stateOf(asked.case as CaseReference);
    if (folded === undefined) throw new NoSuchCase(asked.case);
    return comingOfCase(records, folded, ahead);
  };
  const notices = await found();
  return asked.json === true
    ? [JSON.stringify({ from: formatInstant(from), workingDays: asked.workingDays, notices })]
    : readable(notices, asked.workingDays);
};
