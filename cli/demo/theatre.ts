// Everything that the story is played with, brought up for it and taken down after it: the time-skipping server, the
// records, the development mailbox, and the real worker between them, whose clock is the server's.

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Runtime, type Worker } from '@temporalio/worker';
import { createActivities, createCalendarChangeActivities } from '../../activities/createActivities';
import { temporalGateway } from '../../api/writing/temporalGateway';
import type { CaseGateway } from '../../api/writing/caseGateway';
import type { Instant } from '../../domain/calendar/instant';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { answerLinks } from '../../platform/identity/answerLinks';
import { createLogger, type Logger } from '../../platform/logging/createLogger';
import { temporalLogger, temporalLogging } from '../../platform/logging/temporalLogger';
import { createMailTransport } from '../../platform/mail/mailTransport';
import type { EncryptionKey } from '../../platform/settings/encryptionKeys';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import { bundleOfSources } from '../../worker/bundleOfSources';
import { createWorker } from '../../worker/createWorker';
import { startMailbox, type RunningMailbox } from '../mailbox/startMailbox';
import { freePort } from '../start/freePort';
import { StartFailure } from '../start/startFailure';
import { apiInside, type ApiInside } from './apiInside';
import { databaseForPlay } from './databaseForPlay';
import { startTimeSkippingServer } from './timeSkippingServer';

const TASK_QUEUE = 'demo';
const DOMAIN = 'partnership.example';

/** Of an invented partnership; nothing of it leaves the mailbox. */
const MAIL_SETTINGS = {
  partnershipName: 'Westmere Safeguarding Children Partnership',
  teamMailbox: `rapid-review.team@${DOMAIN}`,
  panelMailbox: 'national-panel@panel.example',
  onCallMailboxes: [`on-call@${DOMAIN}`],
  publicUrl: `https://rapid-review.${DOMAIN}`,
  meetingMinutes: 120,
};

const partnership = {
  name: MAIL_SETTINGS.partnershipName,
  mailbox: MAIL_SETTINGS.teamMailbox,
  privacyUrl: '',
  accessibilityUrl: '',
};

export interface Theatre {
  readonly records: Records;
  /** The API, asked from inside. */
  readonly ask: ApiInside['ask'];
  readonly databaseUrl: string;
  readonly masterKeys: readonly EncryptionKey[];
  readonly cases: CaseGateway;
  readonly temporal: TemporalLink;
  readonly logger: Logger;
  readonly mailbox: RunningMailbox;
  /** The domain of the mails' Message-IDs. */
  readonly mailDomain: string;
  readonly now: () => Promise<Instant>;
  /** Lets time pass to that moment; at once where it has passed. */
  readonly skipTo: (at: Instant) => Promise<void>;
  /** Plays while the worker works. */
  readonly play: (story: () => Promise<void>) => Promise<void>;
}

export interface TheatreOptions {
  readonly testServer: string;
  readonly databaseUrl?: string;
  /** Told each step of the setting up. */
  readonly say: (line: string) => void;
  readonly interrupted: AbortSignal;
}

const key = (id: string): EncryptionKey => ({ id, bytes: randomBytes(32) });

/** PostgreSQL's own account must get through it. */
const folderForPlay = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rapid-review-demo-'));
  chmodSync(folder, 0o711);
  return folder;
};

/** Takes down what was brought up, the last first, whatever of it fails. */
class TakenDown {
  readonly #steps: (() => unknown)[] = [];
  after(step: () => unknown): void {
    this.#steps.unshift(step);
  }
  async all(): Promise<void> {
    for (const step of this.#steps) {
      try {
        await step();
      } catch {
        // The server may be gone already: the terminal's Ctrl-C reaches it too.
      }
    }
  }
}

const mailboxForPlay = async (folder: string): Promise<RunningMailbox> =>
  startMailbox({ smtpPort: await freePort(), pagePort: await freePort(), folder: join(folder, 'mailbox') });

/** One that has never worked keeps its connection, and with it the process: it ends as one that has begun. */
const endWorker = async (worker: Worker): Promise<void> => {
  if (worker.getState() === 'INITIALIZED') await worker.runUntil(Promise.resolve());
};

/** At once, and all of it: what is still starting when another part fails must be taken down too. */
const together = async <T extends readonly unknown[]>(
  ...parts: { readonly [K in keyof T]: Promise<T[K]> }
): Promise<T> => {
  await Promise.allSettled(parts);
  return await Promise.all(parts);
};

const bringUp = async (options: TheatreOptions, down: TakenDown): Promise<Theatre> => {
  const { testServer, say, interrupted } = options;
  // Once it is interrupted, what breaks is what is taken down, and the terminal's Ctrl-C reaches the servers too.
  const destination = {
    write: (line: string) => interrupted.aborted || process.stderr.write(line),
  };
  const logger = createLogger({ level: 'error', name: 'demo', destination });
  Runtime.install({ ...temporalLogging(logger), shutdownSignals: [] });
  const dataConverter = encryptedDataConverter(keyRingOf([key('demo-codec')]));
  const masterKeys = [key('demo-master')];

  say('Bringing up the time-skipping server, PostgreSQL, the mailbox and the worker.');
  const folder = folderForPlay();
  down.after(() => rmSync(folder, { recursive: true, force: true }));
  // By itself: it has little time to begin in.
  const environment = await startTimeSkippingServer(testServer, dataConverter);
  down.after(() => environment.teardown());
  interrupted.throwIfAborted();
  const [bundle, database, mailbox] = await together(
    bundleOfSources({ logger: temporalLogger(logger) }),
    databaseForPlay(options.databaseUrl, folder).then((made) => {
      down.after(made.remove);
      return made;
    }),
    mailboxForPlay(folder).then((started) => {
      down.after(started.stop);
      return started;
    }),
  );
  interrupted.throwIfAborted();

  const connection = connect(database.url);
  down.after(() => connection.destroy());
  const master = keyRingOf(masterKeys);
  const records = createRecords(connection, { master });
  const links = answerLinks(master, MAIL_SETTINGS.publicUrl);
  const mail = createMailTransport({
    smtpUrl: mailbox.smtpUrl,
    domain: DOMAIN,
    replyTo: MAIL_SETTINGS.teamMailbox,
    from: `Rapid Review team <${MAIL_SETTINGS.teamMailbox}>`,
  });
  down.after(mail.close);
  const now = async (): Promise<Instant> => (await environment.currentTimeMs()) as Instant;
  const { client, connection: plain, namespace = 'default' } = environment;
  const worker = await createWorker({
    connection: environment.nativeConnection,
    namespace,
    taskQueue: TASK_QUEUE,
    dataConverter,
    activities: {
      ...createActivities({ records, mail, clock: now, logger, settings: MAIL_SETTINGS, answerLinks: links }),
      ...createCalendarChangeActivities({ records, logger, cases: client.workflow, clock: now }),
    },
    bundle,
  });
  down.after(() => endWorker(worker));
  const temporal = { client, connection: plain, namespace, close: () => plain.close() };
  const gateway = temporalGateway(temporal, { taskQueue: TASK_QUEUE });
  const api = await apiInside({
    records,
    cases: gateway,
    logger,
    answerLinks: links,
    partnership,
    temporal,
    taskQueue: TASK_QUEUE,
    time: now,
  });
  down.after(api.close);
  return {
    records,
    ask: api.ask,
    databaseUrl: database.url,
    masterKeys,
    mailbox,
    mailDomain: DOMAIN,
    now,
    temporal,
    logger,
    cases: gateway,
    skipTo: async (at) => {
      const ahead = at - (await now());
      if (ahead > 0) await environment.sleep(ahead);
    },
    play: (story) => worker.runUntil(story),
  };
};

/** Uses a theatre and takes it down, however that ends. */
export const inTheatre = async <T>(
  options: TheatreOptions,
  use: (theatre: Theatre) => Promise<T>,
): Promise<T> => {
  const down = new TakenDown();
  const stopped = new Promise<never>((_resolve, reject) => {
    options.interrupted.addEventListener('abort', () => reject(new StartFailure('Interrupted.')));
  });
  stopped.catch(() => undefined);
  try {
    const theatre = await bringUp(options, down);
    return await use({
      ...theatre,
      play: (story) => theatre.play(() => Promise.race([story(), stopped])),
    });
  } catch (error) {
    options.interrupted.throwIfAborted();
    throw error;
  } finally {
    await down.all();
  }
};
