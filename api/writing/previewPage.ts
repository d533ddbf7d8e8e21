// What a correction would do, as a page of plain text for people: a table of what moves, then who would hear of it, what to know,
// and what the chronology would say. It is made from the answer in JSON, and works nothing out.

import type { NameAgency } from '../agencies/namesOfAgencies';
import type { ToldView } from '../chronology/told';
import { ROLE_WORDS } from '../chronology/sayNotice';
import { DATE_WORDS, OBLIGATION_WORDS, wordsIn } from '../chronology/sayObligation';
import { capital } from '../chronology/sayings';
import {
  EFFECT,
  mailLines,
  meetingLines,
  momentOf,
  ofAgencyIn,
  type EffectLine,
} from '../effects/effectLines';
import { AGENCY_WIDTH, sayAgency, sayFrom, sayUntil, tableOfWidths } from '../effects/table';
import type { Outcome, PreviewView } from './previewSchema';
import { etagOf } from './writeHeaders';

const { row, rule } = tableOfWidths([72, 27, 27, 34, AGENCY_WIDTH]);
const COLUMNS = ['what', 'from', 'to', 'effect', 'agency'];

const WHO = { ...ROLE_WORDS, partner: 'the partners' } as const;

const NO_LONGER_OWED = 'no longer owed';
const NEWLY_OWED = 'newly owed';

/** What was done after its day is late, and nothing that anybody waits for. */
const sayOutcome = ({ kind, on }: Outcome): string => (kind === 'missed' && on !== undefined ? 'late' : kind);

type Restated = PreviewView['restated'][number];

const sayRestated = ({ was, now, lapsed }: Restated, owed: boolean): string => {
  const stood = sayOutcome(was);
  if (lapsed === true) return `${stood}, and would have lapsed`;
  const open = owed ? 'open' : NO_LONGER_OWED;
  const stands = now === undefined ? open : sayOutcome(now);
  return stood === stands ? `still ${stood}` : `${stood}, and would be ${stands}`;
};

const about = (key: string, inWords: string): Pick<EffectLine, 'what' | 'inWords' | 'agency'> => ({
  what: key,
  inWords,
  ...ofAgencyIn(key),
});

const toOf = (to: string | undefined): Pick<EffectLine, 'to'> => (to === undefined ? {} : { to });

/** A date that moves, or comes to be owed, says in the same line that it is late by that, or in time again. */
const dateLines = (view: PreviewView): readonly EffectLine[] => {
  const { moves, becomeLate, inTimeAgain, restated, owedNoMore, newlyOwed } = view;
  const judgements = [
    ...newlyOwed.map((one) => ({ ...one, effect: NEWLY_OWED })),
    ...becomeLate.map((one) => ({ ...one, effect: EFFECT.late })),
    ...inTimeAgain.map((one) => ({ ...one, effect: EFFECT.inTimeAgain })),
  ];
  const judged = new Map(judgements.map((one) => [one.key, one]));
  const named = new Set([...moves, ...restated].map(({ key }) => key));
  return [
    ...moves.map(({ key, was, due }) => ({
      ...about(key, wordsIn(DATE_WORDS, key)),
      from: was,
      to: due,
      effect: judged.get(key)?.effect ?? EFFECT.unchanged,
    })),
    ...restated.map((one) => ({
      ...about(one.key, `how it stands: ${wordsIn(OBLIGATION_WORDS, one.key)}`),
      from: one.was.due,
      ...toOf(one.now?.due ?? one.due),
      effect: sayRestated(
        one,
        owedNoMore.every(({ key }) => key !== one.key),
      ),
    })),
    ...owedNoMore
      .filter(({ key }) => !named.has(key))
      .map(({ key, due }) => ({
        ...about(key, wordsIn(DATE_WORDS, key)),
        from: due,
        effect: NO_LONGER_OWED,
      })),
    ...[...judged.values()]
      .filter(({ key }) => !named.has(key))
      .map(({ key, due, effect }) => ({ ...about(key, wordsIn(OBLIGATION_WORDS, key)), to: due, effect })),
  ];
};

const tableOf = (lines: readonly EffectLine[], nameOf: NameAgency): readonly string[] =>
  lines.length === 0
    ? ['No date or meeting would move, no reminder, and no warning or other line to the team.']
    : [
        row(COLUMNS),
        rule,
        ...lines.map((line) =>
          row([line.inWords, sayFrom(line), sayUntil(line), line.effect, sayAgency(line, nameOf)]),
        ),
      ];

const sayTold = ({ who, agency, how, at, about }: ToldView, nameOf: NameAgency): string => {
  const whom = who === 'agency' ? nameOf(agency ?? '') : WHO[who];
  return `${sayUntil(momentOf(at))}, ${whom}${how === 'inPerson' ? ', to be told by the team, since nobody there can be mailed' : ''}: ${about}`;
};

/** Nothing of what nobody would miss. */
const part = (title: string, said: readonly string[]): readonly string[] =>
  said.length === 0 ? [] : ['', title, ...said.map((one) => `- ${capital(one)}`)];

export const previewPage = (view: PreviewView, nameOf: NameAgency): string =>
  [
    `What the correction of ${view.reference} would do. Nothing has been changed.`,
    '',
    ...tableOf([...dateLines(view), ...meetingLines(view), ...mailLines(view)], nameOf),
    ...part(
      'Who would hear of it, at once or up to the next mails of 09:00:',
      view.told.map((one) => sayTold(one, nameOf)),
    ),
    ...part(
      'Who would not hear, in the next mails of 09:00, what they would hear now:',
      view.toldNoMore.map((one) => sayTold(one, nameOf)),
    ),
    ...part(
      'What to know, that is not so now:',
      [...view.warnings, ...view.localDays].map(({ inWords }) => inWords),
    ),
    ...part('What the chronology would say:', view.chronology),
    '',
    `To make it, send the correction with If-Match: ${etagOf(view.preview)}`,
    '',
  ].join('\n');
