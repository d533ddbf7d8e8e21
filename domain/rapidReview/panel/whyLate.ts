// Which of the reasons that people gave for an answer to the national Panel being late belong to which of its disagreements (R5, R19). They
// are recorded under one key, and a further disagreement that the partners are to answer is late or not by itself.

import type { CivilDate } from '../../calendar/civilDate';
import type { ObligationKey, Outcome } from '../../timetable/facts';
import type { CaseEvent } from '../events';
import { RECONSIDERATION } from './reconsidered';

type Reason = Extract<CaseEvent, { kind: 'LatenessExplained' }>;

/** What became of the answer to a disagreement; or to several, where the next came before the partners had answered (R7). */
interface Answer {
  /** Their numbers. */
  readonly replies: readonly number[];
  /** In time or late. */
  readonly given?: true;
  /** Where it was missed: the day on which it was due. */
  readonly missed?: CivilDate;
  readonly reasons: readonly Reason[];
  /** By a reason for this miss, and not for one that was taken back. */
  readonly explained?: true;
}

const missedBy = ({ explained, missed: _before, ...answer }: Answer, due: CivilDate): Answer => ({
  ...answer,
  missed: due,
  ...(explained === undefined ? {} : { explained }),
});

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

/** The last that is missed is meant, unless that is explained and one before it is not. */
const explainedLast = (answers: readonly Answer[], reason: Reason): readonly Answer[] => {
  const late = answers.filter(({ missed }) => missed !== undefined);
  const meant = late.findLast(({ explained }) => explained === undefined) ?? late.at(-1);
  return answers.map((answer) => (answer === meant ? withReason(answer, reason) : answer));
};

/** One that comes while the one before is unanswered asks for the same reconsideration. */
const disagreed = (answers: readonly Answer[], number: number): readonly Answer[] => {
  const last = answers.at(-1);
  return last === undefined || last.given === true
    ? [...answers, { replies: [number], reasons: [] }]
    : withLast(answers, (one) => ({ ...one, replies: [...one.replies, number] }));
};

/** It was recorded by mistake: without any other there was nothing to answer. */
const without = (answers: readonly Answer[], number: number): readonly Answer[] =>
  answers
    .map((answer) => ({ ...answer, replies: answer.replies.filter((reply) => reply !== number) }))
    .filter(({ replies }) => replies.length > 0);

const KINDS = [
  'PanelReplied',
  'PanelReplyCorrected',
  'ObligationMet',
  'ObligationMissed',
  'ObligationReinstated',
  'OutcomeRestated',
  'LatenessExplained',
] as const satisfies readonly CaseEvent['kind'][];
type Telling = Extract<CaseEvent, { kind: (typeof KINDS)[number] }>;

const tells = (event: CaseEvent): event is Telling => KINDS.some((kind) => kind === event.kind);

const after = (answers: readonly Answer[], event: Telling): readonly Answer[] => {
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
        : answers.map((one) => (one.replies.includes(number) ? judgedAs(one, answer) : one));
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
  events.filter(tells).reduce<readonly Answer[]>(after, []);

/** The days on which those were due of which it is recorded why they were missed. */
export const reconsiderationsExplained = (events: readonly CaseEvent[]): ReadonlySet<CivilDate> =>
  new Set(
    answersIn(events).flatMap(({ missed, explained }) =>
      missed === undefined || explained === undefined ? [] : [missed],
    ),
  );

/** What people have said of why the present one was late, the first word first; of anything else all that they said. */
export const reasonsWhyLate = (events: readonly CaseEvent[], key: ObligationKey): readonly Reason[] =>
  key === RECONSIDERATION
    ? (answersIn(events).at(-1)?.reasons ?? [])
    : events.filter((event): event is Reason => event.kind === 'LatenessExplained' && event.body.key === key);
