// The alert to those on call (R23): a child's immediate safety is of concern, whom to ring, and that it comes again until a
// named person has acknowledged it. What it is about stands in the case only, which is read with a token: whoever has none
// at that hour rings somebody who has.

import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { sayMoment } from './moments';

type SafetyAlert = NoticeBodyOf<'safetyAlert'>;

export const SAFETY_ALERT = `
{% from "blocks" import heading, step, paragraph, strong, link, address %}
{% call paragraph() %}{{ strong("If a child is in immediate danger, ring 999 now.") }}{% endcall %}
{% call paragraph() %}A concern for a child's immediate safety was raised in Rapid Review {{ reference }}{{ " on " ~ raised if raised }}.
This is alert {{ alert }} about concern {{ concern }}.
{% if alert > 1 %}{{ strong("Nobody has acknowledged it yet.") }}{% endif %}{% endcall %}
{% if mergedInto %}
{% call paragraph() %}That Rapid Review has been joined with {{ mergedInto }}, about the same case, which goes on. The concern stays under
{{ reference }}.{% endcall %}
{% endif %}
{{ heading("What you need to do now") }}
{{ step(1, "Learn what the concern is") }}
{% call paragraph() %}No email may say it, or who the child is. Ring somebody who can read it with their token: a coordinator of the {{ partnershipName }}, whoever chairs this Rapid
Review, or the delegate of a safeguarding partner. Quote {{ reference }}, concern {{ concern }}.{% endcall %}
{{ step(2, "See that the child is safe") }}
{% call paragraph() %}Ring children's services where the child lives (at night and on days off their emergency duty team), or 999.
This email is not a referral, and it has called nobody else.{% endcall %}
{{ step(3, "Have the concern acknowledged") }}
{% call paragraph() %}Whoever you rang can do that for you, or you can with a token of your own: see below. Until a named person has
done it, this alert will be sent again{{ " every " ~ every ~ " minutes" if every }}, at any hour, to everybody on call.{% endcall %}
{{ heading("For whoever has a token") }}
{% call paragraph() %}This page opens in a browser. Press Authorize, give your token, and read and acknowledge the concern
under "safety": {{ link(docsUrl ~ "#/safety") }}{% endcall %}
{% call paragraph() %}The addresses below are for a program that sends your token. In a browser they open nothing.{% endcall %}
{% call paragraph() %}Read the concern, by GET: {{ address(caseUrl ~ "/safety-concerns") }}{% endcall %}
{% call paragraph() %}Acknowledge it, by POST with an Idempotency-Key of your own: {"note": "what is being done"}, or {} if there
is no time for words. {{ address(caseUrl ~ "/safety-concerns/" ~ concern ~ "/acknowledgement") }}{% endcall %}
{% call paragraph() %}What is done later goes to .../actions beside it.{% endcall %}
`;

export const safetyAlert = (
  { reference }: Notice,
  { concern, alert }: SafetyAlert,
  facts: MailFacts,
): LetterView => ({
  subject: `URGENT: ${reference}: child safety concern ${concern}, alert ${alert}: see that the child is safe`,
  body: 'safetyAlert',
  urgent: true,
  concern,
  alert,
  mergedInto: facts.mergedInto ?? '',
  raised: facts.concern === undefined ? '' : sayMoment(facts.concern.raisedAt, facts),
  every: facts.concern?.alertEveryMinutes ?? '',
});
