// What every story is played on: who plays, the cases with a desk each, the calendar that days are counted with, time that
// passes for all cases together, and one narrator. Which scenes there are is for the stories.

import { problemOfRejection } from '../../api/problems/rejectionProblems';
import { yearIn, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import {
  addWorkingDays,
  countWorkingDays,
  whyNotWorking,
  type WorkingCalendar,
} from '../../domain/calendar/workingCalendar';
import { addDate } from '../../domain/subGroupDiary/acts';
import { sayList } from '../../domain/timetable/explanation';
import type { FoldedCase, NoticeRow } from '../../records/records';
import { answerOnline } from './answerOnline';
import { createCast, type Cast } from './cast';
import { Desk } from './desk';
import { Narrator } from './narrator';
import type { Telling } from './telling';
import type { Theatre } from './theatre';

export interface Played {
  readonly folded: FoldedCase;
  readonly notices: readonly NoticeRow[];
  readonly cast: Cast;
}

/** A case of the story, and what has become of it. */
export interface OnStage {
  readonly telling: Telling;
  readonly played: () => Promise<Played>;
}

interface Placed {
  readonly desk: Desk;
  readonly from: CivilDate;
}

export interface StageOptions {
  readonly calendar: WorkingCalendar;
  readonly print: (line: string) => void;
}

export class Stage {
  /** Replaced where the story changes it. */
  calendar: WorkingCalendar;
  readonly print: (line: string) => void;
  readonly #cases: Placed[] = [];
  readonly #narrator: Narrator;

  private constructor(
    private readonly theatre: Theatre,
    readonly cast: Cast,
    { calendar, print }: StageOptions,
  ) {
    this.calendar = calendar;
    this.print = print;
    this.#narrator = new Narrator({
      ...theatre,
      cast,
      print,
      calendar: () => this.calendar,
      sayDay: (day) => this.#sayDay(day),
      several: () => this.#cases.length > 1,
    });
  }

  static async set(theatre: Theatre, options: StageOptions): Promise<Stage> {
    const { records, databaseUrl, masterKeys } = theatre;
    return new Stage(theatre, await createCast(records, databaseUrl, masterKeys), options);
  }

  /** `working day 3`; of which case, where there are several. */
  #sayDay(day: CivilDate): string {
    const why = whyNotWorking(this.calendar, day);
    if (why !== undefined) return why;
    const opened = this.#cases.filter(({ desk, from }) => desk.reference !== '' && from <= day);
    const which = opened.map(({ desk: { reference }, from }) => {
      const count = countWorkingDays(this.calendar, from, day);
      return this.#cases.length > 1 ? `${count} of ${reference}` : String(count);
    });
    return `working day ${sayList(which)}`;
  }

  chapter(title: string): void {
    this.#narrator.chapter(title);
  }

  async remark(text: string): Promise<void> {
    this.#narrator.remark(await this.theatre.now(), text);
  }

  /** Until every case has recorded what it accepted and its mail has gone; tells what came of it. */
  async settle(): Promise<void> {
    const desks = this.#cases.map(({ desk }) => desk).filter(({ reference }) => reference !== '');
    for (const desk of desks) await desk.atRest();
    await this.#narrator.tell(desks.map(({ reference }) => reference));
  }

  async untilMoment(at: Instant): Promise<void> {
    await this.theatre.skipTo(at);
    await this.settle();
  }

  caseReceived(received: Instant): OnStage {
    const { records, cases, now } = this.theatre;
    const desk = new Desk({ records, cases, now, calendar: () => this.calendar.snapshot });
    this.#cases.push({ desk, from: londonDateOf(this.calendar, received) });
    return {
      telling: this.#tellingOf(desk, received),
      played: async () => {
        const folded = await records.cases.stateOf(desk.reference);
        if (folded === undefined) throw new Error('the story left no case');
        return { folded, notices: await records.notices.ofCase(desk.reference), cast: this.cast };
      },
    };
  }

  #tellingOf(desk: Desk, received: Instant): Telling {
    const { cast, theatre } = this;
    const { records, skipTo, now } = theatre;
    const from = londonDateOf(this.calendar, received);
    const day: Telling['day'] = (n) => addWorkingDays(this.calendar, from, n);
    const at: Telling['at'] = (n, hour, minute = 0) => londonInstant(this.calendar, day(n), hour, minute);
    return {
      cast,
      records,
      received,
      day,
      at,
      chapter: (title) => this.chapter(title),
      until: (...moment) => this.untilMoment(at(...moment)),
      open: async (person, prepare) => {
        await skipTo(received);
        await desk.open(person, yearIn(from), prepare);
        await this.settle();
      },
      act: async (person, prepare) => {
        await desk.act(person, prepare);
        await this.settle();
      },
      online: async (agency, form) => {
        await answerOnline(theatre, theatre.mailbox, { reference: desk.reference, agency, form });
        await this.settle();
      },
      refused: async (person, prepare) => {
        const { rejection, command } = await desk.refused(person, prepare);
        await this.remark(`Refused: ${problemOfRejection(rejection, command).detail}`);
      },
      diarise: async ({ actor: by }, startsAt) => {
        const moment = await now();
        const answer = await records.diary.record(
          { commandId: `demo-${startsAt}`, by, at: moment },
          (diary) => {
            const decision = addDate(diary, startsAt, this.calendar, moment);
            return decision.ok ? { record: decision.draft } : { refused: decision.rejection };
          },
        );
        if ('refused' in answer) throw new Error(`the diary refuses the date: ${answer.refused.code}`);
        return { date: answer.recorded.date, version: answer.recorded.version };
      },
    };
  }
}
