// `npm run keys -- hold | release | destroy | acts`: what may be asked of the key of one case, and what is done about it. Whether
// an act is refused, the records decide; this says it, and that nothing was changed.

import type { Command } from 'commander';
import { isSomeText, SOME_TEXT, strangerIn } from '../../api/fields/readableText';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import { KeyActRefused } from '../../records/dossier/refusals';
import type { KeyActAsked, KeyActRefusal, Records } from '../../records/records';
import { counted } from '../progress/whole';
import { StartFailure } from '../start/startFailure';
import { BACKUPS_HOLD_IT, sayKeyAct, sayRefusal, sayWhatItTakes } from './caseKeyWords';

export type CaseKeyAsked =
  | { readonly act: 'acts'; readonly reference: CaseReference }
  | { readonly act: 'wouldDestroy'; readonly reference: CaseReference; readonly by?: ActorId }
  | {
      readonly act: Changing;
      readonly reference: CaseReference;
      readonly by: ActorId;
      readonly why: string;
    };
type Changing = 'hold' | 'release' | 'destroy';

const NOTHING_CHANGED = 'Nothing was changed.';

const refuse = (sentence: string): never => {
  throw new StartFailure(`${sentence} ${NOTHING_CHANGED}`);
};

interface Options {
  readonly by?: string;
  readonly why?: string;
  readonly confirm?: string;
}

const given = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim();
  return trimmed === undefined || !isSomeText(trimmed) ? undefined : trimmed;
};

const reading = (act: Changing, code: string, options: Options): CaseKeyAsked => {
  const { confirm } = options;
  if (confirm !== undefined && confirm !== code)
    refuse(
      `--confirm must be the reference of the case once more, ${JSON.stringify(code)}, and is ${JSON.stringify(confirm)}.`,
    );
  const stranger = strangerIn(options.why, SOME_TEXT);
  if (stranger !== undefined) refuse(`--why ${stranger}.`);
  const reference = code as CaseReference;
  const [by, why] = [given(options.by) as ActorId | undefined, given(options.why)];
  if (act === 'destroy' && confirm === undefined)
    return { act: 'wouldDestroy', reference, ...(by === undefined ? {} : { by }) };
  if (by !== undefined && why !== undefined) return { act, reference, by, why };
  const missing = [
    ...(by === undefined ? ['--by is missing: give the code of whoever decides it, such as P-0001.'] : []),
    ...(why === undefined
      ? ['--why is missing or blank: say on what ground, such as the period that has ended.']
      : []),
  ];
  return refuse(missing.join(' '));
};

/** `part` makes a part of the command; what it was asked is told. */
export const caseKeyParts = (
  part: (name: string, description: string) => Command,
  told: (asked: CaseKeyAsked) => void,
): void => {
  const acting = (act: Changing, description: string): Command =>
    part(act, description)
      .argument('<reference>', 'the case, such as RR-2026-0007')
      .option('--by <code>', 'who decides it: a code of the register of people, such as P-0001')
      .option('--why <text>', 'the ground, kept sealed; name nobody in it, the shell keeps what is typed')
      .action((reference: string, options: Options) => {
        told(reading(act, reference, options));
      });
  acting('hold', 'sets a legal hold on a case: its key is not destroyed');
  acting('release', 'lifts the legal hold on a case');
  acting(
    'destroy',
    'destroys the key of a case that is over: its particulars and texts are unreadable for good; without --confirm says what that would take, and needs neither --by nor --why',
  ).option('--confirm <reference>', 'the same reference once more: do it');
  part('acts', 'what was done to the key of a case, by whom, when and why')
    .argument('<reference>', 'the case, such as RR-2026-0007')
    .action((reference: string) => {
      told({ act: 'acts', reference: reference as CaseReference });
    });
};

const refusing = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof KeyActRefused)) throw error;
    refuse(sayRefusal(error.reference, error.why));
  }
};

const refuseFor = (reference: CaseReference, why: KeyActRefusal | undefined): void => {
  if (why !== undefined) refuse(sayRefusal(reference, why));
};

const acts = async (
  { dossier, people, events }: Records,
  reference: CaseReference,
): Promise<readonly string[]> => {
  if ((await events.version(reference)) === 0) refuseFor(reference, { code: 'NoSuchCase' });
  const done = await dossier.keyActsOf(reference);
  if (done.length === 0)
    return [`Nothing was done to the key of ${reference}: it was never held, nor destroyed.`];
  const lines: string[] = [];
  for (const act of done) lines.push(sayKeyAct(act, await people.nameOf(act.by)));
  return lines;
};

const hold = async (
  { dossier }: Records,
  reference: CaseReference,
  held: boolean,
  asked: KeyActAsked,
): Promise<readonly string[]> => {
  await refusing(() => dossier.setLegalHold(reference, held, asked));
  return [
    held
      ? `${reference} is under a legal hold: its key is not destroyed until somebody lifts it ("npm run keys -- release ${reference}").`
      : `The legal hold on ${reference} is lifted: its key may be destroyed once the case is over.`,
  ];
};

const wouldDestroy = async ({ dossier }: Records, reference: CaseReference): Promise<readonly string[]> => {
  refuseFor(reference, await dossier.whyKeyStays(reference));
  return sayWhatItTakes(reference, await dossier.rowsOf(reference));
};

const destroy = async (
  { dossier }: Records,
  reference: CaseReference,
  asked: KeyActAsked,
): Promise<readonly string[]> => {
  const rows = await dossier.rowsOf(reference);
  await refusing(() => dossier.destroyKey(reference, asked));
  return [
    `The key of ${reference} is destroyed: nobody can read its ${counted(rows.length, 'text')} any more. Events, dates and mails stay.`,
    BACKUPS_HOLD_IT,
    'Note the reference and today\'s date where a restore of the database does not reach: after restoring such a backup it is to be destroyed again (docs/operations.md, "Restoring").',
  ];
};

/** The lines to show. */
export const runCaseKeyCommand = async (
  records: Records,
  asked: CaseKeyAsked,
  at: Instant,
): Promise<readonly string[]> => {
  if (asked.act === 'acts') return acts(records, asked.reference);
  const { reference, by } = asked;
  if (by !== undefined && (await records.people.nameOf(by)) === undefined)
    refuse(
      `There is nobody with the code ${JSON.stringify(by)} in the register of people; "npm run token -- --list" shows who is known.`,
    );
  if (asked.act === 'wouldDestroy') return wouldDestroy(records, reference);
  const decided: KeyActAsked = { by: asked.by, at, why: asked.why };
  return asked.act === 'destroy'
    ? destroy(records, reference, decided)
    : hold(records, reference, asked.act === 'hold', decided);
};
