// From a notice and the facts of the day to a mail, as text and as HTML. Pure: the same in gives the same out. What
// is owed and who is told were decided by the domain; here it is only put into words.

import type { Notice } from '../../../domain/rapidReview/notices';
import { AGENCY_REMINDER, agencyReminder } from './agencyReminder';
import { CALENDAR_BRIEFING, calendarBriefing, type CalendarBriefing } from './calendarBriefing';
import { COMPLETION_MISSED, completionMissed } from './completionMissed';
import { LETTER } from './letter';
import type { LetterView, MailFacts, RenderedMail } from './mailFacts';
import { createRenderer } from './media';
import { MEETING_WINDOW_LEAVES_NOTHING, meetingWindowLeavesNothing } from './meetingWindowLeavesNothing';
import { SCOPING_REQUEST, scopingRequest } from './scopingRequest';
import { TEAM_BRIEFING, teamBriefing } from './teamBriefing';

const renderLetter = createRenderer({
  letter: LETTER,
  calendarBriefing: CALENDAR_BRIEFING,
  scopingRequest: SCOPING_REQUEST,
  agencyReminder: AGENCY_REMINDER,
  teamBriefing: TEAM_BRIEFING,
  completionMissed: COMPLETION_MISSED,
  meetingWindowLeavesNothing: MEETING_WINDOW_LEAVES_NOTHING,
});

const viewOf = (notice: Notice, facts: MailFacts): LetterView => {
  const { body } = notice;
  switch (body.kind) {
    case 'scopingRequest':
      return scopingRequest(notice, body, facts);
    case 'agencyReminder':
      return agencyReminder(notice, body, facts);
    case 'teamBriefing':
      return teamBriefing(notice, body, facts);
    case 'completionMissed':
      return completionMissed(notice, body, facts);
    case 'meetingWindowLeavesNothing':
      return meetingWindowLeavesNothing(notice, body);
  }
};

type Partnership = Pick<MailFacts, 'partnershipName' | 'teamMailbox' | 'publicUrl'>;

const rendered = (
  view: LetterView,
  about: Partnership & { readonly repeated: boolean },
  more: object,
): RenderedMail => {
  const { partnershipName, teamMailbox, repeated } = about;
  return {
    subject: view.subject,
    ...renderLetter({ ...view, partnershipName, teamMailbox, repeated, ...more }),
  };
};

export const renderMail = (notice: Notice, facts: MailFacts): RenderedMail => {
  const { reference } = notice;
  const caseUrl = `${facts.publicUrl.replace(/\/+$/, '')}/cases/${reference}`;
  return rendered(viewOf(notice, facts), facts, { reference, caseUrl });
};

/** The mail about the calendar belongs to no case. */
export const renderCalendarBriefing = (
  briefing: CalendarBriefing,
  facts: Partnership & { readonly repeated: boolean },
): RenderedMail => rendered(calendarBriefing(briefing), facts, {});
