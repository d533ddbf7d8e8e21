// Tells the team what there is to tell about the calendar: on London working days, one mail a day. What it tells was
// decided by the domain; a mail server that is away is a failure, and whoever asked tries again.

import { ApplicationFailure } from '@temporalio/common';
import type { CalendarActivities } from '../contracts/activities';
import type { CivilDate } from '../domain/calendar/civilDate';
import type { Instant } from '../domain/calendar/instant';
import { londonDateOf } from '../domain/calendar/londonTime';
import { isWorkingDay, workingCalendar, type WorkingCalendar } from '../domain/calendar/workingCalendar';
import { calendarBriefing, keyOfItem, type CalendarFacts } from '../domain/holidayLedger/calendarBriefing';
import { differences } from '../domain/holidayLedger/differences';
import type { Logger } from '../platform/logging/createLogger';
import type { MailTransport } from '../platform/mail/mailTransport';
import { renderCalendarBriefing } from '../platform/mail/wording/renderMail';
import type { ReadingRow, Records } from '../records/records';
import type { Clock } from './clock';
import type { MailSettings } from './mailOfNotice';
import { failingPlainly } from './plainFailure';
import { noteInTheEnd, type Patience } from './noteInTheEnd';
import type { Watch } from './watch';

export interface BriefingParts extends Patience {
  readonly records: Pick<Records, 'holidays' | 'calendarBriefings'> & {
    readonly calendarChanges: Pick<Records['calendarChanges'], 'preview'>;
  };
  readonly mail: Pick<MailTransport, 'send'>;
  readonly settings: Pick<MailSettings, 'teamMailbox' | 'partnershipName' | 'publicUrl'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  readonly watch?: Pick<Watch, 'mailAttempted'>;
}

/** As far back as it is looked for the first of the readings that failed. */
const READINGS = 60;

/** Why the official list was not taken, since when: the run of failures that lasts. */
const notRead = (
  readings: readonly ReadingRow[],
  calendar: WorkingCalendar,
): CalendarFacts['notRead'] | undefined => {
  const official = readings.filter(({ source }) => source === 'govUk');
  const taken = official.findIndex(({ outcome }) => outcome === 'taken');
  const failing = taken < 0 ? official : official.slice(0, taken);
  const [last] = failing;
  const first = failing.at(-1);
  return last?.fault === undefined || first === undefined
    ? undefined
    : { fault: last.fault.fault, since: londonDateOf(calendar, first.readAt) };
};

const factsFor = async (
  { holidays, calendarChanges }: BriefingParts['records'],
  calendar: WorkingCalendar,
  now: Instant,
): Promise<CalendarFacts> => {
  const ledger = await holidays.facts();
  const official = await holidays.lastTaken('govUk');
  const failing = notRead(await holidays.readings(READINGS), calendar);
  const { foreseen } = await calendarChanges.preview(calendar.snapshot, now);
  return {
    ledger,
    casesThatMove: foreseen.casesThatMove,
    differences:
      official === undefined ? [] : differences(ledger, { source: { kind: 'govUk' }, days: official.days }),
    ...(failing === undefined ? {} : { notRead: failing }),
    calendar,
  };
};

const waits = (): ApplicationFailure =>
  ApplicationFailure.create({ type: 'MailServerAway', message: 'the mail about the calendar waits' });

const send = async (
  { records, mail, settings, clock, logger, watch, ...patience }: BriefingParts,
  today: CivilDate,
  items: ReturnType<typeof calendarBriefing>,
): Promise<void> => {
  const began = await clock();
  const begun = await records.calendarBriefings.begin(today, items.map(keyOfItem), began);
  if (begun === 'done') return;
  const repeated = begun === 'again';
  const outcome = await mail.send({
    key: `calendarBriefing/${today}`,
    to: [{ contact: 'team', address: settings.teamMailbox }],
    ...renderCalendarBriefing({ today, items }, { ...settings, repeated }),
    repeated,
  });
  if (outcome.line === 'lost') {
    watch?.mailAttempted('calendarBriefing', 'unknown');
    throw waits();
  }
  if (outcome.postponed.length > 0) {
    // Left begun, it would have the next attempt say that it may be the second, of a mail that never went. Where an earlier
    // attempt is in doubt, it stays so.
    if (!repeated) await records.calendarBriefings.takeBack(today, began);
    watch?.mailAttempted('calendarBriefing', 'postponed');
    throw waits();
  }
  const accepted = outcome.accepted.length > 0;
  watch?.mailAttempted('calendarBriefing', accepted ? 'accepted' : 'refused');
  const at = await clock();
  await noteInTheEnd(patience, () =>
    records.calendarBriefings.end(today, accepted ? 'accepted' : 'refused', at),
  );
  if (accepted) logger.info({ items: items.length }, 'the team was told about the calendar');
  else logger.error({ code: outcome.code }, 'the mail about the calendar was refused');
};

export const createBriefOnCalendar = (parts: BriefingParts): CalendarActivities['briefOnCalendar'] =>
  failingPlainly('briefOnCalendar', parts, async () => {
    const { records, clock } = parts;
    const now = await clock();
    const calendar = workingCalendar(await records.holidays.snapshot(now));
    const today = londonDateOf(calendar, now);
    if (!isWorkingDay(calendar, today)) return;
    const facts = await factsFor(records, calendar, now);
    const items = calendarBriefing(facts, today, await records.calendarBriefings.told());
    if (items.length > 0) await send(parts, today, items);
  });
