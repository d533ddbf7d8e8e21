// With which version of the rules each behaviour began that older cases do not have, and whether a case has it. What the
// behaviour is, the code says that asks for it by its name. A case keeps the version that it was opened under
// (docs/adr/0006, and 0013 for how it comes by it).

import { TO_VERSION_15 } from './behavioursToVersion15';

/**
 * The version that new cases are opened under. It goes up when `decide` or the clock would answer an old command or an old moment
 * otherwise; the older behaviour stays while an open case carries it.
 */
export const RULES_VERSION = 26;

/** Each with what cases do that were opened before it. */
export const SINCE = {
  ...TO_VERSION_15,

  /** Records count as secured that anybody can still change. */
  securedRecordsAreLocked: 16,
  /** Of a delay the Panel may be told though its disagreement is answered in time. */
  answerToDisagreementInTimeIsNoDelay: 16,
  /** The copy of a notification may be older than what it tells of. */
  copyIsNotOlderThanWhatItTells: 16,
  /** What was done on a day on which the calendar changed is judged by the latest date of that day, in time or not. */
  dayOfChangeIsJudgedAsItBegan: 16,
  /** A decision that was recorded wrong stays so. */
  wrongDecisionIsPutRight: 16,
  /** A decision may be of a day before the receipt, where that was put right meanwhile. */
  decisionIsNotBeforeReceipt: 16,
  /** A decision lacks the answer of an agency that was found only after it. */
  agencyFoundAfterDecisionIsNotMissing: 16,
  /** A meeting that took place is not recorded unless it was arranged here. */
  meetingHeldUnarrangedIsRecorded: 16,

  /** With a further disagreement that was a mistake, what came of the one before is forgotten. */
  mistakenDisagreementLeavesOneBefore: 17,
  /** A proposal stays settled though the agency that settled it was on the case by mistake. */
  proposalSettledByMistakeOpensAgain: 17,

  /** A warning that was given lapses where what it warned of is open again. */
  warningsGivenAreRemembered: 18,
  /** After the end, what an agency did is not put right, nor its lateness explained. */
  agencyActsArePutRightAfterEnd: 18,
  /** After the end nothing is judged but the doing of what had been missed. */
  endedCaseIsJudgedAsItStood: 18,
  /** Whoever was invited to a meeting whose day is over is told that it is cancelled. */
  nobodyHearsThatPastMeetingIsCancelled: 18,
  /** A miss that an extension left and a wrong day of asking took away stays away when that is put back. */
  missLeftComesBackWithDayOfAsking: 18,

  /** As a case goes on, an agency hears of every mistaken answer of its own that it was not told of. */
  onlyMistakesAfterEndAreToldAsCaseGoesOn: 19,
  /** The reference stays of a notification that never went. */
  referenceFallsWithItsNotification: 19,

  /** An old mail that is heard of again is news, though the agency knows its dates since; why they moved the last moves alone tell. */
  agencyKnowsDatesAsOfEvent: 20,
  /** What lapsed with its case after all is restated as if it were open. */
  doneByMistakeLapsesWithCase: 20,
  /** That the reference which the Panel was sent does not stand nobody is asked to tell it. */
  panelIsToldThatReferenceIsAmiss: 20,
  /** The Panel may be told of a delay in answering what has been answered. */
  answeredPanelIsToldOfNoDelay: 20,

  /** What was accepted stays so. */
  acceptedAnswerCanBeSentBack: 21,
  /** Where nobody of an agency can be mailed, nobody hears that it was not told outcome or end. */
  teamHearsOfAgencyThatCannotBeTold: 21,
  /** What went to the Panel went with the sign-offs of later days too. */
  signOffCountsFromItsDay: 21,
  /** What was recorded after the decision and had come by its day is missing in it. */
  answerByDayOfDecisionIsNotMissing: 21,
  /** A decision that takes the place of a wrong one is told as a further one. */
  decisionPutRightIsToldAsSuch: 21,

  /** Whoever was kept off the case while in a seat fills it, and a decision is taken with them. */
  whoIsKeptOffSinceFillsNoSeat: 22,
  /** The team is asked to hold the meeting on a day that is past, or a meeting that was held. */
  earliestDayIsToldWhileItHelps: 22,
  /** A word to the Panel from before the partners had answered its disagreement answers it, where it is recorded after that. */
  wordBeforeReconsiderationAnswersNothing: 22,
  /** That the criteria are not met is refused where only the copy of the notification is known. */
  copyShowsThatPanelWasNotified: 22,
  /** What was done, of which no due day was known, lapses with the case. */
  whatWasDoneDoesNotLapse: 22,
  /** What went to the Panel before a mail of the same is refused, where it is recorded after it. */
  earlierDispatchIsRecordedLater: 22,

  /** A mail of the scoping request that was accepted before the day recorded for another way leaves that day. */
  requestMailAcceptedEarlierCounts: 23,
  /** Nobody is kept off the case, or let back on, after the end: their answer link stays, and they are written to should it go on. */
  contactsAreKeptOffAfterEnd: 23,
  /** Nobody of an agency that is invited to the meeting, and not asked, can be kept off the case. */
  whoIsInvitedCanBeKeptOff: 23,
  /** Whether a decision lacked the answer of an agency is not asked again where it is put right, or recorded later, when that was found. */
  decisionLacksAnswerOfWhoWasFoundByThen: 23,
  /** A conflict is declared of somebody who is there alone, and not once they have left or the meeting is closed: they fill their seat. */
  conflictIsDeclaredOfAnyStay: 23,
  /** The case is withdrawn, and nobody tells the Panel, though the copy shows that it was notified. */
  copyKeepsFromWithdrawing: 23,
  /** What was met keeps the day on which it was done, though an earlier one is heard of. */
  earlierDoingOfWhatWasMetCounts: 23,
  /** Whoever has accepted an invitation is expected, though they are kept off the case since: their seat is not at risk. */
  wordOfWhoIsKeptOffHoldsNoMore: 23,
  /** A decision that is recorded anew answers a disagreement that came after the one whose place it takes. */
  decisionPutRightAnswersNoLaterLetter: 23,
  /** A word to the Panel answers what it did as it was recorded, though the reply, the confirmation or a dispatch is put right since. */
  wordsAnswerByDaysPutRight: 23,
  /** A letter from before the confirmation holds it in its place, and the confirmation the day of whatever letter came after it. */
  confirmationAndLettersGoByOrder: 23,
  /** A further disagreement makes forgotten that the answer to the one before was late: who had not heard does not, and nobody says why. */
  missOvertakenIsTold: 23,
  /** A reply is settled though the Panel has not heard what it asked for, or what the partners answered. */
  unansweredPanelSettlesNothing: 23,
  /** The Panel is told that the review is late where an answer to it is, and that it has not replied where it has. */
  panelIsToldWhatIsLate: 23,
  /** The team does not hear that the next word to the Panel is the partners'. */
  teamHearsThatPanelAwaitsWord: 23,
  /** A meeting at which nothing is to be decided any more is moved, and people are invited to it. */
  needlessMeetingIsNotRearranged: 23,
  /**
   * Once the receipt is put right that of a merged case is forgotten, and so is since when agencies are known; and whoever was taken off
   * before the merge and is added again is to be asked before the referral that named them.
   */
  receiptsOfMergedAreKept: 23,
  /** Where dates are counted from another moment than the receipt, whoever the referral named may be to be asked before it came. */
  namedAgenciesAreKnownAtReceipt: 23,
  /** What a merged case knew of the incident, and does not fit what this case knows, is forgotten. */
  momentsOfMergedNotTakenAreKept: 23,
  /** That quorum is at risk the team hears at nine only, and where the meeting begins before that never. */
  quorumAtRiskIsToldBeforeMeeting: 23,
  /** Of a seat that has stayed at risk the team hears anew once another is covered that was told with it. */
  seatsHeardOfAreRemembered: 23,

  /** Of two answers to the Panel that were missed by the same day the team hears every morning. */
  missesOfSameDayAreToldOnce: 24,
  /**
   * Only the last that the Panel has asked is answered, by whatever is recorded after it: also by a dispatch of before it; and while the
   * partners reconsider, nothing is.
   */
  whateverPanelAsksIsAnswered: 24,
  /** A reply is settled while the answer is only on its way to the Panel. */
  mailOnItsWaySettlesNothing: 24,
  /** A conflict that was declared before its person came back keeps its moment where the day of the meeting is put right: they fill their seat. */
  conflictMovesWithItsMeeting: 24,
  /** A meeting may be opened at a moment at which the one before it was still going on. */
  meetingIsOpenedAfterOneBefore: 24,
  /** A meeting at which nothing is to be decided any more moves with its date in the diary, and people are invited to it anew. */
  diaryCancelsNeedlessMeeting: 24,
  /** Of a meeting at which nothing is to be decided any more, or that took place, the team hears that its papers are due, and its quorum at risk. */
  needlessMeetingIsNotPrepared: 24,
  /** That a word is owed to the Panel is told once for each kind and day: not of another letter of that day, nor where the answer was none. */
  wordOwedAnewIsToldAnew: 24,
  /** That the Panel has not heard the answer to its disagreement the team may hear on the very day of that answer. */
  answerIsOwedSinceItIsGiven: 24,
  /** That a miss by a further disagreement, which was none, is none the team does not hear where the answer before was no miss either. */
  missOfLetterThatWasNoneIsTakenBack: 24,
  /** A mail that came back from every address dates the request all the same, and stands against a correction of its day. */
  mailThatCameBackDatesNothing: 24,
  /** A request that turns out to have gone by mail alone stands, though that mail had come back from every address. */
  mailAloneThatCameBackIsVoid: 24,
  /** That the mail server accepted a mail on the day of another way, or after it, is forgotten: a later day may take the mail's place. */
  laterMailIsKnownToo: 24,
  /** A date that was recorded on the day on which it was agreed stands, though the agency turns out to have been asked only after that day. */
  dateAgreedBeforeAskingFallsAway: 24,

  /**
   * Where the team is to hear that a late answer to a disagreement was in time, and the Panel disagrees again before it has, that is told of the
   * answer to the next: by another date, of a miss that stands, or beside that miss.
   */
  missTakenBackGoesWithItsAnswer: 25,
  /**
   * What a word to the Panel answers is judged anew, as a day is put right, by a decision of after it too, and by a mail that had been
   * ordered before it and went another way after it.
   */
  wordsAnswerAsCaseStoodThen: 25,
  /** Of two requests that were put into words before midnight and after, with nothing in between, each is told anew after the other, without end. */
  mailsOfSameMomentAreHeardOnce: 25,
  /**
   * What an agency had answered before a void counts as an answer to the next request: no later day of that is right, nor an earlier one of
   * the answer; and it stands though its mail comes back from every address.
   */
  answersAreOfTheirAsking: 25,
  /** Of whoever stands above those asked first, and of everybody once the request is void, it is forgotten that mail came back: they are written to. */
  deadAddressesAreRemembered: 25,
  /**
   * A mail is recorded as come back of whoever was asked, though none ever went to them; of whoever stands above those is none, though one
   * did go.
   */
  bounceIsOfMailThatWent: 25,
  /** A mail that came back from one address, and was then refused at every other, is held to have asked the agency. */
  refusalAfterReturnIsTheLastToo: 25,
  /** Why a request is void the case does not know: what it warns of names both. */
  causeOfVoidIsKept: 25,
  /** A decision that is recorded, or whose day is put right, only after an answer was sent back lacks it by what the team thinks of it now. */
  answerSentBackLaterIsNotMissing: 25,
  /** Where one of those invited for an agency is kept off since, and others are named anew, the rest are invited anew, and their word is gone. */
  invitationOutlivesWhoIsKeptOff: 25,
  /**
   * Where a further disagreement turns out to be none, and its answer had been missed, the team does not hear that this is no miss if the answer to the
   * one before was missed too; else it hears it as if it were of that one.
   */
  missOfNoneIsNoneForItself: 25,
  /** An agency that is asked only once the outcome has been told never hears it. */
  whoIsAskedSinceHearsOutcome: 25,
  /** Whoever is kept off as a meeting moves counts as asked to its new day once they are let back on: their seat is not at risk. */
  movedMeetingAsksWhomItReaches: 25,
  /** A meeting that took place on the day of the one before it, and was not arranged here, is not recorded. */
  meetingsOfOneDayAreRecorded: 25,
  /** What was late on the very day on which a change of the calendar was accepted stays so, though it was recorded after that and before the case followed. */
  recordedAfterChangeIsJudgedByIt: 25,
  /**
   * A decision of the very day of the confirmation is held to be the answer, though the Panel disagreed since: the confirmation is not put
   * right, nor, once the Panel has disagreed again, the day of the meeting.
   */
  decisionOfDayOfConfirmationIsNoAnswer: 25,

  /**
   * Where one answer to the Panel that the team had heard was missed turns out to be none, and another due on the same day is missed, one mail
   * tells both: that it was missed by that day, and that it was not.
   */
  missOfSameDayAsOneThatIsNoneIsNoNews: 26,
  /**
   * What is decided again is told as replacing what went before to an agency that had heard of nothing; and one that heard the outcome only as the
   * case was settled does not hear that it goes on.
   */
  outcomeIsToldAsEachHasHeardIt: 26,
  /** A mail that came back from every address that it went to dates the request, where only a later one stands. */
  mailThatStandsDatesRequest: 26,
  /** An answer of after a mail that came back, and of before the other way, is refused where it is recorded after that. */
  answerShowsThatMailArrived: 26,
  /** Whoever was asked in the place of those below stays one to whom nobody writes, though the request is mailed to those again. */
  whoStandsAboveIsTriedAnew: 26,
  /** Whoever is invited at an address from which mail came back is counted on: their seat is not at risk. */
  invitationToDeadAddressAsksNobody: 26,
  /** Whoever takes the seat of somebody who is kept off the case counts in it only from the minute after. */
  whoReplacesKeptOffCountsAtOnce: 26,
  /** A request of which every address came back stands, where the answer that kept it from being void turned out to be none after the end. */
  requestIsVoidAsCaseGoesOn: 26,
} as const satisfies Readonly<Record<string, number>>;

/** Whether this is so in the case. */
export const holds = (
  { rulesVersion }: { readonly rulesVersion: number },
  behaviour: keyof typeof SINCE,
): boolean => rulesVersion >= SINCE[behaviour];
