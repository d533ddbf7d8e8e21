// Whether another word may go to the Panel: that it will be late, that its reply is waited for, anything else (R5); and whether what was
// recorded of one may be put right (R8). What it is told contradicts no date of the case, and cannot be unsaid.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import { londonDateOf, londonDateToSay } from '../../calendar/londonTime';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates, headlineOf } from '../../timetable/dueDates';
import { dayOf, outsideItsTime, receiptOf, type DayOf } from '../datedInTime';
import type { EventBody } from '../events';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import type { OpenCase } from '../state';
import type { ContactPanel, CorrectPanelContact } from './commands';
import { hasWhatStands, nothingNew } from './decide';
import { reconsiders } from './reconsidered';
import { lastSent, panelHasSince, type ContactMade, type PanelChannel } from './state';
import { panelWaitedFor } from './waitedFor';

/** What the Panel asked it has heard otherwise than by a dispatch: the next word is its own, and nothing is late. */
const wasAnswered = (state: OpenCase, { on }: { readonly on: CivilDate }): Rejection | undefined =>
  hasWhatStands(state) && panelWaitedFor(state) !== undefined
    ? { code: 'PanelAlreadyInformed', on }
    : undefined;

type ExpectedInTime = Extract<Rejection, { readonly code: 'ExpectedInTime' }>;

/** What it is told, and on which day. */
interface Late {
  readonly expected: CivilDate;
  readonly on: CivilDate;
  readonly channel: PanelChannel;
}

/** R5: what the Panel is told contradicts no date of the case, and cannot be unsaid. Throws `BeyondCalendar`. */
const notLate = (
  state: OpenCase,
  { expected, on, channel }: Late,
  calendar: WorkingCalendar,
): Rejection | undefined => {
  const dues = dueDates(state, calendar);
  const inTime = (due: CivilDate | undefined, of: ExpectedInTime['of']): Rejection | undefined =>
    due === undefined || expected > due ? undefined : { code: 'ExpectedInTime', expected, due, of };
  // Its disagreement is answered late or in time; that decision and report went before says nothing of it.
  if (reconsiders(state))
    return inTime(dues.find(({ obligation }) => obligation === 'reconsideration')?.due, 'reconsideration');
  const last = lastSent(state.panel);
  // Said before they went, it was late by what was known then.
  if (last !== undefined && on >= last.sent.on)
    return nothingNew(state, channel) ?? wasAnswered(state, last.sent);
  // What led before anything was complete (R4).
  return inTime(headlineOf({ ...state, outcomes: {} }, dues), 'review');
};

/** The Panel may know of the case from either. */
const firstKnown = (state: OpenCase, calendar: WorkingCalendar): DayOf | undefined => {
  const { notificationSent, referralReceived } = state.timestamps;
  return notificationSent !== undefined && notificationSent < (referralReceived ?? Infinity)
    ? { of: 'notification', on: londonDateToSay(calendar, notificationSent) }
    : receiptOf(state, calendar);
};

/** The day on which it was told: not before the case, nor a chaser before what it chases. */
const wrongDay = (
  state: OpenCase,
  { contact, channel, on }: ContactPanel,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  if (on === undefined) return undefined;
  if (channel === 'mail' && on !== londonDateOf(calendar, now)) return { code: 'MailIsOfItsDay', on };
  const since =
    contact === 'chase' ? dayOf('dispatch', lastSent(state.panel)?.sent.on) : firstKnown(state, calendar);
  return outsideItsTime(on, since, calendar, now);
};

/** At any time: the arrangements promise an open dialogue (R5). */
export const contactPanel = (
  state: OpenCase,
  command: ContactPanel,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const { contact, expected, channel, note } = command;
  const today = londonDateOf(calendar, now);
  const { on = today } = command;
  if (contact === 'willBeLate' && expected === undefined) return refuse({ code: 'ExpectedDateNeeded' });
  if (contact === 'chase') {
    if (lastSent(state.panel) === undefined) return refuse({ code: 'PanelNotInformed' });
    // Whether its word was awaited on an earlier day, the case does not say any more.
    if (on === today && panelWaitedFor(state) === undefined) return refuse({ code: 'PanelNotAwaited' });
  }
  const dated = wrongDay(state, command, calendar, now);
  if (dated !== undefined) return refuse(dated);
  if (expected !== undefined && expected < on)
    return refuse({ code: 'ExpectedDateInPast', expected, today, ...(on === today ? {} : { saidOn: on }) });
  if (contact === 'willBeLate' && expected !== undefined) {
    const wrong = notLate(state, { expected, on, channel }, calendar);
    if (wrong !== undefined) return refuse(wrong);
  }
  return accept({
    kind: 'PanelContacted',
    body: { contact, channel, on, note, ...(expected === undefined ? {} : { expected }) },
  });
};

/** Of what it was recorded for; a chaser chases the first that went, or a later one. */
const correctedDay = (
  state: OpenCase,
  { contact }: ContactMade,
  on: CivilDate,
  calendar: WorkingCalendar,
  now: Instant,
): Rejection | undefined => {
  const since =
    contact === 'chase'
      ? dayOf('dispatch', panelHasSince(state.panel.dispatches))
      : firstKnown(state, calendar);
  return outsideItsTime(on, since, calendar, now);
};

/** R8. A mail is of the day on which it went. */
export const correctPanelContact = (
  state: OpenCase,
  { number, on, reason }: CorrectPanelContact,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const found = state.panel.contacts[number - 1];
  if (found === undefined || found.takenBack === true) return refuse({ code: 'NoSuchPanelContact', number });
  if (found.mailedBy !== undefined) return refuse({ code: 'PanelContactNotRecordedByHand', number });
  const { on: was } = found;
  if (on === undefined) return accept({ kind: 'PanelContactCorrected', body: { number, was, reason } });
  if (on === was) return refuse({ code: 'PanelCorrectionChangesNothing', on });
  const wrong = correctedDay(state, found, on, calendar, now);
  return wrong === undefined
    ? accept({ kind: 'PanelContactCorrected', body: { number, was, on, reason } })
    : refuse(wrong);
};
