// Brings the last accepted change of the calendar to every open case that has not followed it, several at a time and each
// once. A case that refuses is noted and does not stop the others; one that does not answer is a failure in the end, and
// whoever asked tries again. Cases opened meanwhile are found by looking again until there is nobody left to ask.

import { ApplicationFailure } from '@temporalio/common';
import type { CommandMessage, Receipt } from '../contracts/messages';
import type { CalendarSnapshot } from '../domain/calendar/calendarSnapshot';
import type { CaseReference } from '../domain/rapidReview/references';
import type { Logger } from '../platform/logging/createLogger';
import type { CalendarChange, CaseToBring, Records } from '../records/records';
import type { Clock } from './clock';
import { failingPlainly } from './plainFailure';
import { whileAlive, type AlsoInRounds } from './runningActivity';
import { severalAtOnce } from './severalAtOnce';
import { tellCase, TOLD_AT_ONCE, type Telling } from './tellCase';

export interface BringingParts extends Telling {
  readonly records: {
    readonly calendarChanges: Pick<
      Records['calendarChanges'],
      'last' | 'casesBehind' | 'noteRefusal' | 'forgetRefusals'
    >;
    readonly snapshots: Pick<Records['snapshots'], 'byVersion'>;
    readonly events: Pick<Records['events'], 'record'>;
  };
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'info' | 'warn'>;
}

/** After so many it is looked whether another change was accepted meanwhile: nobody is brought to one that was taken back. */
const PAGE = 96;

interface Target {
  readonly change: CalendarChange;
  readonly calendar: CalendarSnapshot;
}

const messageFor = ({ change, calendar }: Target): CommandMessage => ({
  command: {
    kind: 'adoptCalendar',
    change: change.number,
    calendar: change.calendar,
    accepted: change.at,
    asked: {
      actor: change.by,
      authority: 'coordinator',
      commandId: `calendar-${change.number}`,
      askedAt: change.at,
    },
  },
  calendar,
  recordedByAsker: true,
});

/**
 * What came of it goes into the records here: a case then costs one workflow task in place of two. One that has mail to
 * send records it by itself. What is lost between the two is asked for again, and handed over again.
 */
const recorded = async (
  { records, logger }: BringingParts,
  { reference, unrecorded = [] }: Receipt,
): Promise<boolean> => {
  if (unrecorded.length === 0) return true;
  try {
    await records.events.record({ reference, events: unrecorded, notices: [] });
    return true;
  } catch (error) {
    logger.warn({ reference, err: error }, 'what came of a change of the calendar could not be recorded');
    return false;
  }
};

/** As people are shown it, beside the codes of the rules. */
const WHY_NOT = { notRunning: 'CaseNotRunning', unheard: 'CaseNotAnswering' } as const;

/** Whether it need not be asked again now: it was heard, and what came of it is recorded or noted. */
const bring = async (
  parts: BringingParts,
  { change, calendar }: Target,
  { reference }: CaseToBring,
  cancelled: () => boolean,
): Promise<boolean> => {
  const { calendarChanges } = parts.records;
  const { error, ...answer } = await tellCase(parts, reference, messageFor({ change, calendar }));
  const what = { reference, change: change.number };
  switch (answer.heard) {
    case 'followed':
      return recorded(parts, answer.receipt);
    case 'refused':
    case 'notRunning':
    case 'unheard': {
      // It is we who have stopped listening: that says nothing about the case.
      if (answer.heard === 'unheard' && cancelled()) return false;
      const code = answer.heard === 'refused' ? answer.code : WHY_NOT[answer.heard];
      parts.logger.warn({ ...what, code, err: error }, 'a case does not follow the change of the calendar');
      await calendarChanges.noteRefusal(reference, change.number, code, await parts.clock());
      return answer.heard !== 'unheard';
    }
  }
};

const notBrought = (why: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'CalendarNotBrought',
    message: `the change of the calendar is not everywhere yet: ${why}`,
  });

const lastChange = async ({ records }: BringingParts): Promise<Target | undefined> => {
  const change = await records.calendarChanges.last();
  if (change === undefined) return undefined;
  const calendar = await records.snapshots.byVersion(change.calendar);
  if (calendar === undefined) throw notBrought(`the calendar of change ${change.number} is not recorded`);
  return { change, calendar };
};

/** Who was asked for a change, and who of them must be asked again. */
interface Asked {
  readonly change: number;
  readonly everybody: Set<CaseReference>;
  readonly toAskAgain: Set<CaseReference>;
}

/** Who is behind, each once, by reference and as long as it is the last change. The next page is read while the one before is at work. */
async function* casesToBring(
  { records: { calendarChanges }, logger }: BringingParts,
  { change, everybody }: Asked,
): AsyncGenerator<CaseToBring> {
  for (let after: CaseReference | undefined; ;) {
    const page = await calendarChanges.casesBehind(after, PAGE);
    const fresh = page.filter(({ reference }) => !everybody.has(reference));
    for (const one of fresh) {
      everybody.add(one.reference);
      yield one;
    }
    if (fresh.length > 0) logger.info({ change, asked: everybody.size }, 'bringing the calendar');
    after = page.at(-1)?.reference;
    if (after === undefined || page.length < PAGE) return;
    if ((await calendarChanges.last())?.number !== change) return;
  }
}

/** Answers whether there may be somebody to ask still. */
const sweep = async (
  parts: BringingParts,
  target: Target,
  asked: Asked,
  cancelled: () => boolean,
): Promise<boolean> => {
  const before = asked.everybody.size;
  await severalAtOnce(casesToBring(parts, asked), TOLD_AT_ONCE, async (one) => {
    if (cancelled()) throw notBrought('the worker is going down');
    if (!(await bring(parts, target, one, cancelled))) asked.toAskAgain.add(one.reference);
  });
  const anybody = asked.everybody.size > before;
  return anybody || (await parts.records.calendarChanges.last())?.number !== asked.change;
};

export const createBringCalendar =
  (parts: BringingParts): AlsoInRounds =>
  (stopping) =>
    whileAlive(
      ({ cancelled }) =>
        failingPlainly('bringCalendar', parts, async () => {
          let asked: Asked = { change: 0, everybody: new Set(), toAskAgain: new Set() };
          for (;;) {
            // Another change may have been accepted meanwhile: it is the last one that everybody goes to.
            const target = await lastChange(parts);
            if (target === undefined) return;
            const { number } = target.change;
            if (number !== asked.change)
              asked = { change: number, everybody: new Set(), toAskAgain: new Set() };
            if (!(await sweep(parts, target, asked, cancelled))) break;
          }
          await parts.records.calendarChanges.forgetRefusals();
          if (asked.toAskAgain.size > 0)
            throw notBrought(
              `${asked.toAskAgain.size} cases have not answered, or their answer is not recorded`,
            );
        })(),
      stopping,
    );
