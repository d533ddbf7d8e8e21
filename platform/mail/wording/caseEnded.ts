// That a Rapid Review has ended, and why in a word (R20), to agencies and to whoever referred; and that one which was
// withdrawn goes on after all: to agencies with its original dates, or with those that other bank holidays have made of them (R9, R21); one
// that was settled, too, to whoever heard with that what was decided.
// Records stay secured whatever happens, where there are any.

import type { EndingCause } from '../../../domain/rapidReview/ending/state';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf } from './owedLists';
import { RECORDS_STAY_SECURED, recordsStaySecured } from './recordsStaySecured';
import { referredAs } from './referralThanks';
import { sayDaysThatMoved } from './sayDay';

type CaseEnded = NoticeBodyOf<'endedToAgency' | 'endedToReferrer'>;
type CaseResumed = NoticeBodyOf<'resumedToAgency' | 'resumedToReferrer'>;

const NOTHING_TO_DO = `{% call paragraph() %}You do not need to do anything. If you have learned something new about the case, tell the team
and quote {{ quote }}.{% endcall %}`;

export const CASE_ENDED = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% if toReferrer %}{% include "referralThanks" %}{% endif %}
{% call paragraph() %}{{ strong("Rapid Review " ~ reference ~ " has ended.") }} {{ why }}{% endcall %}
{{ heading("What you need to do") }}
{% if toReferrer %}
${NOTHING_TO_DO}
{% else %}
{% call items() %}
${RECORDS_STAY_SECURED}
{% if mergedInto %}
{% call item() %}From now on, quote {{ mergedInto }}. If we need an answer from you there, we will ask you for it.{% endcall %}
{% endif %}
{% if hasReturned %}
{% call item() %}You have answered us about {{ reference }}: there is nothing else to return. If you have learned something new about
the case, tell the team.{% endcall %}
{% else %}
{% call item() %}You do not have to return a scoping template for {{ reference }} any more. If you already hold something
that others should know, {{ "tell the team, who will say how to send it" if mergedInto else "send it all the same" }}.{% endcall %}
{% endif %}
{% endcall %}
{% endif %}
`;

export const CASE_RESUMED = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% if toReferrer %}
{% include "referralThanks" %}
{% call paragraph() %}{{ strong("Rapid Review " ~ reference ~ " goes on.") }} It was withdrawn, and that has been undone. If we told
you that it had ended, that is no longer so.{% endcall %}
{{ heading("What you need to do") }}
${NOTHING_TO_DO}
{% else %}
{% call paragraph() %}{{ strong("Rapid Review " ~ reference ~ " goes on.") }} {% if settled %}It was closed, and that has been
undone. If we told you that we need nothing more from you, that is no longer so.{% else %}It was withdrawn, and that has been
undone.{% endif %} Every date is counted from the original day, as if it had never stopped. What you have sent us already, you do not need to send
again.{% endcall %}
{% if causes.length %}
{% call paragraph() %}The bank holidays have changed meanwhile, and your dates with them:{% endcall %}
{% call items() %}
{% for cause in causes %}
{% call item() %}{{ cause }}{% endcall %}
{% endfor %}
{% endcall %}
{% endif %}
{% if recordsStaySecured %}{% call paragraph() %}Keep all records about the case secured.{% endcall %}{% endif %}
{% include "owedLists" %}
{% if not upcoming.length and not late.length %}
{% call paragraph() %}We need nothing else from you now. If that changes, we will write to you.{% endcall %}
{% endif %}
{% endif %}
`;

const sayWhy = (cause: EndingCause, mergedInto: string): string => {
  switch (cause) {
    case 'withdrawn':
      return 'The local authority, the police and the integrated care board have withdrawn it.';
    case 'criteriaNotMet':
      return 'The local authority, the police and the integrated care board have found that the case does not meet the criteria for a Rapid Review.';
    case 'settled':
      return 'The national Child Safeguarding Practice Review Panel has replied, and nothing is left to do.';
    case 'merged':
      return mergedInto === ''
        ? 'It is about the same case as another Rapid Review, which goes on. The team will tell you its reference.'
        : `It is about the same case as ${mergedInto}, which goes on.`;
  }
};

export const caseEnded = (notice: Notice, body: CaseEnded, facts: MailFacts): LetterView => {
  const { reference } = notice;
  const mergedInto = facts.mergedInto ?? '';
  return {
    subject: `${reference}: the Rapid Review has ended`,
    body: 'caseEnded',
    toReferrer: body.kind === 'endedToReferrer',
    agency: body.kind === 'endedToAgency' ? (agencyName(body.agency, facts) ?? '') : '',
    why: sayWhy(body.cause, mergedInto),
    hasReturned: facts.hasReturned === true,
    ...recordsStaySecured(facts),
    mergedInto,
    quote: mergedInto === '' ? reference : mergedInto,
    referredAs: referredAs(notice),
  };
};

export const caseResumed = (notice: Notice, body: CaseResumed, facts: MailFacts): LetterView => {
  const { reference } = notice;
  if (body.kind === 'resumedToReferrer')
    return {
      subject: `${reference}: the Rapid Review goes on`,
      body: 'caseResumed',
      toReferrer: true,
      quote: reference,
      referredAs: referredAs(notice),
    };
  const causes = sayDaysThatMoved(facts);
  return {
    subject: `${reference}: the Rapid Review goes on, with ${causes.length > 0 ? 'new' : 'its original'} dates`,
    body: 'caseResumed',
    agency: agencyName(body.agency, facts) ?? '',
    settled: body.settled === true,
    causes,
    ...recordsStaySecured(facts),
    ...owedLists(owesOf(body.agency, facts), facts),
  };
};
