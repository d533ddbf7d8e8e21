// Dates of an agency that moved without its doing (R9): which, from when to when, and why, so that it can count again. A
// correction is said to be one; who made it, and the reason they wrote, are not for this mail.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { asksOf } from './agencyAsks';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { capital, owedLists, owesOf } from './owedLists';
import { sayDaysThatMoved } from './sayDay';

type DatesMoved = NoticeBodyOf<'datesMoved'>;

export const DATES_MOVED = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}{{ strong("A date has changed" if moves.length == 1 else "Your dates have changed") }} in Rapid Review
{{ reference }}. What we ask of you has not changed.{% endcall %}
{{ heading("What has changed") }}
{% call items() %}
{% for move in moves %}
{% call item() %}{{ move.thing }}: now by the end of {{ strong(move.by) }}{{ ", which has passed" if move.past }}. Before, it was {{ move.was }}.{% endcall %}
{% endfor %}
{% endcall %}
{{ heading("Why") }}
{% for cause in causes %}
{% call paragraph() %}{{ cause }}{% endcall %}
{% endfor %}
{% include "owedLists" %}
{% if upcoming.length or late.length %}
{% call paragraph() %}If you have already done this, thank you. Tell us, so that we can put our records right.{% endcall %}
{% else %}
{% call paragraph() %}Our records now show that you have answered in full. You do not need to do anything.{% endcall %}
{% endif %}
`;

const causesOf = (facts: MailFacts): readonly string[] => [
  ...sayDaysThatMoved(facts),
  ...(facts.movedBy?.corrected === true
    ? ['We had recorded the wrong day for our request to you. Your dates now count from the right day.']
    : []),
];

/** In order of the new dates, in the words in which the agency was asked. */
const movesOf = ({ moves }: DatesMoved, facts: MailFacts) =>
  moves
    .flatMap(({ key, was, due }) =>
      asksOf([{ key, due, missed: false, passedOver: [] }], facts).map(({ thing, by }) => ({
        thing,
        by,
        due,
        was: sayDate(was),
      })),
    )
    .sort((a, b) => (a.due < b.due ? -1 : 1));

const subjectOf = (moves: ReturnType<typeof movesOf>): string => {
  const [first, second] = moves;
  if (first === undefined) return 'new dates';
  return second === undefined
    ? `new date for ${first.thing}: ${first.by}`
    : `${moves.length} new dates, the first is ${first.by}`;
};

export const datesMoved = ({ reference }: Notice, body: DatesMoved, facts: MailFacts): LetterView => {
  const moves = movesOf(body, facts);
  return {
    subject: `${reference}: ${subjectOf(moves)}`,
    body: 'datesMoved',
    agency: agencyName(body.agency, facts) ?? '',
    causes: causesOf(facts),
    moves: moves.map(({ thing, by, was, due }) => ({
      thing: capital(thing),
      by,
      was,
      past: due < facts.today,
    })),
    ...owedLists(owesOf(body.agency, facts), facts),
  };
};
