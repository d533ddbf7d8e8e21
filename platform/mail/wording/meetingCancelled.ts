// A meeting that will not be held, or to which an agency is not to come any more, told to those who were invited; and taken out of
// their diary.

import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import type { LetterView, MailFacts } from './mailFacts';
import { meetingEntry } from './meetingEntry';
import { sayMoment } from './moments';
import { agencyName } from './obligationNames';

type MeetingCancelled = NoticeBodyOf<'meetingCancelled'>;

export const MEETING_CANCELLED = `
{% from "blocks" import heading, paragraph, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% if uninvited %}
{% call paragraph() %}{{ strong("You are not invited to the meeting of Rapid Review " ~ reference ~ " any more.") }} You were invited
to it for {{ when }}, London time.{% endcall %}
{% else %}
{% call paragraph() %}{{ strong("The meeting of Rapid Review " ~ reference ~ " is cancelled.") }} It was to be on {{ when }},
London time.{% endcall %}
{% endif %}
{{ heading("What you need to do") }}
{% call paragraph() %}Check your diary today, and take the meeting out if it is still there. If somebody else was to come in your
place, tell them.{% endcall %}
{% call paragraph() %}
{%- if uninvited %}The meeting will be held without you. If you think that you should be there, tell the team today.
{%- elif mergedInto %}This Rapid Review has been joined with {{ mergedInto }}, about the same case, and goes on as that. If there is a meeting
of {{ mergedInto }} that you are wanted at, we will invite you to it.
{%- elif ended %}This Rapid Review has ended, so there will not be another one. If it is taken up again, we will send you a new invitation.
{%- else %}If there is to be another one, we will send you a new invitation.
{%- endif %}{% endcall %}
{% if not ended and not uninvited %}{% call paragraph() %}No other date that we have given you has changed.{% endcall %}{% endif %}
`;

export const meetingCancelled = (notice: Notice, body: MeetingCancelled, facts: MailFacts): LetterView => {
  const { reference } = notice;
  // Moved since, it is cancelled where they expect it.
  const startsAt = facts.knownFor ?? body.startsAt;
  const when = sayMoment(startsAt, facts);
  const uninvited = body.uninvited === true;
  return {
    subject: `${reference}: Rapid Review meeting on ${when} ${uninvited ? 'without you' : 'cancelled'}`,
    body: 'meetingCancelled',
    entry: {
      ...meetingEntry(notice, { ...body, startsAt }, facts),
      description: uninvited
        ? 'You are not invited any more. It will go ahead without you.'
        : 'It is cancelled.',
      withdrawn: uninvited ? 'invitation' : 'meeting',
    },
    agency: agencyName(body.agency, facts) ?? '',
    when,
    ended: body.ended === true,
    mergedInto: body.ended === true ? (facts.mergedInto ?? '') : '',
    uninvited,
  };
};
