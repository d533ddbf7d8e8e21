// The team's 09:00 mail (R12): what is at risk, what was missed, which emails failed. Agencies by name and code.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import { sayList } from '../../../domain/timetable/explanation';
import type { LetterView, MailFacts } from './mailFacts';
import { sayAgency } from './obligationNames';
import { teamDate } from './teamDates';

type TeamBriefing = Extract<NoticeBody, { kind: 'teamBriefing' }>;

export const TEAM_BRIEFING = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}Rapid Review {{ reference }}: briefing for {{ on }}.
{% if late %}This email could not be sent until {{ today }}.{% endif %}{% endcall %}
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
{% call item() %}{{ date.what }}: was due by the end of {{ strong(date.by) }}.
{% if date.count %}That was {{ date.count }}.{% endif %} {% if date.doneOn %}It was done late, on {{ date.doneOn }}.
{% else %}It can still be done. {% endif %} Record why it is late.{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% if failed.length %}
{{ heading("Emails that were not delivered") }}
{% call items() %}
{% for mail in failed %}
{% call item() %}{{ mail.what }} to {{ mail.agency }}. Ring the agency or reach it another way, and record that.{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
`;

/** Of `RR-2026-0007/agencyReminder/AG-0003/2`, the kind and the number. */
const sayNotice = (key: string): string => {
  const [, kind, , number = ''] = key.split('/');
  if (kind === 'agencyReminder') return `Reminder ${number}`;
  return kind === 'scopingRequest' ? 'Scoping request' : 'Email';
};

export const teamBriefing = (
  { reference }: Notice,
  { on, items }: TeamBriefing,
  facts: MailFacts,
): LetterView => {
  const atRisk = items.flatMap((item) =>
    item.about === 'atRisk' ? [teamDate(item.key, item.due, facts)] : [],
  );
  const missed = items.flatMap((item) =>
    item.about === 'missed'
      ? [{ ...teamDate(item.key, item.due, facts), doneOn: item.on === undefined ? '' : sayDate(item.on) }]
      : [],
  );
  const failed = items.flatMap((item) =>
    item.about === 'mailFailed'
      ? [{ what: sayNotice(item.notice), agency: sayAgency(item.agency, facts) }]
      : [],
  );
  const counts = [
    ...(atRisk.length > 0 ? [`${atRisk.length} at risk`] : []),
    ...(missed.length > 0 ? [`${missed.length} missed`] : []),
    ...(failed.length > 0
      ? [`${failed.length} ${failed.length === 1 ? 'email' : 'emails'} not delivered`]
      : []),
  ];
  return {
    subject: `${reference}: ${sayList(counts)}, ${sayDate(on)}`,
    body: 'teamBriefing',
    toAgency: false,
    on: sayDate(on),
    late: on !== facts.today,
    today: sayDate(facts.today),
    atRisk,
    missed,
    failed,
  };
};
