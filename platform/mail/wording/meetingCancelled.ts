// A meeting that will not be held, told to those who were invited.

import type { Notice, NoticeBody } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { sayMoment } from './moments';
import { agencyName } from './obligationNames';

type MeetingCancelled = Extract<NoticeBody, { kind: 'meetingCancelled' }>;

export const MEETING_CANCELLED = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% call paragraph() %}{{ strong("The meeting of Rapid Review " ~ reference ~ " is cancelled.") }} It was to be on {{ when }},
London time.{% endcall %}
{{ heading("What you need to do") }}
{% if ended %}
{% call paragraph() %}Take the meeting out of your diary today. This Rapid Review has ended, so there will be no other one. Should it be taken
up again, we send you a new invitation.{% endcall %}
{% else %}
{% call paragraph() %}Take the meeting out of your diary today. If there is to be another one, we send you a new
invitation.{% endcall %}
{% call paragraph() %}No other date that we have given you has changed.{% endcall %}
{% endif %}
`;

export const meetingCancelled = (
  { reference }: Notice,
  body: MeetingCancelled,
  facts: MailFacts,
): LetterView => {
  const when = sayMoment(body.startsAt, facts);
  return {
    subject: `${reference}: Rapid Review meeting on ${when} cancelled`,
    body: 'meetingCancelled',
    agency: agencyName(body.agency, facts) ?? '',
    when,
    ended: body.ended === true,
  };
};
