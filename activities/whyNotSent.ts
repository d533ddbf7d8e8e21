// Why a waiting notice is not to be sent any more: nobody needs it by now, or it came to nothing. What is needed is told
// from the case as it stands; that a mail nobody needs is no failure is the ledger's to know (`notSent.ts`).

import type { Instant } from '../domain/calendar/instant';
import type { AnyCase } from '../domain/rapidReview/state';
import type { NoticeBodyOf } from '../domain/rapidReview/notices';
import { agencyOn, returnOf, saysAskedByMistake } from '../domain/rapidReview/agenciesOfCase';
import type { AgencyId } from '../domain/timetable/facts';
import { refOf } from '../domain/timetable/obligationKey';
import { owedByAgency } from '../domain/timetable/owed';
import type { NotSent } from '../records/notices/notSent';
import type { FoldedCase, NoticeRow } from '../records/records';
import { presentRequests } from './datesToTell';

type MeetingInvitation = NoticeBodyOf<'meetingInvitation'>;
type MeetingCancelled = NoticeBodyOf<'meetingCancelled'>;

/** So many times the line may fall over one mail before people must see to it: each time may have been a copy. */
const MOST_UNKNOWN = 5;

const invited = (state: AnyCase, { meeting, agency }: MeetingInvitation | MeetingCancelled) => {
  const found =
    state.status === 'recordedOnly' ? undefined : state.meetings.find(({ number }) => number === meeting);
  return { stage: found?.stage, invitee: found?.invitees.find((invitee) => invitee.agency === agency) };
};

/** A newer one has gone out, or goes, or nobody of them is to come; where the meeting was cancelled there is none to go to. */
const isOvertaken = (state: AnyCase, invitation: MeetingInvitation): boolean => {
  const { stage, invitee } = invited(state, invitation);
  return invitee?.change !== invitation.change || stage === 'cancelled';
};

/** It was no longer to come, and is invited again: that mail, or that of the end of the meeting, says what holds. */
const isInvitedAgain = (state: AnyCase, cancelled: MeetingCancelled): boolean =>
  cancelled.uninvited === true && invited(state, cancelled).invitee !== undefined;

/**
 * It is recorded as delivered, or a newer one is: the Panel would get a copy, or what does not hold any more. Or it was recorded so
 * by mistake: another one says it by now, or is to.
 */
const wentAnotherWay = (state: AnyCase, dispatch: number): boolean =>
  state.status !== 'recordedOnly' &&
  state.panel.dispatches.some(({ number, sent, takenBack }) =>
    sent === undefined
      ? number === dispatch && takenBack === true
      : number > dispatch || (number === dispatch && sent.channel !== 'mail'),
  );

/** What it says of an answer is not so. */
const isByMistake = (
  state: AnyCase,
  { agency, number }: { readonly agency: AgencyId; readonly number: number },
): boolean => returnOf(state, agency, number)?.judged === 'recordedByMistake';

/** It has said so since it was to be told. */
const isNoneOfItsBusiness = (state: AnyCase, agency: AgencyId): boolean => {
  const onCase = agencyOn(state, agency);
  return state.status !== 'recordedOnly' && onCase !== undefined && saysAskedByMistake(onCase);
};

const whyNotNeeded = (row: NoticeRow, { state, calendar }: FoldedCase): NotSent | undefined => {
  const { body } = row;
  switch (body.kind) {
    case 'scopingRequest':
      if (state.status !== 'open') return 'EENDED';
      // Void before its mail went, perhaps because it was addressed to the wrong agency.
      return presentRequests(state, body.agency, [row]).length === 0 ? 'EVOID' : undefined;
    case 'agencyReminder':
      if (state.status !== 'open') return 'EENDED';
      return owedByAgency(state, calendar, body.agency).length === 0 ? 'EANSWERED' : undefined;
    case 'datesMoved': {
      if (state.status !== 'open') return 'EENDED';
      const owes = owedByAgency(state, calendar, body.agency);
      if (owes.length === 0) return 'EANSWERED';
      // They have moved again: another mail tells that.
      const stand = body.moves.some((move) =>
        owes.some(({ key, due }) => key === move.key && due === move.due),
      );
      return stand ? undefined : 'EOVERTAKEN';
    }
    case 'answerByMistake':
      if (state.status !== 'open') return 'EENDED';
      return owedByAgency(state, calendar, body.agency).some(
        ({ key }) => refOf(key).obligation === 'agencyReturn',
      )
        ? undefined
        : 'EANSWERED';
    case 'returnSentBack':
      if (state.status !== 'open') return 'EENDED';
      return isByMistake(state, body) ? 'EOVERTAKEN' : undefined;
    case 'resumedToAgency':
    case 'resumedToReferrer':
      return state.status === 'open' ? undefined : 'EENDED';
    case 'meetingInvitation':
      // With its case, too, a meeting is cancelled: should that go on, it was needed no more than any other.
      if (isOvertaken(state, body)) return 'EOVERTAKEN';
      return state.status === 'open' ? undefined : 'EENDED';
    case 'meetingCancelled':
      return isInvitedAgain(state, body) ? 'EOVERTAKEN' : undefined;
    case 'endedToAgency':
    case 'endedToReferrer':
    case 'panelCriteriaNotMet':
      // The withdrawal was undone: that it has ended is not true any more.
      return state.status === 'open' ? 'EOVERTAKEN' : undefined;
    case 'panelDispatch':
      return wentAnotherWay(state, body.dispatch) ? 'EOVERTAKEN' : undefined;
    case 'safetyAlert':
      return state.concerns.find(({ number }) => number === body.concern)?.acknowledgedBy === undefined
        ? undefined
        : 'EACKNOWLEDGED';
    case 'answerReceived':
      return isByMistake(state, body) ? 'EOVERTAKEN' : undefined;
    case 'outcomeToAgency':
      return isNoneOfItsBusiness(state, body.agency) ? 'EOVERTAKEN' : undefined;
    case 'teamBriefing':
    case 'completionMissed':
    case 'meetingWindowLeavesNothing':
    case 'meetingOutsideWindow':
    case 'panelWillBeLate':
    case 'panelChase':
    case 'panelContact':
    case 'outcomeToPartner':
    case 'outcomeToReferrer':
      return undefined;
  }
};

/** An invitation is of no use once its meeting has begun; the team must hear that it never went. */
const isPastItsHour = ({ notAfter, body }: NoticeRow, now: Instant): boolean =>
  (notAfter !== undefined && now > notAfter) || (body.kind === 'meetingInvitation' && now >= body.startsAt);

export const whyNotSent = (row: NoticeRow, folded: FoldedCase, now: Instant): NotSent | undefined => {
  const notNeeded = whyNotNeeded(row, folded);
  if (notNeeded !== undefined) return notNeeded;
  if (isPastItsHour(row, now)) return 'ELATE';
  return row.unknownAttempts >= MOST_UNKNOWN ? 'EREPEATED' : undefined;
};
