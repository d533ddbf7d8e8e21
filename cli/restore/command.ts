// `npm run restore`: what may be asked for, what is done, and how it is told. Where database and Temporal are is not its
// matter.

import type { Command } from 'commander';
import { ownCommand } from '../commandLine/ownCommand';
import { dropDatabase, howToDrop, isOfServer, makeDatabase } from '../../records/backup/databaseOfTrial';
import { restoreBackup } from '../../records/backup/restoreBackup';
import { connect } from '../../records/connect';
import { startCases, type CasesStarted } from '../cases/startCases';
import { withTemporal } from '../cases/openTemporal';
import type { Progress } from '../progress/progressLine';
import { counted } from '../progress/whole';
import { StartFailure } from '../start/startFailure';
import { requireInto } from '../token/databaseFailures';
import { sameDatabase } from '../token/ownDatabase';
import { sentenceOfFailure, type OpenedEngine } from '../token/ownRecords';
import { verifyInThreads } from '../verify/verifyInThreads';
import { sayBroken } from '../verify/sayBroken';
import type { Verdict } from '../verify/verdict';

export interface RestoreAsked {
  readonly from?: string;
  readonly into?: string;
  readonly drop?: true;
  readonly nothingSince?: true;
  readonly cases?: true;
}

/** It is not repeated: it holds a password. */
export const isDatabaseUrl = (text: string): boolean =>
  URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);

/** As everybody may read it on the command line, it is the better way: the password stays in the settings. */
const isDatabaseName = (text: string): boolean => /^[a-z_][a-z0-9_]{0,62}$/i.test(text);

/** Reads the command line without touching anything. */
export const readRestoreCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): RestoreAsked => {
  const asked = configure(
    ownCommand(
      'restore',
      'Restores a backup into an empty database; and starts the cases again that Temporal has lost',
    )
      .option('--from <backup>', 'the folder that "npm run backup" has made')
      .option(
        '--into <database>',
        'an empty one, by its name on the server of DATABASE_URL or npm start, or by a URL; it is made where it is not there; else that of DATABASE_URL or of npm start itself',
      )
      .option(
        '--drop',
        'with --into: drop it again once its chains are checked; only one that this restore makes',
      )
      .option(
        '--nothing-since',
        'the engine was stopped before the backup: mails that were waiting have not gone, and need not say that they may be the second',
      )
      .option('--cases', 'afterwards, with Temporal there: start every case again that does not run'),
  )
    .parse([...args], { from: 'user' })
    .opts<RestoreAsked>();
  if ((asked.from === undefined) === (asked.cases === undefined))
    throw new StartFailure(
      'Say one of the two: --from with a backup, to restore the database; or --cases, to start its cases again afterwards. Nothing was changed.',
    );
  if (asked.into !== undefined && !isDatabaseName(asked.into) && !isDatabaseUrl(asked.into))
    throw new StartFailure(
      '--into must name a database on the server of DATABASE_URL, such as restore_test, or be the URL of one, such as postgres://engine:password@postgres:5432/restored. Nothing was changed.',
    );
  if (asked.from === undefined && (asked.into !== undefined || asked.nothingSince === true))
    throw new StartFailure('--into and --nothing-since go with --from. Nothing was changed.');
  if (asked.drop === true && asked.into === undefined)
    throw new StartFailure('--drop goes with --into, for a trial of a backup. Nothing was changed.');
  return asked;
};

/** In the order of docs/operations.md, "Restoring". */
const NEXT =
  'Next, before worker and API are started: with Temporal running, "npm run verify -- --against-temporal" says what the ' +
  'records lack, and with "--take-over" records it; where Temporal was lost too, "npm run restore -- --cases" starts the ' +
  'cases again. Then start the worker, then the API.';

/** A trial: the engine goes on with the database that it has. */
const BESIDE =
  'It was restored beside the database of the engine, which goes on as it is. Drop it once you have looked: it holds what the backup holds.';
const TRIED =
  'It was restored beside the database of the engine, which goes on as it is, and is dropped again.';

/** The database, and its chains held against themselves: a backup can only be as sound as what it was made from. */
export const runRestore = async (
  from: string,
  databaseUrl: string,
  { nothingSince, into, drop }: Pick<RestoreAsked, 'nothingSince' | 'into' | 'drop'>,
  progress: (what: string) => Progress,
  make?: () => Promise<void>,
): Promise<Verdict> => {
  const { manifest, mayHaveGone } = await restoreBackup({
    databaseUrl,
    ...(make && { make }),
    folder: from,
    nothingSince: nothingSince === true,
    checking: progress('bytes of the backup checked'),
    loading: progress('rows restored'),
  });
  const database = connect(databaseUrl, { connections: 2 });
  try {
    const { broken } = await verifyInThreads({
      databaseUrl,
      database,
      progress: progress('events checked'),
    });
    const { cases, events, madeAt } = manifest;
    return {
      lines: [
        ...(make ? ['The database that --into names was not there: it was made.'] : []),
        `Restored as it was at ${madeAt}: ${counted(cases, 'case')} with ${counted(events, 'event')}.`,
        ...(mayHaveGone === 0
          ? []
          : [
              `${counted(mayHaveGone, 'mail that was waiting then', 'mails that were waiting then')} may have gone since, and will say so.`,
            ]),
        ...(nothingSince === true
          ? []
          : [
              'The next case, agency and token are numbered a hundred higher, so that what was given since then is not given twice.',
            ]),
        ...(broken.length === 0
          ? ['Every chain holds.']
          : sayBroken(broken, 'it was so in the backup; an older one may have it whole.')),
        ...(drop === true ? [] : [into === undefined ? NEXT : BESIDE]),
      ],
      sound: broken.length === 0,
    };
  } finally {
    await database.destroy();
  }
};

/** Undefined once it is dropped: a drop that fails hides nothing of what went before. */
const leftBehind = async (intoUrl: string): Promise<string | undefined> => {
  try {
    await dropDatabase(intoUrl);
    return undefined;
  } catch (error) {
    const { message, name } = error as Error;
    return `The database that was made for it could not be dropped again (${message || name}). It holds what the backup holds: ${howToDrop(intoUrl)}`;
  }
};

/** Neither may be restored into, nor is to be dropped by anybody. */
const refuseLive = (intoUrl: string, engineUrl: string | undefined): void => {
  const whose = sameDatabase(intoUrl, engineUrl)
    ? 'is that of the engine itself'
    : isOfServer(intoUrl)
      ? 'belongs to the server itself'
      : undefined;
  if (whose !== undefined)
    throw new StartFailure(
      `The database that --into names ${whose}. Name another, such as restore_test. Nothing was changed.`,
    );
};

/** Beside the database of the engine (`engineUrl`, where it is known), in one that is there, or is made for it. */
export const runTrial = async (
  from: string,
  intoUrl: string,
  asked: RestoreAsked & { readonly engineUrl?: string | undefined },
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  refuseLive(intoUrl, asked.engineUrl);
  const isThere = await requireInto(intoUrl);
  // What may hold something is not dropped on a word.
  if (isThere && asked.drop === true)
    throw new StartFailure(
      '--drop is for a database that this restore makes, and the one that --into names is there already. Name another, or leave --drop out. ' +
        `If a trial that was interrupted has left it, and nobody needs it, ${howToDrop(intoUrl)} Nothing was changed.`,
    );
  const thisRun = { hasMade: false };
  const make = async (): Promise<void> => {
    await makeDatabase(intoUrl);
    thisRun.hasMade = true;
  };
  const restored = runRestore(from, intoUrl, asked, progress, isThere ? undefined : make);
  if (asked.drop !== true) return restored;
  try {
    const { lines, sound } = await restored;
    const left = await leftBehind(intoUrl);
    return { lines: [...lines, left ?? TRIED], sound: sound && left === undefined };
  } catch (error) {
    // One that somebody else has made meanwhile is not this run's to drop.
    const left = thisRun.hasMade ? await leftBehind(intoUrl) : undefined;
    throw left === undefined
      ? error
      : new StartFailure(`${sentenceOfFailure(error)} ${left}`, { cause: error });
  }
};

const SHOWN = 200;

const told = ({ started, running, ahead, failed }: CasesStarted): readonly string[] => [
  `Started again: ${counted(started.length, 'case')}. Left as they are, because they run: ${counted(running, 'case')}.`,
  ...(ahead.length === 0
    ? []
    : [
        `Not started, because an ended workflow has decided what the records do not have: ${ahead.slice(0, SHOWN).join(', ')}${ahead.length > SHOWN ? ` and ${counted(ahead.length - SHOWN, 'other')}` : ''}.`,
        'Take that over first: "npm run verify -- --against-temporal --take-over". It names the cases that decided otherwise, which nothing takes over: ' +
          'see "A stuck case" in docs/operations.md.',
      ]),
  ...failed.slice(0, SHOWN).map(({ reference, why }) => `${reference} could not be started: ${why}`),
];

export const runStartCases = (engine: OpenedEngine, progress: (what: string) => Progress): Promise<Verdict> =>
  withTemporal(engine, async (temporal) => {
    const result = await startCases(engine, temporal, progress('cases looked at'));
    return { lines: told(result), sound: result.ahead.length === 0 && result.failed.length === 0 };
  });
