// The invitation to the Rapid Review meeting, and to one that was rearranged (C5 to C7): when, by when the papers come,
// whose seat is to be filled, and what to do if nobody can come; and the entry for their diary.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { Notice, NoticeBodyOf } from '../../../domain/rapidReview/notices';
import { saySeat, saySeats } from './decisionNames';
import type { LetterView, MailFacts } from './mailFacts';
import { meetingEntry } from './meetingEntry';
import { sayMoment } from './moments';
import { agencyName } from './obligationNames';

const sayMinutes = (minutes: number): string => {
  const hours = minutes / 60;
  if (!Number.isInteger(hours)) return `${minutes} minutes`;
  return hours === 1 ? 'an hour' : `${hours} hours`;
};

type MeetingInvitation = NoticeBodyOf<'meetingInvitation'>;

export const MEETING_INVITATION = `
{% from "blocks" import heading, paragraph, items, item, strong %}
{% if agency %}{% call paragraph() %}To: {{ agency }}{% endcall %}{% endif %}
{% if moved %}
{% call paragraph() %}{{ strong("The meeting of Rapid Review " ~ reference ~ " has moved.") }}
 It was to be on {{ movedFrom }}. This invitation replaces any that we sent you before, and what you
answered to it.{% endcall %}
{% else %}
{% call paragraph() %}You are invited to the meeting of Rapid Review {{ reference }}.
{%- if again %} If we invited you before, this invitation replaces that one.{% endif %}{% endcall %}
{% endif %}
{{ heading("When") }}
{% call paragraph() %}{{ strong(when) }}, London time. Keep {{ howLong }} free for it. The team will tell you how to join.{% endcall %}
{% call paragraph() %}{{ papers }}{% endcall %}
{% if seat %}
{{ heading("The seat you are asked to fill") }}
{% call paragraph() %}You are asked to fill the seat of {{ strong(seat) }}. The meeting can decide only while every partner's
seat is filled: {{ seats }}. Whoever comes must be able to decide for {{ seat }}. One person can fill one seat only.{% endcall %}
{% endif %}
{{ heading("What you need to do") }}
{% call items() %}
{% call item() %}Accept or decline the calendar invitation that comes with this email, and let it send your answer. It puts the meeting in
your diary{{ "; take out the earlier one, if it is still there" if moved }}. Do this {{ "by the end of " ~ papersOn if papersAhead else "today" }}.{% endcall %}
{% call item() %}If you see no calendar invitation, tell the team whether you can come, and put the meeting in your
diary yourself{{ ", in place of the earlier one" if moved }}.{% endcall %}
{% if moved %}{% call item() %}If somebody else was to come in your place, tell them that it has moved.{% endcall %}{% endif %}
{% call item() %}If you cannot come, tell the team at once, and name a deputy from your organisation who
can{{ " and who may decide for " ~ seat if seat }}.{% endcall %}
{% endcall %}
`;

export const meetingInvitation = (notice: Notice, body: MeetingInvitation, facts: MailFacts): LetterView => {
  const { reference } = notice;
  const when = sayMoment(body.startsAt, facts);
  const { knownFor } = facts;
  const moved = knownFor !== undefined && knownFor !== body.startsAt;
  const papersOn = sayDate(body.papersOn);
  const papersAhead = body.papersOn > facts.today;
  const papers = `You will get the papers ${papersAhead ? `on ${papersOn}` : 'before the meeting'}.`;
  return {
    subject: `${reference}: Rapid Review meeting ${moved ? 'moved to' : 'on'} ${when}`,
    body: 'meetingInvitation',
    entry: {
      ...meetingEntry(notice, body, facts),
      description: [
        ...(body.seat === undefined ? [] : [`You are asked to fill the seat of ${saySeat(body.seat)}.`]),
        papers,
        'If you cannot come, name a deputy who can.',
        `The team will tell you how to join. Contact it at ${facts.teamMailbox}.`,
      ].join('\n'),
    },
    agency: agencyName(body.agency, facts) ?? '',
    moved,
    // Put back to that day, it has not moved for them.
    again: body.unmoved === true || knownFor !== undefined,
    when,
    movedFrom: knownFor === undefined ? '' : sayMoment(knownFor, facts),
    howLong: sayMinutes(facts.meetingMinutes),
    papers,
    papersOn,
    papersAhead,
    seat: body.seat === undefined ? '' : saySeat(body.seat),
    seats: saySeats(),
  };
};
