// What began with versions 2 to 15 of the rules, each with what cases do that were opened before it: the older part of the table in
// `rulesVersion.ts`, which alone is asked. Nothing is added here any more.

export const TO_VERSION_15 = {
  /** The team does not hear of what has no date of its own: no meeting fixed, quorum at risk, the Panel silent. */
  teamHearsOfWhatHasNoDate: 2,

  /** A case is merged away though the Panel has its decision, or may have it. */
  whatPanelHasIsNotMergedAway: 3,

  /** The team does not hear that a miss it had heard of is none, and hears of the same miss again. */
  missesHeardOfAreRemembered: 4,
  /** Where a completion that was met is missed after all, the team is not told at once. */
  missAfterAllIsToldAtOnce: 4,
  /** A miss that an extension left falls away with the answer that is sent back. */
  missLeftOutlivesSendingBack: 4,

  /** The team hears again that a meeting's day lies wrong, and not that it lies right again. */
  wrongMeetingDaysHeardOfAreRemembered: 5,

  /** A moment that is put right within its day restates the outcomes that are counted from it. */
  momentWithinItsDayMovesNoDate: 6,
  /** Where the fact is put right that closes the meeting's window, the outcome of the meeting stays. */
  meetingRestsOnWhatClosesItsWindow: 6,
  /** The miss that an extension left stays, though it was of a day of asking that was never right. */
  missOfWrongDayOfAskingFallsAway: 6,
  /** What was done is judged by the date of now, though only the day of doing is put right. */
  doneKeepsDateItWasJudgedBy: 6,
  /** A further decision is taken of a day before the disagreement that it answers. */
  furtherDecisionIsAfterDisagreement: 6,
  /** The Panel agrees, and that settles the case, though the decision in force is not the one that it has. */
  panelAgreesToDecisionInForceOnly: 6,
  /** Two cases that absorbed each other both end, each merged into the other. */
  oneOfTwoThatAbsorbedEachOtherGoesOn: 6,

  /** An agency does not hear of its new dates where a mail on its way as they moved told it those of before. */
  mailThatToldOtherDatesIsHeardOf: 7,

  /** What was done earlier than the doing that was heard of first restates nothing. */
  earlierDoingHeardOfLaterCounts: 8,
  /** A mail to the Panel that was accepted before the day recorded for its dispatch leaves that day. */
  mailToPanelAcceptedEarlierCounts: 8,
  /** What an agency did may be of a day before all that the case knows. */
  agencyActsNotBeforeCase: 8,
  /** Where a moment has come and brought nothing, no timer is set for the alerts behind it. */
  alertsGoOnBeyondCalendar: 8,

  /** That an alert reached nobody the team hears at nine only, and where there is no briefing never. */
  alertThatReachedNobodyIsToldAtOnce: 9,

  /** What was done is judged by the calendar as it stands. */
  doneIsJudgedByCalendarOfItsDay: 10,
  /** An extension after a miss leaves the miss of the date that was recorded, whatever date held as it was agreed. */
  extensionLeavesMissOfThatMoment: 10,
  /** A late answer that is sent back is missed anew. */
  lateAnswerSentBackLeavesItsMiss: 10,
  /** A date that was agreed stands, though the day of asking is put right that it was agreed upon. */
  agreedDateFallsWithWrongDayOfAsking: 10,
  /** A meeting that nobody closed goes on for ever. */
  meetingEndsWithItsDay: 10,
  /** A meeting stays arranged though its case has ended, and nobody who was invited hears of it. */
  meetingIsCancelledWithItsCase: 10,
  /** Whether the Panel has asked since a dispatch the days alone tell, not the order of recording. */
  dispatchesAndRepliesGoByOrder: 10,

  /** Whoever is invited already is asked anew as somebody else is invited. */
  invitationsThatStandAreNotSentAgain: 11,
  /** Whoever is taken off the list of a meeting is told that the meeting is cancelled. */
  uninvitedAreToldThatTheyAre: 11,
  /** The team is told of the papers anew with each change of the meeting, though its day stays. */
  papersAreToldAnewOnlyWhereMeetingMoves: 11,
  /** An invitation that reaches nobody fills its seat. */
  whoCannotBeReachedFillsNoSeat: 11,
  /** Whoever is kept off the case may fill a seat. */
  whoIsKeptOffFillsNoSeat: 11,
  /** That nobody closed a meeting only those hear who act on it. */
  teamHearsOfMeetingNotClosed: 11,
  /** The Panel may be chased for what the partners owe it. */
  panelIsChasedOnlyWhileAwaited: 11,
  /** What was on its way to the Panel as the case ended stays so. */
  mailToPanelArrivesAfterEnd: 11,
  /** Whoever referred a case that is merged once the outcome has been told does not hear the outcome. */
  whoReferredMergedCaseHearsOutcome: 11,
  /** Records count as secured though nothing was. */
  nothingSecuredMeetsNoDate: 11,

  /** What the calendar changed before anything was counted from is forgotten. */
  daysChangedEarlierAreRemembered: 12,
  /** No calendar moves a date that was agreed. */
  agreedDateYieldsToCalendar: 12,
  /** The receipt may be put right to a day after a decision. */
  receiptIsNotAfterDecision: 12,
  /** What fails at nine the team hears the day after. */
  whatFailsAtNineIsToldAtNine: 12,

  /** What fails as the mail of nine goes it tells only where the case woke at nine to the millisecond. */
  whatFailsAsCaseWakesIsTold: 13,
  /** A case that has outlived its calendar forgets what the next one changes. */
  changesOfOutlivedCalendarAreRemembered: 13,
  /** A meeting after the Panel's disagreement has no window. */
  meetingToReconsiderHasWindow: 13,
  /** An extension of an extension leaves the miss of the agency's own date alone, and none of the one agreed before. */
  extensionLeavesMissOfDateAgreedBefore: 13,
  /** A notification that went lapses with the case where nobody knows when it was due. */
  notificationThatWentDoesNotLapse: 13,
  /** The last that whoever referred hears is that the case has ended, though it goes on. */
  whoReferredHearsThatCaseGoesOn: 13,
  /** Whoever was asked by mistake is told outcome and end too. */
  whoWasAskedByMistakeIsToldNothing: 13,
  /** The team hears of a proposal to ask another agency without its number. */
  teamHearsNumberOfProposal: 13,
  /** A mail to the Panel of which nobody knows how it ended counts as refused. */
  panelMayHaveMailOfUnknownEnd: 13,
  /** Which word to the Panel went by mail is not known: it counts though its mail came to nothing. */
  mailOfWordToPanelIsKnown: 13,

  /** What mail came to beyond the calendar is heard with the next mail only. */
  reportsBeyondCalendarAreHeardAgain: 14,
  /** The Panel may be told of a delay where there is none. */
  panelIsToldOfNoDelayThatIsNone: 14,

  /** A changed calendar holds from when the case follows it. */
  calendarHoldsFromAcceptance: 15,
  /** A request that was answered is void all the same. */
  answeredRequestHasReachedAgency: 15,
  /** What the team had not heard of as the case ended it never hears. */
  teamHearsAfterEndWhatItHadNot: 15,
  /** What fails after the end and is told at once is told again as the case is taken up. */
  whatFailsAfterEndIsToldOnce: 15,
  /** What was missed and is done after the end stands as not done. */
  missDoneAfterEndIsDone: 15,
  /** The same seats at risk are told once, though they were put right in between. */
  quorumAtRiskAgainIsToldAgain: 15,
  /** Any contact of that day or later but a chaser answers what the Panel asked. */
  panelIsAnsweredOnlyAfterItAsked: 15,
  /** After a merge agencies are to be asked before the referral that named them. */
  agenciesAreAskedFromTheirOwnReferral: 15,
  /** A date agreed back to the agency's own stands like any other, where all others move. */
  agreedBackToOwnDateIsNoAgreement: 15,
  /** A seat that was taken later cannot have had another holder sooner. */
  seatsAreRecordedInAnyOrder: 15,
} as const satisfies Readonly<Record<string, number>>;
