// The team's mail about the calendar: new bank holidays, differences with the official list, a list that could not be
// read, the end of what is known. What each means for the cases is said; what is told was decided by the domain.

import { sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import type { CalendarItem } from '../../../domain/holidayLedger/calendarBriefing';
import type { Difference } from '../../../domain/holidayLedger/differences';
import { sayFault } from '../../holidays/readingFaults';
import type { LetterView } from './mailFacts';

export interface CalendarBriefing {
  readonly today: CivilDate;
  readonly items: readonly CalendarItem[];
}

export const CALENDAR_BRIEFING = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}About the calendar of bank holidays, {{ on }}.{% endcall %}
{% if days.length %}
{{ heading("New bank holidays") }}
{% call items() %}
{% for day in days %}
{% call item() %}{{ strong(day.date) }}: {{ day.title }} ({{ day.from }}).{% endcall %}
{% endfor %}
{% endcall %}
{% call paragraph() %}New referrals are counted with them. Cases that are open keep counting with the calendar they
have until you preview the change and accept it for them.{% endcall %}
{% endif %}
{% if waiting %}
{{ heading("Open cases wait for you") }}
{% call paragraph() %}{{ waiting }} Preview the change and accept it for them: until then their agencies are held to the earlier
dates.{% endcall %}
{% endif %}
{% if differences.length %}
{{ heading("Differences for a person to settle") }}
{% call items() %}
{% for difference in differences %}
{% call item() %}{{ strong(difference.date) }}: {{ difference.title }} {{ difference.what }}{% endcall %}
{% endfor %}
{% endcall %}
{% call paragraph() %}Find out what is right. Then withdraw the day, list it, or keep the calendar as it is.{% endcall %}
{% endif %}
{% if notRead %}
{{ heading("The official list was not taken") }}
{% call paragraph() %}{{ notRead }} Nothing was changed. Until it can be read again, look at the published list
yourself.{% endcall %}
{% endif %}
{% if ends %}
{{ heading("The calendar is near its end") }}
{% call paragraph() %}The official list of bank holidays is known to {{ strong(ends) }}. Dates after it are provisional.
Have the calendar extended.{% endcall %}
{% endif %}
`;

const FROM = {
  govUk: 'on the official list of GOV.UK',
  person: 'added by hand',
  library: 'predicted by rule',
} as const;

const LIST = {
  govUk: 'the list of GOV.UK',
  library: 'the list of the date-holidays library',
  person: 'the list',
} as const;

const sayDifference = ({ kind, against }: Pick<Difference, 'kind' | 'against'>): string =>
  kind === 'notInSource'
    ? `counts here, but is not on ${LIST[against]}.`
    : `is on ${LIST[against]}, but does not count here.`;

export const calendarBriefing = ({ today, items }: CalendarBriefing): LetterView => {
  const days = items.flatMap((item) =>
    item.about === 'newDay' ? [{ date: sayDate(item.date), title: item.title, from: FROM[item.source] }] : [],
  );
  const differences = items.flatMap((item) =>
    item.about === 'difference'
      ? [
          {
            date: sayDate(item.date),
            title: item.title,
            what: sayDifference(item),
          },
        ]
      : [],
  );
  const [waiting] = items.flatMap((item) =>
    item.about === 'changeWaits'
      ? [
          item.cases === 1
            ? 'One open case has a date that moves with the calendar as it stands.'
            : `${item.cases} open cases have a date that moves with the calendar as it stands.`,
        ]
      : [],
  );
  const [notRead] = items.flatMap((item) =>
    item.about === 'notRead' ? [`${sayFault(item.fault)} It has been so since ${sayDate(item.since)}.`] : [],
  );
  const [ends] = items.flatMap((item) => (item.about === 'calendarEnds' ? [sayDate(item.confirmedTo)] : []));
  const [first] = days;
  return {
    subject:
      first === undefined
        ? 'Bank holidays: the calendar needs a look'
        : `Bank holidays: ${first.title}, ${first.date}${days.length > 1 ? `, and ${days.length - 1} more` : ''}`,
    body: 'calendarBriefing',
    on: sayDate(today),
    days,
    waiting: waiting ?? '',
    differences,
    notRead: notRead ?? '',
    ends: ends ?? '',
  };
};
