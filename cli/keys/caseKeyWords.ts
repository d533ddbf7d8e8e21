// The key of a case in plain words: why an act on it is refused and what would be right, what destroying it would take, and what
// was done to it. What is refused, the records decide.

import { sayInstant } from '../../api/problems/saying';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { DossierKind, DossierListing, KeyAct, KeyActKind, KeyActRefusal } from '../../records/records';
import { counted, whole } from '../progress/whole';

export const sayRefusal = (reference: CaseReference, why: KeyActRefusal): string => {
  switch (why.code) {
    case 'NoSuchCase':
      return `There is no case ${JSON.stringify(reference)} in the records. A reference looks like RR-2026-0007; GET /cases lists them.`;
    case 'KeyDestroyed':
      return `The key of ${reference} was destroyed on ${sayInstant(why.at)}: there is nothing left to hold or to destroy. "npm run keys -- acts ${reference}" says by whom and why.`;
    case 'UnderLegalHold':
      return `${reference} is under a legal hold: its key is not destroyed (R25). "npm run keys -- acts ${reference}" says who set it and why; once it no longer holds, lift it with "npm run keys -- release ${reference}" first.`;
    case 'HeldAlready':
      return `${reference} is under a legal hold already. "npm run keys -- acts ${reference}" says who set it and why.`;
    case 'NotHeld':
      return `${reference} is under no legal hold that could be lifted. Check the reference; "npm run keys -- acts ${reference}" says what was done to its key.`;
    case 'CaseIsOpen':
      return `${reference} is open: its mails, minutes and answers need its texts. Only a case that has ended, or is only recorded, can have its key destroyed; end it first (GET /cases/${reference} shows what is left to do).`;
    case 'ConcernWaits':
      return `${reference} has a safety concern, number ${why.number}, that nobody has acknowledged: those on call read in the case what it is about. Acknowledge it first (POST /cases/${reference}/safety-concerns/${why.number}/acknowledgement).`;
    case 'MergedIntoOpenCase':
      return `${reference} was merged into ${why.into}, which is open and still has to tell whoever referred ${reference}: their address is in these texts. Wait until ${why.into} has ended.`;
    case 'MergedIntoCaseThatMayGoOn':
      return `${reference} was merged into ${why.into}, which was withdrawn or settled and may be taken up again; it then tells whoever referred ${reference}, whose address is in these texts. Destroy the key of ${why.into} first: without it that case cannot be taken up.`;
    case 'ActsUnderWay':
      return `${counted(why.acts, 'act')} on ${reference} ${why.acts === 1 ? 'is' : 'are'} under way and not recorded yet. A worker records or ends such an act within half a minute; see that one runs, and give this again.`;
    case 'MailsWait':
      return `${counted(why.mails, 'mail')} of ${reference}, or to whoever referred it, still ${why.mails === 1 ? 'waits' : 'wait'} to be sent. GET /cases/${reference}/notices shows them, and that of the case that it was merged into (docs/operations.md, "Mail waits"); give this again once they have gone or lapsed.`;
  }
};

const TEXTS: Readonly<Record<DossierKind, string>> = {
  childParticulars: 'of children',
  incident: 'what happened',
  referrer: 'of referrers',
  return: 'answers of agencies',
  reason: 'reasons',
  note: 'notes and evidence',
  minutes: 'minutes',
  document: 'where reports lie',
  letter: "the Panel's letters",
  person: 'names of people at meetings',
};

const byKind = (rows: readonly DossierListing[]): string =>
  [...Map.groupBy(rows, ({ kind }) => TEXTS[kind])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([texts, all]) => `${texts} (${whole(all.length)})`)
    .join(', ');

const sayPending = (pending: number): readonly string[] =>
  pending === 0
    ? []
    : [
        `${whole(pending)} of them ${pending === 1 ? 'is' : 'are'} not attached to the case: of a write that was refused; the worker removes such a text after a day.`,
      ];

const sayTexts = (rows: readonly DossierListing[]): readonly string[] => {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return ['It has no text: none could be written any more.'];
  return [
    `Texts that nobody could read any more: ${whole(rows.length)}, written from ${sayInstant(first.at)} to ${sayInstant(last.at)}: ${byKind(rows)}.`,
    ...sayPending(rows.filter(({ attached }) => !attached).length),
  ];
};

export const BACKUPS_HOLD_IT =
  'Every backup that is older than the destruction still holds the key: until the oldest of them is deleted, whoever has it and MASTER_KEYS can read the texts (docs/operations.md, "Backing up").';

/** `rows` are those of the case, the oldest first. */
export const sayWhatItTakes = (
  reference: CaseReference,
  rows: readonly DossierListing[],
): readonly string[] => [
  `This would destroy the key of ${reference}, for good.`,
  ...sayTexts(rows),
  'Its events, dates and mails stay, and who read which text when.',
  BACKUPS_HOLD_IT,
  `Nothing was changed. To destroy it, give this again with --by, --why and --confirm ${reference}.`,
];

const DONE: Readonly<Record<KeyActKind, string>> = {
  held: 'legal hold set',
  released: 'legal hold lifted',
  destroyed: 'key destroyed',
};

/** `name` is that of whoever did it, where it is known. */
export const sayKeyAct = ({ act, at, by, why }: KeyAct, name: string | undefined): string =>
  `${sayInstant(at)}  ${DONE[act]} by ${by}${name === undefined ? '' : ` (${name})`}: ${why}`;
