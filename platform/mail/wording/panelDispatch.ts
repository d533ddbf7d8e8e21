// The notice to the national Panel that a Rapid Review is decided (R17, R18). Decision and report travel by the secure
// way agreed with it; this mail carries their reference, and says what they go without. The notification's reference is a
// particular: it travels with them, and no mail has it.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { GateItem, Missing } from '../../../domain/rapidReview/panel/state';
import { saySeat } from './decisionNames';
import type { LetterView } from './mailFacts';

type PanelDispatch = NoticeBodyOf<'panelDispatch'>;

export const PANEL_DISPATCH = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% call paragraph() %}To: the Child Safeguarding Practice Review Panel{% endcall %}
{% call paragraph() %}The {{ partnershipName }} has decided Rapid Review {{ strong(reference) }}. The decision was taken on
{{ strong(decidedOn) }}.{% endcall %}
{% call paragraph() %}The decision and the report are coming to you by the secure way agreed with you, under this reference.
{% if withNotification %}With them comes the reference of the notification, by which you know the incident.{% endif %} If we have
sent you a decision or a report about this Rapid Review before, these replace them.{% endcall %}
{% if without.length %}
{{ heading("What they go without") }}
{% call items() %}
{% for thing in without %}
{% call item() %}{{ thing }} is missing.{% endcall %}
{% endfor %}
{% endcall %}
{% call paragraph() %}The chair has decided to proceed. You will get the reason with the decision and the report.{% endcall %}
{% endif %}
{{ heading("What we ask of you") }}
{% call items() %}
{% call item() %}If the decision and the report have not reached you by the end of the next working day, tell us.{% endcall %}
{% call item() %}Tell us in your reply whether you agree with the decision. Quote {{ reference }}.{% endcall %}
{% endcall %}
`;

const GATE_NAMES: Readonly<Record<GateItem, string>> = {
  decision: 'The decision',
  dutiesEvidenced: 'The evidence of the duties',
  report: 'The report',
  signOff: 'The sign-off',
  notificationReference: 'The reference of the notification',
};

const sayMissing = ({ item, seat }: Missing): string =>
  seat === undefined ? GATE_NAMES[item] : `${GATE_NAMES[item]} by ${saySeat(seat)}`;

export const panelDispatch = ({ reference }: Notice, body: PanelDispatch): LetterView => ({
  subject: `${reference}: Rapid Review decided on ${sayDate(body.decidedOn)}, decision and report`,
  body: 'panelDispatch',
  decidedOn: sayDate(body.decidedOn),
  without: body.without.map(sayMissing),
  withNotification: !body.without.some(({ item }) => item === 'notificationReference'),
});
