// Tells what has happened since it last told: events in the words of the chronology, and mails as they went, in dated
// lines. It leaves out what another line says.

import { sayEvent } from '../../api/chronology/sayEvent';
import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, sayLondonTime } from '../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { CaseEvent, EventKind } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import { sayMail, type Posted } from './mailWords';

const WIDTH = 110;
const INDENT = ' '.repeat(9);

/**
 * Ordered: that it went says more. Rungs and warnings that lay in the past when their date was set: nobody missed
 * anything.
 */
const SAID_BY_OTHERS: readonly EventKind[] = [
  'ScopingRequested',
  'PanelInformed',
  'RungsSkipped',
  'BriefingSkipped',
];

/** The mail itself is told. */
const saidByItsMail = ({ kind, body }: CaseEvent): boolean =>
  (kind === 'ScopingRequestSent' || kind === 'PanelDispatchSent') && body.channel === 'mail';

const wrapped = (text: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && INDENT.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

interface Told {
  readonly at: Instant;
  readonly text: string;
}

export interface NarratorParts extends Posted {
  readonly calendar: () => WorkingCalendar;
  /** Which working day it is, or why it is none. */
  readonly sayDay: (day: CivilDate) => string;
  /** Whether an event must say of which case it is. A mail's subject does. */
  readonly several: () => boolean;
  readonly print: (line: string) => void;
}

export class Narrator {
  readonly #events = new Map<CaseReference, number>();
  readonly #mails = new Set<string>();
  #day: CivilDate | undefined;
  #time = '';

  constructor(private readonly parts: NarratorParts) {}

  chapter(title: string): void {
    this.parts.print(`\n== ${title} ==`);
    this.#day = undefined;
  }

  #say({ at, text }: Told): void {
    const { sayDay, print } = this.parts;
    const calendar = this.parts.calendar();
    const day = londonDateOf(calendar, at);
    if (day !== this.#day) {
      print(`\n${sayDate(day)} (${sayDay(day)})`);
      this.#time = '';
    }
    const time = sayLondonTime(calendar, at);
    const [first = '', ...more] = wrapped(text);
    print(`  ${time === this.#time ? '     ' : time}  ${first}`);
    for (const line of more) print(`${INDENT}${line}`);
    this.#day = day;
    this.#time = time;
  }

  /** Something that no event records. */
  remark(at: Instant, text: string): void {
    this.#say({ at, text });
  }

  /** Of these cases together, in order of time. */
  async tell(references: readonly CaseReference[]): Promise<void> {
    const told: Told[] = [];
    for (const reference of references) told.push(...(await this.#newOf(reference)));
    // Stable: at one moment what happened stands before the mail about it.
    for (const one of told.sort((a, b) => a.at - b.at)) this.#say(one);
  }

  async #newOf(reference: CaseReference): Promise<readonly Told[]> {
    const { records, cast, several } = this.parts;
    const known = this.#events.get(reference) ?? 0;
    const events = (await records.events.ofCase(reference)).slice(known);
    this.#events.set(reference, known + events.length);
    const whose = several() ? `${reference}: ` : '';
    const told: Told[] = events
      .filter((event) => !SAID_BY_OTHERS.includes(event.kind) && !saidByItsMail(event))
      .map((event) => ({ at: event.at, text: `${whose}${sayEvent(event, cast.name)}` }));
    for (const row of await records.notices.ofCase(reference)) {
      if (row.acceptedAt === undefined || this.#mails.has(row.key)) continue;
      this.#mails.add(row.key);
      told.push({ at: row.acceptedAt, text: await sayMail(row, this.parts) });
    }
    return told;
  }
}
