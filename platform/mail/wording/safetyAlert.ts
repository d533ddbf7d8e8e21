// The alert to those on call (R23): a child's immediate safety is of concern, what to do, and that it comes again until a
// named person has acknowledged it. What it is about stands in the case only.

import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { sayMoment } from './moments';

type SafetyAlert = Extract<NoticeBody, { kind: 'safetyAlert' }>;

export const SAFETY_ALERT = `
{% from "blocks" import heading, step, paragraph, strong, link %}
{% call paragraph() %}{{ strong("If a child is in immediate danger, ring 999 now.") }}{% endcall %}
{% call paragraph() %}A concern for a child's immediate safety was raised in Rapid Review {{ reference }}{{ " on " ~ raised if raised }}.
This is alert {{ alert }} about concern {{ concern }}.
{% if alert > 1 %}{{ strong("Nobody has acknowledged it yet.") }}{% endif %}{% endcall %}
{{ heading("What you need to do now") }}
{{ step(1, "Read the concern") }}
{% call paragraph() %}It stands in the case, for whoever signs in with their token: {{ link(caseUrl ~ "/safety-concerns") }}{% endcall %}
{{ step(2, "See that the child is safe") }}
{% call paragraph() %}This email is not a referral, and it has called nobody else. Ring children's services where the child lives, or
999.{% endcall %}
{{ step(3, "Acknowledge the concern") }}
{% call paragraph() %}With your token, and an Idempotency-Key of your own, send {"note": "what is being done"} by POST to
{{ link(caseUrl ~ "/safety-concerns/" ~ concern ~ "/acknowledgement") }}
What is done later goes to .../actions beside it. Each is shown with an example here: {{ link(docsUrl) }}{% endcall %}
{% call paragraph() %}If you have no token, ask a coordinator to do it. Until a named person has done that, this alert goes again{{ " every " ~ every ~ " minutes" if every }}, at any hour, to
everybody on call.{% endcall %}
`;

export const safetyAlert = (
  { reference }: Notice,
  { concern, alert }: SafetyAlert,
  facts: MailFacts,
): LetterView => ({
  subject: `URGENT: ${reference}: child safety concern ${concern}, alert ${alert}: open the case and acknowledge it`,
  body: 'safetyAlert',
  urgent: true,
  concern,
  alert,
  raised: facts.concern === undefined ? '' : sayMoment(facts.concern.raisedAt, facts),
  every: facts.concern?.alertEveryMinutes ?? '',
});
