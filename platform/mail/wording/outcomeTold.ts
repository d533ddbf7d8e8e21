// What came of a Rapid Review, told to agencies, partners and whoever referred, each what they may know: agencies and
// partners the outcome, the referrer that it is decided. Decided again, or recorded anew, it replaces what was told before (R16, R19). What an agency
// owes it owes on, and hears so.

import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { sayOutcome, saySeat } from './decisionNames';
import type { LetterView, MailFacts } from './mailFacts';
import { agencyName } from './obligationNames';
import { owedLists, owesOf, type OwedLists } from './owedLists';
import { RECORDS_STAY_SECURED, recordsStaySecured } from './recordsStaySecured';
import { referredAs } from './referralThanks';

type OutcomeTold = NoticeBodyOf<'outcomeToAgency' | 'outcomeToPartner' | 'outcomeToReferrer'>;

export const OUTCOME_TOLD = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if to %}{% call paragraph() %}To: {{ to }}{% endcall %}{% endif %}
{% if about == "outcomeToReferrer" %}{% include "referralThanks" %}{% endif %}
{% if putRight %}
{% call paragraph() %}Rapid Review {{ reference }} is decided. The national Child Safeguarding Practice Review Panel has
been told. {{ strong("This replaces what we told you before,") }} which was recorded wrongly.{% endcall %}
{% elif again %}
{% call paragraph() %}{{ strong("Rapid Review " ~ reference ~ " has been decided again.") }} This replaces what we told you
before. The national Child Safeguarding Practice Review Panel has been told.{% endcall %}
{% else %}
{% call paragraph() %}Rapid Review {{ reference }} is decided. The national Child Safeguarding Practice Review Panel has
been told.{% endcall %}
{% endif %}
{% if outcome %}{% call paragraph() %}The outcome is {{ strong(outcome) }}.{% endcall %}{% endif %}
{{ heading("What you need to do") }}
{% if about == "outcomeToAgency" %}
{% call items() %}
${RECORDS_STAY_SECURED}
{% if owes %}
{% call item() %}Send us what is listed below. We still need it, although the Rapid Review is decided.{% endcall %}
{% endif %}
{% if furtherReview %}
{% call item() %}That review may need more from your agency. The team will write to you if it does.{% endcall %}
{% elif not owes %}
{% call item() %}We need nothing more from you now.{% endcall %}
{% endif %}
{% endcall %}
{% include "owedLists" %}
{% elif about == "outcomeToPartner" %}
{% call items() %}
{% call item() %}Read the decision in the case, and tell those in your organisation who act on it.{% endcall %}
{% call item() %}If something in it is not as it was decided, tell the team at once.{% endcall %}
{% endcall %}
{% else %}
{% call paragraph() %}We cannot tell you what was decided. You do not need to do anything. If you have learned something new
about the case, tell the team.{% endcall %}
{% endif %}
`;

const recipientIn = (body: OutcomeTold, facts: MailFacts): string => {
  if (body.kind === 'outcomeToAgency') return agencyName(body.agency, facts) ?? '';
  return body.kind === 'outcomeToPartner' ? saySeat(body.seat) : '';
};

const NOTHING: OwedLists = { upcoming: [], late: [], returnLate: false };

const listsIn = (body: OutcomeTold, facts: MailFacts): OwedLists =>
  body.kind === 'outcomeToAgency' ? owedLists(owesOf(body.agency, facts), facts) : NOTHING;

/** An organisation may be partner and agency on the case: it gets both, and can tell them apart. */
const subjectOf = ({ reference }: Notice, { kind, again, putRight }: OutcomeTold): string => {
  const anew = putRight === true ? 'is decided (corrected)' : 'has been decided again';
  const decided = `${reference}: the Rapid Review ${again ? anew : 'is decided'}`;
  return kind === 'outcomeToPartner' ? `${decided}, to you as a partner` : decided;
};

export const outcomeTold = (notice: Notice, body: OutcomeTold, facts: MailFacts): LetterView => {
  const lists = listsIn(body, facts);
  return {
    subject: subjectOf(notice, body),
    body: 'outcomeTold',
    about: body.kind,
    again: body.again,
    putRight: body.putRight === true,
    to: recipientIn(body, facts),
    outcome: body.kind === 'outcomeToReferrer' ? '' : sayOutcome(body),
    furtherReview: body.kind !== 'outcomeToReferrer' && body.outcome !== 'noFurtherReview',
    referredAs: referredAs(notice),
    ...recordsStaySecured(facts),
    owes: lists.upcoming.length + lists.late.length > 0,
    ...lists,
  };
};
