// The team's 09:00 mail, and the one that would come too late at 09:00 (R12): what is at risk, what was missed, what waits for somebody, which emails failed. Agencies by
// name and code.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { sayList } from '../../../domain/timetable/explanation';
import { briefingMatters, type Matters } from './briefingMatters';
import { failedMails } from './failedMails';
import type { LetterView, MailFacts } from './mailFacts';
import { type OfOneDay, ofOneDay, teamDate } from './teamDates';

type TeamBriefing = NoticeBodyOf<'teamBriefing'>;

export const TEAM_BRIEFING = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}Rapid Review {{ reference }}: briefing for {{ on }}.
{% if late %}This email could not be sent until {{ today }}.{% endif %}
{% if hasEnded %}The case has ended. You had not heard of this before it did.{% endif %}{% endcall %}
{% if atRisk.length %}
{{ heading("At risk") }}
{% call items() %}
{% for date in atRisk %}
{% call item() %}{{ date.what }}: due by the end of {{ strong(date.by) }}.
{% if date.count %}That is {{ date.count }}.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% if missed.length %}
{{ heading("Missed") }}
{% call items() %}
{% for date in missed %}
{% call item() %}{{ date.what }}: {{ "were" if date.number > 1 else "was" }} due by the end of {{ strong(date.by) }}.
{% if date.count %}That was {{ date.count }}.{% endif %} {% if date.doneOn %}{{ "They were" if date.number > 1 else "It was" }} done late, on {{ date.doneOn }}.
{% elif not hasEnded %}{{ "They" if date.number > 1 else "It" }} can still be done. {% endif %}{% if not hasEnded and not date.explained %} Record why {{ "each" if date.number > 1 else "it" }} is late.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% for section in sections %}
{{ heading(section.title) }}
{% call items() %}
{% for sentence in section.sentences %}
{% call item() %}{{ sentence }}{% endcall %}
{% endfor %}
{% endcall %}
{% endfor %}
{% if failed.length %}
{{ heading("Emails that were not delivered") }}
{% call items() %}
{% for mail in failed %}
{% call item() %}{{ mail.what }} to {{ mail.to }}{{ ", " ~ mail.times ~ " emails" if mail.times > 1 }}. {{ mail.instead }}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
`;

const MOST_IN_SUBJECT = 4;

/** `2 at risk, 1 missed, quorum at risk and 3 more`: what matters most is said, the rest is counted. */
const sayCounts = (counts: Matters['counts']): string => {
  if (counts.length <= MOST_IN_SUBJECT) return sayList(counts.map(({ said }) => said));
  const more = counts.slice(MOST_IN_SUBJECT - 1).reduce((sum, { number }) => sum + number, 0);
  return sayList([...counts.slice(0, MOST_IN_SUBJECT - 1).map(({ said }) => said), `${more} more`]);
};

const counted = (dates: readonly OfOneDay[], how: string): Matters['counts'][number] => {
  const number = dates.reduce((sum, date) => sum + date.number, 0);
  return { said: `${number} ${how}`, number };
};

const isExplained = (
  { key, due }: Extract<BriefingItem, { about: 'missed' }>,
  { explained, reconsiderationsExplained }: MailFacts,
): boolean =>
  key === 'reconsideration' ? reconsiderationsExplained?.has(due) === true : explained?.has(key) === true;

export const teamBriefing = (
  { reference }: Notice,
  { on, items }: TeamBriefing,
  facts: MailFacts,
): LetterView => {
  const atRisk = ofOneDay(
    items.flatMap((item) => (item.about === 'atRisk' ? [teamDate(item.key, item.due, facts)] : [])),
    facts,
  );
  const missed = ofOneDay(
    items.flatMap((item) =>
      item.about === 'missed'
        ? [
            {
              ...teamDate(item.key, item.due, facts),
              doneOn: item.on === undefined ? '' : sayDate(item.on),
              explained: isExplained(item, facts),
            },
          ]
        : [],
    ),
    facts,
  );
  const { sections, counts: ofMatters } = briefingMatters(items, facts);
  const failed = failedMails(items, facts);
  const emails = failed.reduce((sum, { times }) => sum + times, 0);
  const counts = [
    counted(atRisk, 'at risk'),
    counted(missed, 'missed'),
    ...ofMatters,
    { said: `${emails} ${emails === 1 ? 'email' : 'emails'} not delivered`, number: emails },
  ].filter(({ number }) => number > 0);
  return {
    subject: `${reference}: ${sayCounts(counts)}, ${sayDate(on)}`,
    body: 'teamBriefing',
    on: sayDate(on),
    late: on !== facts.today,
    today: sayDate(facts.today),
    hasEnded: facts.hasEnded === true,
    atRisk,
    missed,
    sections,
    failed,
  };
};
