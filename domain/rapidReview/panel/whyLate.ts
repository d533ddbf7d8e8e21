// Which of the reasons that people gave for an answer to the national Panel being late belong to which of its disagreements (R5, R19). They
// are recorded under one key, and a further disagreement that the partners are to answer is late or not by itself.

import type { CivilDate } from '../../calendar/civilDate';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import { ofKinds, type CaseEvent, type EventOf } from '../events';
import { RECONSIDERATION } from './reconsidered';

type Reason = EventOf<'LatenessExplained'>;

/** One disagreement, and what became of the answer to it. */
interface Answer {
  readonly reply: number;
  /** It came before the partners had answered the one before: both ask for the same reconsideration (R7). */
  readonly joins?: true;
  /** In time or late. */
  readonly given?: true;
  /** Where it was missed: the day on which it was due. */
  readonly missed?: CivilDate;
  readonly reasons: readonly Reason[];
  /** By a reason for this miss, and not for one that was taken back. */
  readonly explained?: true;
}

const missedBy = (answer: Answer, missed: CivilDate): Answer => ({ ...answer, missed });

const notMissed = ({ missed: _missed, explained: _explained, ...answer }: Answer): Answer => answer;

const given = (answer: Answer): Answer => ({ ...answer, given: true });
const notGiven = ({ given: _given, ...answer }: Answer): Answer => answer;

const judgedAs = (answer: Answer, now: Outcome | undefined): Answer => {
  const judged = now?.kind === 'missed' ? missedBy(answer, now.due) : notMissed(answer);
  return now?.on === undefined ? notGiven(judged) : given(judged);
};

const withReason = (answer: Answer, reason: Reason): Answer => ({
  ...answer,
  reasons: [...answer.reasons, reason],
  explained: true,
});

const withLast = (answers: readonly Answer[], change: (last: Answer) => Answer): readonly Answer[] => {
  const last = answers.at(-1);
  return last === undefined ? answers : [...answers.slice(0, -1), change(last)];
};

/** Of those that ask for the same reconsideration the last tells what became of it. */
const inTheEnd = (answers: readonly Answer[]): readonly Answer[] =>
  answers.filter((_, index) => answers[index + 1]?.joins === undefined);

/** The last that is missed is meant, unless that is explained and one before it is not. */
const explainedLast = (answers: readonly Answer[], reason: Reason): readonly Answer[] => {
  const late = inTheEnd(answers).filter(({ missed }) => missed !== undefined);
  const meant = late.findLast(({ explained }) => explained === undefined) ?? late.at(-1);
  return answers.map((answer) => (answer === meant ? withReason(answer, reason) : answer));
};

const disagreed = (answers: readonly Answer[], reply: number): readonly Answer[] => {
  const before = answers.at(-1);
  const joins = before !== undefined && before.given === undefined;
  if (!joins) return [...answers, { reply, reasons: [] }];
  const { reply: _before, ...same } = before;
  return [...answers, { ...same, reply, reasons: [], joins }];
};

/** What was said of the next is of the one that it joined, and explains that where both were missed by the same day. */
const joinedBy = (one: Answer, next: Answer): Answer => ({
  ...one,
  reasons: [...one.reasons, ...next.reasons],
  ...(next.explained === true && next.missed === one.missed ? { explained: true } : {}),
});

const without = (answers: readonly Answer[], number: number): readonly Answer[] =>
  answers.flatMap((one, index) => {
    const next = answers[index + 1];
    if (one.reply === number) return [];
    return [next?.reply === number && next.joins === true ? joinedBy(one, next) : one];
  });

const KINDS = [
  'PanelReplied',
  'PanelReplyCorrected',
  'ObligationMet',
  'ObligationMissed',
  'ObligationReinstated',
  'OutcomeRestated',
  'LatenessExplained',
] as const;

const after = (answers: readonly Answer[], event: EventOf<(typeof KINDS)[number]>): readonly Answer[] => {
  switch (event.kind) {
    case 'PanelReplied': {
      const { number, reply } = event.body;
      return reply === 'disagrees' ? disagreed(answers, number) : answers;
    }
    case 'PanelReplyCorrected': {
      const { number, on, answer } = event.body;
      if (on === undefined) return without(answers, number);
      return answer === undefined
        ? answers
        : answers.map((one) => (one.reply === number ? judgedAs(one, answer) : one));
    }
    case 'ObligationMet':
      return event.body.key === RECONSIDERATION ? withLast(answers, given) : answers;
    case 'ObligationMissed': {
      const { key, due } = event.body;
      return key === RECONSIDERATION ? withLast(answers, (last) => missedBy(last, due)) : answers;
    }
    case 'ObligationReinstated':
      return event.body.key === RECONSIDERATION ? withLast(answers, notMissed) : answers;
    case 'OutcomeRestated': {
      const { key, now } = event.body;
      if (key !== RECONSIDERATION) return answers;
      return withLast(answers, (last) => judgedAs(last, now));
    }
    case 'LatenessExplained':
      return event.body.key === RECONSIDERATION ? explainedLast(answers, event) : answers;
  }
};

const answersIn = (events: readonly CaseEvent[]): readonly Answer[] =>
  events.filter(ofKinds(KINDS)).reduce<readonly Answer[]>(after, []);

/** The days on which those were due of which it is recorded why they were missed. */
export const reconsiderationsExplained = (events: readonly CaseEvent[]): ReadonlySet<CivilDate> =>
  new Set(
    inTheEnd(answersIn(events)).flatMap(({ missed, explained }) =>
      missed === undefined || explained === undefined ? [] : [missed],
    ),
  );

/** That of the last disagreement, and of those before it that asked for the same. */
const present = (answers: readonly Answer[]): readonly Answer[] =>
  answers.slice(
    Math.max(
      0,
      answers.findLastIndex(({ joins }) => joins === undefined),
    ),
  );

/** What people have said of why the present one was late, the first word first; of anything else all that they said. */
export const reasonsWhyLate = (events: readonly CaseEvent[], key: ObligationKey): readonly Reason[] =>
  key === RECONSIDERATION
    ? present(answersIn(events)).flatMap(({ reasons }) => reasons)
    : events.filter((event): event is Reason => event.kind === 'LatenessExplained' && event.body.key === key);
