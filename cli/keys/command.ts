// `npm run keys`: making a key, saying which keys are still needed and for what, and bringing everything under the first of
// each list. Where keys are kept, and in which order they are changed, is for the operator: docs/operations.md, "Keys". The key
// of one case is the business of `caseKeyCommand.ts`.

import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { sayInstant } from '../../api/problems/saying';
import { ownCommand } from '../commandLine/ownCommand';
import { DAY, formatInstant, instant, type Instant } from '../../domain/calendar/instant';
import { isKeyId, keyRingOf, type KeyRing } from '../../platform/encryption/keyRing';
import type { KeySetting } from '../../platform/settings/developmentKeys';
import { formatKeys } from '../../platform/settings/encryptionKeys';
import { caseKeyTally } from '../../records/keys/caseKeyTally';
import { keysInUse, missingOf, type KeyInUse } from '../../records/keys/keysInUse';
import { rewrapAll, type Rewrapped } from '../../records/keys/rewrap';
import { letGoOnAsNew, TemporalAway, withTemporal } from '../cases/openTemporal';
import type { Progress } from '../progress/progressLine';
import { counted, whole } from '../progress/whole';
import { StartFailure } from '../start/startFailure';
import type { OpenedEngine } from '../token/ownRecords';
import type { Verdict } from '../verify/verdict';
import { caseKeyParts, runCaseKeyCommand, type CaseKeyAsked } from './caseKeyCommand';
import { codecKeysInUse, type HistoryKeys } from './codecKeysInUse';
import { sayUnused } from './sayUnused';

export type KeysAsked =
  | { readonly act: 'new'; readonly id?: string }
  | { readonly act: 'show' | 'rewrap' | 'renewHistories' }
  | CaseKeyAsked;

/** What was given is not repeated: it may be a key in the wrong place. */
const refuseUnusableId = (id: string | undefined): void => {
  if (id === undefined || isKeyId(id)) return;
  throw new StartFailure(
    'The name of a key is 1 to 64 letters, digits, ".", "_" or "-", such as spring-2027; what --id says is not. No key was made.',
  );
};

/** Reads the command line without touching the records. */
export const readKeysCommand = (
  args: readonly string[],
  configure: (command: Command) => Command = (c) => c,
): KeysAsked => {
  let asked: KeysAsked = { act: 'show' };
  const program = configure(
    ownCommand(
      'keys',
      'The keys of MASTER_KEYS and CODEC_KEYS: of each list the first encrypts, and all decrypt; and the key of each case',
    ),
  );
  const part = (name: string, description: string): Command =>
    configure(program.command(name).description(description).allowExcessArguments(false));
  part('new', 'makes a key, to be put into a list of keys; it is shown this once and kept nowhere')
    .option('--id <id>', 'its name: letters, digits, ".", "_", "-"; else the day and some letters')
    .action(({ id }: { readonly id?: string }) => {
      refuseUnusableId(id);
      asked = { act: 'new', ...(id === undefined ? {} : { id }) };
    });
  part('show', 'which keys are still needed, and for what').action(() => {
    asked = { act: 'show' };
  });
  part('rewrap', 'seals again under the first master key whatever is under another').action(() => {
    asked = { act: 'rewrap' };
  });
  part(
    'renew-histories',
    'lets every case whose history was encrypted with another codec key go on in a new run, under the first',
  ).action(() => {
    asked = { act: 'renewHistories' };
  });
  caseKeyParts(part, (ofCase) => {
    asked = ofCase;
  });
  program.parse([...args], { from: 'user' });
  return asked;
};

/** Nothing for what only reads. */
export const keysWrittenUnder = ({ act }: KeysAsked): KeySetting | undefined => {
  if (act === 'renewHistories') return 'CODEC_KEYS';
  return act === 'new' || act === 'show' || act === 'acts' ? undefined : 'MASTER_KEYS';
};

/** `id:base64`, as it stands in a list of keys. Throws `RangeError` for a name that no list would take. */
export const newKey = (name: string | undefined, at: Instant): string => {
  const id = name ?? `${formatInstant(at).slice(0, 10)}-${randomBytes(3).toString('hex')}`;
  const key = { id, bytes: randomBytes(32) };
  keyRingOf([key]);
  return formatKeys([key]);
};

/** For so long a partner's system may repeat a request. */
const REPEATED_WITHIN = 7 * DAY;

/** A key with where it stands in its list. */
const nameIn = (ring: KeyRing, setting: KeySetting, keyId: string): string => {
  if (keyId === ring.current.id) return `  ${keyId} (the first)`;
  return ring.ids.includes(keyId) ? `  ${keyId}` : `  ${keyId} (NOT in ${setting})`;
};

const sayMaster = (ring: KeyRing, use: KeyInUse | undefined, keyId: string, at: Instant): string => {
  const name = nameIn(ring, 'MASTER_KEYS', keyId);
  const sealed = (use?.sealed ?? []).map(({ what, rows }) => `${what} (${whole(rows)})`);
  if (sealed.length > 0) return `${name}: needed for ${sealed.join(', ')}`;
  if (keyId === ring.current.id) return `${name}: nothing is under it yet`;
  const until = instant((use?.lastRequest ?? 0) + REPEATED_WITHIN);
  return until > at
    ? `${name}: nothing is sealed with it; needed until ${sayInstant(until)} to know repeats of requests`
    : `${name}: ${sayUnused(ring, keyId, ' by this database; backups from before may need it, and links to answer by that were mailed while it was the first end with it')}`;
};

const masterLines = ({ master }: OpenedEngine, uses: readonly KeyInUse[], at: Instant): Verdict => {
  const ids = [...new Set([...master.ids, ...uses.map(({ keyId }) => keyId)])];
  return {
    lines: [
      'Master keys:',
      ...ids.map((id) =>
        sayMaster(
          master,
          uses.find(({ keyId }) => keyId === id),
          id,
          at,
        ),
      ),
    ],
    sound: missingOf(uses, master.ids).length === 0,
  };
};

const caseLine = async ({ database }: OpenedEngine): Promise<string> => {
  const { there, held, destroyed } = await caseKeyTally(database);
  return `Keys of cases: ${whole(there)} there, ${whole(held)} of them under legal hold; ${whole(destroyed)} destroyed.`;
};

const sayCodec = (ring: KeyRing, histories: readonly HistoryKeys[], keyId: string): string => {
  const name = nameIn(ring, 'CODEC_KEYS', keyId);
  const used = histories.filter(({ keyIds }) => keyIds.has(keyId));
  const running = used.filter((one) => one.running).length;
  if (running > 0)
    return `${name}: needed for ${whole(running)} running and ${counted(used.length - running, 'ended workflow')}`;
  if (used.length > 0)
    return `${name}: no running workflow needs it; ${counted(used.length, 'ended one needs', 'ended ones need')} it until Temporal has let go of ${used.length === 1 ? 'that' : 'them'}`;
  return keyId === ring.current.id
    ? `${name}: nothing is under it yet`
    : `${name}: ${sayUnused(ring, keyId)}`;
};

const codecLines = (ring: KeyRing, histories: readonly HistoryKeys[]): Verdict => {
  const used = new Set(histories.flatMap(({ keyIds }) => [...keyIds]));
  const ids = [...new Set([...ring.ids, ...used])];
  const lost = histories.some(
    ({ running, keyIds }) => running && [...keyIds].some((id) => !ring.ids.includes(id)),
  );
  return { lines: ['Codec keys:', ...ids.map((id) => sayCodec(ring, histories, id))], sound: !lost };
};

const show = async (engine: OpenedEngine, progress: (what: string) => Progress): Promise<Verdict> => {
  const master = masterLines(engine, await keysInUse(engine.database), instant(Date.now()));
  const codec = await withTemporal(engine, async (temporal) =>
    codecLines(engine.codec, await codecKeysInUse(temporal, progress('histories looked at'))),
  ).catch((error: unknown): Verdict => {
    if (!(error instanceof TemporalAway)) throw error;
    return { lines: [`Codec keys: which are needed is not known. ${error.message}`], sound: false };
  });
  return {
    lines: [...master.lines, ...codec.lines, await caseLine(engine)],
    sound: master.sound && codec.sound,
  };
};

type LeftUnderAnother = Rewrapped['unreadable'];

/** What is under another key than the first although it could be opened: somebody else wrote it there meanwhile. */
const writtenMeanwhile = (
  { current }: KeyRing,
  uses: readonly KeyInUse[],
  unreadable: LeftUnderAnother,
): LeftUnderAnother =>
  uses
    .filter(({ keyId }) => keyId !== current.id)
    .flatMap(({ keyId, sealed }) => sealed.map((part) => ({ ...part, keyId })))
    .map(({ what, keyId, rows }) => {
      const closed = unreadable.find((one) => one.what === what && one.keyId === keyId)?.rows ?? 0;
      return { what, keyId, rows: rows - closed };
    })
    .filter(({ rows }) => rows > 0);

const rewrap = async (engine: OpenedEngine, progress: (what: string) => Progress): Promise<Verdict> => {
  const { rewrapped, unreadable } = await rewrapAll(
    engine.database,
    engine.master,
    progress('rows sealed again'),
  );
  const uses = await keysInUse(engine.database);
  const first = engine.master.current.id;
  const again = writtenMeanwhile(engine.master, uses, unreadable);
  return {
    lines: [
      `Sealed again under "${first}": ${counted(rewrapped, 'row')}.`,
      ...unreadable.map(
        ({ what, keyId, rows }) =>
          `${what} (${whole(rows)}) could not be opened with "${keyId}" and stay as they are: put that key into MASTER_KEYS and give this again; where it is there, they were altered.`,
      ),
      ...again.map(
        ({ what, keyId, rows }) =>
          `${what} (${whole(rows)}) were written under "${keyId}" meanwhile: a worker or an API still has that key first. Start all of them with "${first}" first, then give this again.`,
      ),
      ...masterLines(engine, uses, instant(Date.now())).lines,
    ],
    sound: unreadable.length === 0 && again.length === 0,
  };
};

const renewHistories = (engine: OpenedEngine, progress: (what: string) => Progress): Promise<Verdict> =>
  withTemporal(engine, async (temporal) => {
    const { current } = engine.codec;
    const histories = await codecKeysInUse(temporal, progress('histories looked at'));
    const old = histories.filter(
      ({ running, ofCase, keyIds }) => running && ofCase && [...keyIds].some((id) => id !== current.id),
    );
    const say = progress('cases told');
    let told = 0;
    for (const [index, { workflowId }] of old.entries()) {
      // One that has ended meanwhile keeps no other from it.
      if (await letGoOnAsNew(temporal, workflowId)) told += 1;
      say(index + 1, old.length);
    }
    return {
      lines: [
        `Told to go on in a new run: ${counted(told, 'case')}. "npm run keys -- show" says when none is left under another key than "${current.id}".`,
      ],
      sound: true,
    };
  });

export const runKeysCommand = async (
  engine: OpenedEngine,
  asked: Exclude<KeysAsked, { readonly act: 'new' }>,
  progress: (what: string) => Progress,
): Promise<Verdict> => {
  switch (asked.act) {
    case 'show':
      return show(engine, progress);
    case 'rewrap':
      return rewrap(engine, progress);
    case 'renewHistories':
      return renewHistories(engine, progress);
    case 'hold':
    case 'release':
    case 'destroy':
    case 'wouldDestroy':
    case 'acts':
      return {
        lines: await runCaseKeyCommand(engine.records, asked, instant(Date.now())),
        sound: true,
      };
  }
};
