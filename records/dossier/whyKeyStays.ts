// Why the key of a case may not be destroyed, as the records stand: it is gone, or held, or something still needs the texts.
// When a case needs them is a rule of the domain; what waits beside it, the records know.

import { sql } from 'kysely';
import { textsNeeded, type Absorber } from '../../domain/rapidReview/ending/textsNeeded';
import type { CaseReference, RapidReview } from '../../domain/rapidReview/state';
import type { Database } from '../connect';
import { wholeCase } from '../eventLog/casesSoFar';
import { keyRowOf } from './caseKey';
import type { KeyStays } from './dossier';

const actsUnderWay = async (database: Database, reference: CaseReference): Promise<number> => {
  const { acts } = await database
    .selectFrom('reservation')
    .select((eb) => eb.fn.countAll<number>().as('acts'))
    .where('under_way_on', '=', reference)
    .executeTakeFirstOrThrow();
  return acts;
};

const mailsWaiting = async (database: Database, reference: CaseReference): Promise<number> => {
  const { mails } = await database
    .selectFrom('notice')
    .select((eb) => eb.fn.countAll<number>().as('mails'))
    .where('outcome', '=', 'open')
    .where((eb) =>
      eb.or([eb('reference', '=', reference), eb(sql`recipient ->> 'of'`, '=', reference as string)]),
    )
    .executeTakeFirstOrThrow();
  return mails;
};

/** The cases that a case was merged into: by their word, and by its own. */
const mergedInto = async (
  database: Database,
  reference: CaseReference,
  state: RapidReview,
): Promise<readonly CaseReference[]> => {
  const rows = await database
    .selectFrom('case_event')
    .select('reference')
    .distinct()
    .where('kind', '=', 'CaseAbsorbed')
    .where(sql`body ->> 'of'`, '=', reference as string)
    .execute();
  const itsWord = state.status === 'ended' ? state.ending.into : undefined;
  return [...rows.map((row) => row.reference), ...(itsWord === undefined ? [] : [itsWord])];
};

/** Along the chain of mergers: whichever of them goes on tells whoever referred the first. */
const absorbersOf = async (
  database: Database,
  reference: CaseReference,
  merged: RapidReview,
): Promise<readonly Absorber[]> => {
  const absorbers: Absorber[] = [];
  const met = new Set([reference]);
  const next = [...(await mergedInto(database, reference, merged))];
  for (let into = next.shift(); into !== undefined; into = next.shift()) {
    // Two may have been merged into each other.
    if (met.has(into)) continue;
    met.add(into);
    const { state } = await wholeCase(database, into);
    const destroyedAt = (await keyRowOf(database, into))?.destroyed_at ?? null;
    absorbers.push({ state, readable: destroyedAt === null });
    next.push(...(await mergedInto(database, into, state)));
  }
  return absorbers;
};

/** In the order of gravity: what can never be, before what only has to be waited for. */
export const whyKeyStays = async (
  database: Database,
  reference: CaseReference,
): Promise<KeyStays | undefined> => {
  const key = await keyRowOf(database, reference);
  if (key !== undefined && key.destroyed_at !== null) return { code: 'KeyDestroyed', at: key.destroyed_at };
  // In this order: an act that ends under way meanwhile shows in the state, and what that calls for in the mails.
  const acts = await actsUnderWay(database, reference);
  const { state } = await wholeCase(database, reference);
  const absorbers = await absorbersOf(database, reference, state);
  const mails = await mailsWaiting(database, reference);
  const needed = textsNeeded(state, absorbers);
  if (needed?.code === 'NoSuchCase') return needed;
  if (key?.legal_hold === true) return { code: 'UnderLegalHold' };
  if (needed !== undefined) return needed;
  if (acts > 0) return { code: 'ActsUnderWay', acts };
  return mails > 0 ? { code: 'MailsWait', mails } : undefined;
};
