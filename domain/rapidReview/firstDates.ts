// The first date of each obligation: the one before its dates began to move. A corrected fact begins anew (R8), so that
// nobody is counted late against a date that was never right; an extension does not (R10), whether it was agreed before or after.

import type { CivilDate } from '../calendar/civilDate';
import { addWorkingDays, type WorkingCalendar } from '../calendar/workingCalendar';
import { OBLIGATIONS } from '../policy/policyProfile';
import { profileOf, type ProfileId } from '../policy/profiles';
import type { AgencyId, ObligationKey } from '../timetable/facts';
import { isAgencysOwn, keyOf, refOf } from '../timetable/obligationKey';
import type { CaseEvent, EventOf } from './events';
import { RECONSIDERATION } from './panel/reconsidered';

/** Corrections of what the dates of the case are counted from. */
const OF_THE_CASE: readonly CaseEvent['kind'][] = [
  'TimestampCorrected',
  'AgencyIdentifiedCorrected',
  'CaseAbsorbed',
  'PanelReplyCorrected',
];

type SentCorrected = EventOf<'RequestSentCorrected'>;

/** What the agency would have owed by, asked on the right day, had nothing been agreed with it. */
const askedRightly = (
  { body: { agency, on } }: SentCorrected,
  profile: ProfileId,
  calendar: WorkingCalendar,
): readonly (readonly [ObligationKey, CivilDate])[] => {
  const { obligations } = profileOf(profile);
  return OBLIGATIONS.flatMap((obligation) => {
    const { anchor, workingDays } = obligations[obligation];
    return anchor === 'requestSent'
      ? [[keyOf({ obligation, agency }), addWorkingDays(calendar, on, workingDays)] as const]
      : [];
  });
};

/** What is counted from a moment that the event says never was. */
const keysWithout = (event: CaseEvent, profile: ProfileId | undefined): readonly ObligationKey[] => {
  if (event.kind !== 'TimestampCorrected' || event.body.at !== undefined || profile === undefined) return [];
  const { timestamp } = event.body;
  const { obligations } = profileOf(profile);
  return OBLIGATIONS.filter((obligation) => obligations[obligation].anchor === timestamp).map((obligation) =>
    keyOf({ obligation }),
  );
};

/** First dates of reconsiderations: a further disagreement asks for one of its own, and gives way to the one before where it was none. */
class Reconsiderations {
  /** What stood as each of them came. */
  private readonly before: { readonly date: CivilDate | undefined; readonly answered: boolean }[] = [];
  /** The partners have answered the last. */
  private answered = false;

  constructor(private readonly first: Map<ObligationKey, CivilDate>) {}

  hear(event: CaseEvent): void {
    if (event.kind === 'DecisionConfirmed' || event.kind === 'DecisionTaken') this.answered = true;
    if (event.kind === 'ConfirmationCorrected' && event.body.on === undefined) this.answered = false;
    if (event.kind === 'PanelReplied' && event.body.reply === 'disagrees') {
      this.before.push({ date: this.first.get(RECONSIDERATION), answered: this.answered });
      if (this.answered) this.first.delete(RECONSIDERATION);
      this.answered = false;
    }
    if (
      event.kind !== 'PanelReplyCorrected' ||
      event.body.countedFrom !== true ||
      event.body.on !== undefined
    )
      return;
    const { date, answered } = this.before.pop() ?? { date: undefined, answered: false };
    if (date === undefined) this.first.delete(RECONSIDERATION);
    else this.first.set(RECONSIDERATION, date);
    this.answered = answered;
  }
}

/**
 * Only of the obligations that have moved: the first date of any other is its present one. `calendarOf` is asked for what was
 * counted with when the day of a request was corrected.
 */
export const firstDates = (
  events: readonly CaseEvent[],
  calendarOf: (version: string) => WorkingCalendar,
): ReadonlyMap<ObligationKey, CivilDate> => {
  const first = new Map<ObligationKey, CivilDate>();
  const voided = new Map<AgencyId, readonly (readonly [ObligationKey, CivilDate])[]>();
  let profile: ProfileId | undefined;
  const reconsiderations = new Reconsiderations(first);
  let countedWith = '';
  let correctedBy = '';
  let followedBy = '';
  for (const event of events) {
    if (event.kind === 'CaseOpened') ({ profile, calendar: countedWith } = event.body);
    if (event.kind === 'CalendarAdopted') {
      countedWith = event.body.to;
      followedBy = event.commandId;
    }
    if (OF_THE_CASE.includes(event.kind)) correctedBy = event.commandId;
    // Nothing is counted from a mail that was not the first asking; nor again where only the way was another, on the same day.
    if (event.kind === 'RequestSentCorrected' && event.body.on !== event.body.was && profile !== undefined) {
      for (const [key, due] of askedRightly(event, profile, calendarOf(countedWith))) first.set(key, due);
    }
    // Void: the agency is asked again, and what it owes is counted again; the date for asking it is not.
    if (event.kind === 'RequestVoided' || event.kind === 'AgencyRemoved') {
      const removed = event.kind === 'AgencyRemoved';
      const { agency } = event.body;
      const gone = [...first].filter(
        ([key]) => refOf(key).agency === agency && (removed || isAgencysOwn(key)),
      );
      for (const [key] of gone) first.delete(key);
      voided.set(agency, gone);
    }
    // Nothing had come back: it was asked once, and on that day.
    if (event.kind === 'RequestBounceCorrected' && event.body.stands !== undefined)
      for (const [key, due] of voided.get(event.body.agency) ?? []) first.set(key, due);
    // Nothing is counted from it any more; should it be recorded after all, it is counted again.
    for (const key of keysWithout(event, profile)) first.delete(key);
    reconsiderations.hear(event);
    const corrects = event.commandId !== '' && event.commandId === correctedBy;
    // What was done is judged by the right date now, and was never due on the wrong one.
    if (event.kind === 'OutcomeRestated' && corrects) {
      const { key, now } = event.body;
      if (now === undefined) first.delete(key);
      else first.set(key, now.due);
    }
    // Done before the case followed a change that held already: its date has moved like those of what is open.
    if (event.kind === 'OutcomeRestated' && event.commandId !== '' && event.commandId === followedBy) {
      const { key, was } = event.body;
      if (!first.has(key)) first.set(key, was.due);
    }
    if (event.kind !== 'DatesMoved') continue;
    for (const { key, was, due } of event.body.moves)
      if (corrects) first.set(key, due);
      else if (!first.has(key)) first.set(key, was);
  }
  return first;
};
