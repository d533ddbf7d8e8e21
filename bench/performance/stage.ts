// The deployment that is measured: what `npm run stack` starts, in a folder that is thrown away, with twelve invented agencies
// and as many tokens as anybody wants. It measures nothing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPrograms } from '../../cli/build/buildPrograms';
import { freePort } from '../../cli/start/freePort';
import { StackRoom } from '../../cli/stack/stackRoom';
import { inThrowawayFolder } from '../../cli/start/throwawayFolder';
import type { Instant } from '../../domain/calendar/instant';
import { SEATS, type Seat } from '../../domain/policy/policyProfile';
import type { ActorId } from '../../domain/rapidReview/commands';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { readStartSettings, type Settings } from '../../platform/settings/readSettings';
import { connect, type Database } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { Records } from '../../records/records';
import { say } from '../comparisonLibraries';
import { temporalServer } from '../setUp';

export interface Person {
  readonly token: string;
  readonly actor: ActorId;
}

export interface People {
  readonly coordinator: Person;
  readonly chair: Person;
  readonly delegates: Readonly<Record<Seat, Person>>;
}

type StackProcess = 'worker' | 'api' | 'temporal-server';

export interface Stage {
  readonly apiUrl: string;
  readonly settings: Settings;
  readonly database: Database;
  readonly records: Records;
  /** The first three are those of the seats. */
  readonly agencies: readonly string[];
  /** Of their own for each life: a caller's requests are limited by the minute. */
  readonly people: () => Promise<People>;
  /** The id of a process of the stack. */
  readonly pidOf: (what: StackProcess) => number;
  /** Kills it at once; it is started again by whoever looks after it. */
  readonly kill: (what: StackProcess) => void;
}

const KINDS = [
  'localAuthority',
  'police',
  'integratedCareBoard',
  'nhsProvider',
  'school',
  'housing',
] as const;
const AGENCIES = 12;

const addAgencies = async (records: Records): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < AGENCIES; n += 1) {
    const seat = SEATS[n];
    const { id } = await records.agencies.add({
      name: `Invented agency ${n + 1}`,
      kind: KINDS[n] ?? 'school',
      ...(seat === undefined ? {} : { seat }),
      contacts: [{ level: 'lead', role: 'Safeguarding lead', email: `lead-${n + 1}@agencies.example` }],
      by: 'bench' as ActorId,
      at: Date.now() as Instant,
      commandId: `bench-agency-${n + 1}`,
    });
    ids.push(id);
  }
  return ids;
};

const peopleOf = (records: Records) => async (): Promise<People> => {
  const at = Date.now() as Instant;
  const one = (rest: Pick<Parameters<Records['people']['issue']>[0], 'role' | 'seats'>): Promise<Person> =>
    records.people.issue({ person: 'Invented person', at, ...rest });
  const delegates = {} as Record<Seat, Person>;
  for (const seat of SEATS) delegates[seat] = await one({ role: 'partnerDelegate', seats: [seat] });
  return {
    coordinator: await one({ role: 'coordinator' }),
    chair: await one({ role: 'meetingChair' }),
    delegates,
  };
};

const onStageIn = async <T>(
  folder: string,
  executable: string,
  work: (stage: Stage) => Promise<T>,
): Promise<T> => {
  const ports: Record<string, string> = {};
  for (const name of ['API', 'POSTGRES', 'TEMPORAL', 'MAILBOX', 'MAILBOX_SMTP'])
    ports[`${name}_PORT`] = String(await freePort());
  const settings = readStartSettings({ ...ports, LOG_LEVEL: 'warn', API_REQUESTS_PER_MINUTE: '1000000' });
  const room = new StackRoom({
    settings,
    dataFolder: folder,
    temporalServer: executable,
    workers: 1,
    apis: 1,
    serversOnly: false,
    say,
    interrupted: new AbortController().signal,
  });
  try {
    const { settings: given, apiUrls } = await room.start();
    const database = connect(given.databaseUrl);
    try {
      const records = createRecords(database, { master: keyRingOf(given.masterKeys) });
      const pidOf = (what: StackProcess): number => Number(readFileSync(join(folder, `${what}.pid`), 'utf8'));
      return await work({
        apiUrl: apiUrls[0] ?? '',
        settings: given,
        database,
        records,
        agencies: await addAgencies(records),
        people: peopleOf(records),
        pidOf,
        kill: (what) => process.kill(pidOf(what), 'SIGKILL'),
      });
    } finally {
      await database.destroy();
    }
  } finally {
    await room.stop();
  }
};

export const onStage = async <T>(work: (stage: Stage) => Promise<T>): Promise<T> => {
  await buildPrograms(say);
  const executable = await temporalServer();
  return inThrowawayFolder((folder) => onStageIn(folder, executable, work));
};
