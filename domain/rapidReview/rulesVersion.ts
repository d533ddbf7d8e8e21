// The behaviour of the rules that new cases are opened under. It goes up when `decide` or the clock would answer
// an old command or an old moment otherwise; the older behaviour stays while an open case carries it.
//
// 2: the team hears of what has no date of its own (no meeting fixed, quorum at risk, the Panel silent): `clock/topics.ts`.
// 3: a case is not merged away once the Panel has its decision, or may have it: `ending/decide.ts`.
// 4: the team hears that a miss it had heard of is none; a miss that an extension left outlives an answer that is sent
//    back: `clock/heardOfMisses.ts`.
// 5: the team hears that a meeting of which it was told that its day lies wrong lies right again, and not twice that it lies
//    wrong: `meeting/toldOfDay.ts`.
// 6: a decision that answers the Panel is of after its disagreement: `decision/decide.ts`; a reply settles nothing while another
//    decision is on its way: `panel/decide.ts`; outcomes are restated by what they rest on, and by nothing else:
//    `clock/outcomes.ts`; of two cases that absorbed each other one goes on: `ending/decide.ts`.
// 7: an agency hears of its new dates also where a mail that was on its way as they moved told it those of before:
//    `clock/datesInMails.ts`.
// 8: word of something done that comes after word of its later twin restates the outcome: `clock/outcomes.ts`, and of a mail to
//    the Panel that was accepted before what was recorded of it: `panel/mailReports.ts`; an agency's day is not before all that
//    the case knows: `returns/decide.ts`; alerts go on beyond the calendar: `wake.ts`.
// 9: the team hears at once, and in every case, that an alert reached nobody on call: `safety/mailReports.ts`.
// 10: what was done is judged by the calendar of its day: `clock/dateOfDoing.ts`; a late answer sent back leaves the miss that
//     everybody has heard of: `clock/outcomes.ts`; a date agreed upon a wrong day falls away with it: `timetable/dueDates.ts`;
//     a meeting ends with its day: `meeting/window.ts`, and with its case: `ending/decide.ts`; the Panel is not silent while the next word is
//     with the partners, nor told the same twice in a day: `panel/state.ts`.
// 11: who is invited to a meeting already, and asked nothing new, is not asked anew as others are: `meeting/arrange.ts`; whoever is
//     taken off the list is not told that the meeting is cancelled: `meeting/notices.ts`; who cannot be reached fills no seat: `warnings.ts`; whoever is
//     kept off the case fills no seat: `meeting/hold.ts`; the Panel is not chased for what the partners owe it: `panel/decide.ts`; what was
//     on its way to it as the case ended arrives: `mailReports.ts`; whoever referred a case that is merged late hears the outcome:
//     `panel/notices.ts`; nothing secured meets no date: `returns/decide.ts`; the team hears of a meeting that nobody closed: `clock/topics.ts`.
// 12: an agreed date never falls on a day that has become a holiday, and an extension never leaves less time than there is without one:
//     `timetable/dueDates.ts`; what was done is judged by each day that changed, also by those before anything was counted from: `calendarChange/decide.ts`; a receipt does not
//     lie after a decision: `referral/decide.ts`; the team hears at nine, and not the day after, of an agency that nobody can be mailed at then: `clock/briefing.ts`.
// 13: a meeting after the Panel's disagreement has a window too: it closes on the day by which the partners reconsider: `meeting/window.ts`;
//     an extension after a miss leaves the miss of the date that held then, also of one agreed before: `clock/outcomes.ts`; the team hears of an agency
//     that nobody can be mailed at whenever the case wakes at nine: `clock/briefing.ts`; a case that has outlived
//     its calendar records what the next one changes: `decide.ts`; the Panel may have a mail of which nobody knows how it ended: `panel/mailReports.ts`;
//     whoever referred hears that a case of whose end they heard goes on after all: `ending/notices.ts`; a word to the Panel whose mail came to nothing
//     does not count as one: `panel/waitedFor.ts`; the team hears the number of a proposal to ask another agency: `clock/topics.ts`;
//     who was asked by mistake is not told outcome or end: `agenciesToTell.ts`; a notification that went does not lapse: `ending/decide.ts`.
// 14: the Panel is told of no delay where there is none: `panel/decide.ts`; what mail came to beyond the calendar is heard as soon as there is
//     another: `decide.ts`.
// 15: a request that was answered has reached the agency, whatever comes back later: `scoping/decide.ts`; a changed calendar holds from its acceptance,
//     whenever the case follows it: `calendarChange/decide.ts`, `clock/outcomes.ts`; what the team had not heard of as the case ended it hears at the next
//     nine: `clock/lastBriefing.ts`, and of what fails after the end once: `clock/evolve.ts`; seats that were put right and are at risk again it hears of
//     again: `clock/heardOfQuorum.ts`; what the Panel asked is answered by what was said after it, and by no notice of delay: `panel/waitedFor.ts`; after a
//     merge nobody was to be asked before the referral that named them: `duplicates/evolve.ts`; a date agreed back to the own one is none: `returns/decide.ts`;
//     who fills a seat is recorded in any order: `meeting/hold.ts`; what was missed and is done after the end is done: `clock/outcomes.ts`.
// 16: records that are not locked are not secured: `returns/decide.ts`; of a delay in answering its disagreement the Panel is told for a day after
//     the one by which it is to be answered: `panel/contact.ts`; the copy of a notification is not older than what it tells of: `referral/decide.ts`; what was
//     done on a day on which the calendar changed is judged by its date as the day began, where it was in time by that: `clock/dateOfDoing.ts`; a decision that
//     was recorded wrong is put right until the Panel may have it, none is taken before the receipt, nor lacked the answer of an agency that was found after
//     it: `decision/decide.ts`; a meeting that took place is recorded though nobody arranged it here: `meeting/arrange.ts`.
// 17: a further disagreement of the Panel that was recorded by mistake leaves the one before as it was answered: `panel/evolve.ts`; a
//     proposal that an agency settled which was on the case by mistake is open again: `scoping/evolve.ts`.
// 18: a warning that the team was given has not lapsed where what it warned of is open again: `clock/passTime.ts`; what an agency did is put right after the
//     end too, and lateness explained: `decideAct.ts`, and judged as the case stood then: `clock/outcomesAfterEnd.ts`; nobody hears that a meeting whose
//     day is over is cancelled: `meeting/notices.ts`; a miss that an extension has left is one again where the day of asking is put back: `clock/outcomes.ts`.
// 19: an agency hears, as a case goes on, of those answers alone that turned out to be a mistake after its end: `returns/notices.ts`; a
//     notification that was recorded by mistake takes its reference with it: `referral/evolve.ts`.
// 20: what a mail told an agency before its date was agreed, or told it anew, is no news when its answer is heard of again: `clock/datesKnown.ts`;
//     why dates moved is told by all that changed since the agency knew them: `calendarChange/whyMoved.ts`; what was done by mistake lapses with a case
//     that has ended: `clock/outcomesAfterEnd.ts`; a reference that the Panel was sent and that does not stand is to be told it: `panel/reference.ts`, and it is told of
//     no delay in answering what was answered: `panel/contact.ts`.
// 21: an answer that was accepted can be sent back: `returns/decide.ts`; the team hears where nobody of an agency that was asked can be
//     mailed of outcome or end: `agenciesToTell.ts`; what went to the Panel went without a sign-off of a later day: `panel/decide.ts`;
//     what had come by the day of a decision was not missing, whenever it is recorded: `returns/evolve.ts`.

export const RULES_VERSION = 21;
