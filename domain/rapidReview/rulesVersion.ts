// With which version of the rules each behaviour began that older cases do not have, and whether a case has it. What the
// behaviour is, the code says that asks for it by its name. A case keeps the version that it was opened under
// (docs/adr/0006, and 0013 for how it comes by it).

/**
 * The version that new cases are opened under. It goes up when `decide` or the clock would answer an old command or an old moment
 * otherwise; the older behaviour stays while an open case carries it.
 */
export const RULES_VERSION = 27;

/** The oldest whose cases this program carries on: what began with it, or before, every case has (docs/adr/0036). */
export const OLDEST_RULES_VERSION = 25;

/** Each is named after what cases do from it on; the comment says what those do that were opened before. */
export const SINCE = {
  /**
   * Before: where one answer to the Panel that the team had heard was missed turns out to be none, and another due on the same day is missed, one mail
   * tells both: that it was missed by that day, and that it was not.
   */
  missOfSameDayAsOneThatIsNoneIsNoNews: 26,
  /**
   * Before: what is decided again is told as replacing what went before to an agency that had heard of nothing; and one that heard the outcome only as the
   * case was settled does not hear that it goes on.
   */
  outcomeIsToldAsEachHasHeardIt: 26,
  /** Before: a mail that came back from every address that it went to dates the request, where only a later one stands. */
  mailThatStandsDatesRequest: 26,
  /** Before: an answer of after a mail that came back, and of before the other way, is refused where it is recorded after that. */
  answerShowsThatMailArrived: 26,
  /** Before: whoever was asked in the place of those below stays one to whom nobody writes, though the request is mailed to those again. */
  whoStandsAboveIsTriedAnew: 26,
  /** Before: whoever is invited at an address from which mail came back is counted on: their seat is not at risk. */
  invitationToDeadAddressAsksNobody: 26,
  /** Before: whoever takes the seat of somebody who is kept off the case counts in it only from the minute after. */
  whoReplacesKeptOffCountsAtOnce: 26,
  /** Before: a request of which every address came back stands, where the answer that kept it from being void turned out to be none after the end. */
  requestIsVoidAsCaseGoesOn: 26,
  /** Before: that the notification of the Panel has no date, since the moment it is counted from is not recorded, is warned of with the case alone. */
  wantOfMomentIsTold: 27,
  /** Before: that no agency is on the case, so that nobody is to be asked, is warned of with the case alone. */
  wantOfAgencyIsTold: 27,
  /**
   * Before: what the Panel had asked for is lost sight of once it disagrees, until the partners have confirmed or decided again; and where it
   * asked after it disagreed, that is owed first, and not their answer.
   */
  askedBesideDisagreementIsOwed: 27,
} as const satisfies Readonly<Record<string, number>>;

/** Whether this is so in the case. */
export const holds = (
  { rulesVersion }: { readonly rulesVersion: number },
  behaviour: keyof typeof SINCE,
): boolean => rulesVersion >= SINCE[behaviour];

/** Whether this program opens cases of that version. */
export const isKnown = (rulesVersion: number): boolean =>
  OLDEST_RULES_VERSION <= rulesVersion && rulesVersion <= RULES_VERSION;

/**
 * For what is recorded already: no behaviour that is gone is guessed at. What a newer program has opened is shown by this one while both go
 * side by side. Throws `Error` where the case is of an older version.
 */
export const carryOn = (rulesVersion: number): void => {
  if (rulesVersion < OLDEST_RULES_VERSION)
    throw new Error(
      `The case was opened under version ${rulesVersion} of the rules, and this build carries on version ${OLDEST_RULES_VERSION} and later. ` +
        `Run it with a build that carries its version on; nothing was changed.`,
    );
};
