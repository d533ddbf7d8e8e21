// What an agency owes as two lists, what is still due and what is late. Late is said kindly: it can still be done (R5).

import { refOf } from '../../../domain/timetable/obligationKey';
import type { Owed } from '../../../domain/timetable/owed';
import { type Ask, asksOf } from './agencyAsks';
import type { MailFacts } from './mailFacts';

export const OWED_LISTS = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if upcoming.length %}
{{ heading("What is due") }}
{% call items() %}
{% for ask in upcoming %}
{% call item() %}{{ ask.title }}: by the end of {{ strong(ask.by) }}.
{% if ask.count %}That is {{ ask.count }}.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% if late.length %}
{{ heading("What we have not had yet") }}
{% call items() %}
{% for ask in late %}
{% call item() %}{{ ask.title }}: this was due by the end of {{ strong(ask.by) }}.
{% if ask.count %}That was {{ ask.count }}.{% endif %}{% endcall %}
{% endfor %}
{% endcall %}
{% if returnLate %}
{% call paragraph() %}We know that this comes on top of your other work. It is not too late: what you know still helps. Please
send what you have today, and tell us when the rest will follow.{% endcall %}
{% else %}
{% call paragraph() %}We know that this comes on top of your other work. Please secure your records today, and tell us.{% endcall %}
{% endif %}
{% endif %}
`;

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

type Titled = Ask & { readonly title: string };

export interface OwedLists {
  readonly upcoming: readonly Titled[];
  readonly late: readonly Titled[];
  /** What an agency knows is asked of it anew; of its records nothing but that it secures them. */
  readonly returnLate: boolean;
}

/** To an agency nothing is said of another one. */
export const owesOf = (agency: string, { dates }: MailFacts): readonly Owed[] =>
  dates.filter(({ key }) => refOf(key).agency === agency);

export const owedLists = (owes: readonly Owed[], facts: MailFacts): OwedLists => {
  const asks = asksOf(owes, facts).map((ask) => ({ ...ask, title: capital(ask.thing) }));
  const late = asks.filter(({ missed }) => missed);
  const returnLate = late.some(({ obligation }) => obligation === 'agencyReturn');
  return { upcoming: asks.filter(({ missed }) => !missed), late, returnLate };
};
