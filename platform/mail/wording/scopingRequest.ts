// The scoping request (C2 to C4): return the template, secure the records, and how to answer when nothing is known.
// It names no case but its reference: who the child is, an agency learns after it has shown who it is (R24).

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { type Ask, asksOf } from './agencyAsks';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owesOf } from './owedLists';

type ScopingRequest = NoticeBodyOf<'scopingRequest'>;

export const SCOPING_REQUEST = `
{% from "blocks" import heading, step, paragraph, items, item, strong %}
{% if again %}
{% call paragraph() %}{{ strong("We are sending you this request again.") }} Sending it again does not change any date.{% endcall %}
{% endif %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}The {{ partnershipName }} is carrying out a Rapid Review. Its reference is {{ reference }}. We are
asking every agency that may have known the child or the family.{% endcall %}
{% if asks.length == 0 %}
{% call paragraph() %}Our records show that you have answered in full. You do not need to do anything.{% endcall %}
{% else %}
{{ heading("What you need to do") }}
{% for ask in asks %}
{% if ask.obligation == "recordsSecured" %}
{{ step(loop.index, "Secure all records about the case") }}
{% call paragraph() %}Do this by the end of {{ strong(ask.by) }}.
{% if ask.count %}That is {{ ask.count }}.{% endif %} {% if ask.missed %}This date has passed. Please do it today.{% endif %}{% endcall %}
{% call paragraph() %}Find every record that your agency holds about the case, on paper and electronic. Lock them, so that
nobody can change, remove or destroy anything. Then tell us that you have done it.{% endcall %}
{% elif ask.obligation == "agencyReturn" %}
{{ step(loop.index, "Return the scoping template") }}
{% call paragraph() %}Do this by the end of {{ strong(ask.by) }}.
{% if ask.count %}That is {{ ask.count }}.{% endif %} {% if ask.missed %}This date has passed. Please send what you have today, and tell us when the rest will follow.{% endif %}{% endcall %}
{% else %}
{{ step(loop.index, ask.thing) }}
{% call paragraph() %}Do this by the end of {{ strong(ask.by) }}. {% if ask.count %}That is {{ ask.count }}.{% endif %}{% endcall %}
{% endif %}
{% endfor %}
{% if countedFrom %}{% call paragraph() %}We count from {{ countedFrom }}, the day {{ "of this email" if countsFromToday else "we first asked you" }}.{% endcall %}{% endif %}
{{ heading("How to find out which case this is") }}
{% call paragraph() %}This email does not say who the case is about. Contact the team and quote {{ reference }}. The team will give
you the details of the case and the scoping template once you have shown who you are.{% endcall %}
{{ heading("If you have nothing to report") }}
{% call paragraph() %}You still need to answer by the date above. Tell us if:{% endcall %}
{% call items() %}
{% call item() %}your agency knows the child or the family, but holds nothing about the case (a nil return){% endcall %}
{% call item() %}the child and the family are not known to you{% endcall %}
{% call item() %}we have asked the wrong organisation{% endcall %}
{% endcall %}
{% call paragraph() %}Each of these is a full answer. You then have nothing more to do.{% endcall %}
{% endif %}
`;

const wish = (asks: readonly Ask[]): string => {
  const ask = asks.find(({ obligation }) => obligation === 'agencyReturn') ?? asks[0];
  if (ask === undefined) return 'scoping request, sent again';
  return ask.missed ? `${ask.thing} was due by ${ask.by}` : `please ${ask.doing} by ${ask.by}`;
};

export const scopingRequest = ({ reference }: Notice, body: ScopingRequest, facts: MailFacts): LetterView => {
  const owes = owesOf(body.agency, facts);
  const asks = asksOf(owes, facts);
  // Nothing, where the one date left was agreed with the agency.
  const from = owes.find(({ counting }) => counting?.anchor === 'requestSent')?.counting?.anchorDate;
  return {
    subject: `${reference}: ${wish(asks)}`,
    body: 'scopingRequest',
    agency: agencyName(body.agency, facts) ?? '',
    again: body.sending > 1,
    asks,
    countedFrom: from === undefined ? '' : sayDate(from),
    countsFromToday: from === facts.today,
  };
};
