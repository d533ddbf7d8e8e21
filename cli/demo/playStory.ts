// Plays the story in a theatre, telling each step as it comes, and hands back the case as it stands at the end.

import { problemOfRejection } from '../../api/problems/rejectionProblems';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import type { Instant } from '../../domain/calendar/instant';
import { addWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { addDate } from '../../domain/subGroupDiary/acts';
import type { FoldedCase, NoticeRow } from '../../records/records';
import { createCast, type Cast } from './cast';
import { Desk } from './desk';
import { Narrator } from './narrator';
import { STORY } from './scenes/story';
import type { Telling } from './telling';
import type { Theatre } from './theatre';

export interface Played {
  readonly folded: FoldedCase;
  readonly notices: readonly NoticeRow[];
  readonly cast: Cast;
}

export interface PlayOptions {
  readonly calendar: WorkingCalendar;
  readonly received: Instant;
  readonly print: (line: string) => void;
}

const tellingOf = (
  theatre: Theatre,
  { calendar, received }: PlayOptions,
  cast: Cast,
  desk: Desk,
  narrator: Narrator,
): Telling => {
  const { records, skipTo, now } = theatre;
  const from = londonDateOf(calendar, received);
  const day: Telling['day'] = (n) => addWorkingDays(calendar, from, n);
  const at: Telling['at'] = (n, hour, minute = 0) => londonInstant(calendar, day(n), hour, minute);
  const tell = (): Promise<void> => narrator.tell(desk.reference);
  return {
    ...{ cast, records, received, day, at },
    chapter: (title) => narrator.chapter(title),
    until: async (...moment) => {
      await skipTo(at(...moment));
      await desk.atRest();
      await tell();
    },
    open: async (person, prepare) => {
      await skipTo(received);
      await desk.open(person, Number(from.slice(0, 4)), prepare);
      await tell();
    },
    act: async (person, prepare) => {
      await desk.act(person, prepare);
      await tell();
    },
    refused: async (person, prepare) => {
      const { rejection, command } = await desk.refused(person, prepare);
      narrator.remark(await now(), `Refused: ${problemOfRejection(rejection, command).detail}`);
    },
    diarise: async ({ actor: by }, startsAt) => {
      const moment = await now();
      const answer = await records.diary.record(
        { commandId: `demo-${startsAt}`, by, at: moment },
        (diary) => {
          const decision = addDate(diary, startsAt, calendar, moment);
          return decision.ok ? { record: decision.draft } : { refused: decision.rejection };
        },
      );
      if ('refused' in answer) throw new Error(`the diary refuses the date: ${answer.refused.code}`);
      return { date: answer.recorded.date, version: answer.recorded.version };
    },
  };
};

export const playStory = async (theatre: Theatre, options: PlayOptions): Promise<Played> => {
  const { records, cases, now, databaseUrl, masterKeys } = theatre;
  const { calendar, received, print } = options;
  const cast = await createCast(records, databaseUrl, masterKeys);
  const desk = new Desk({ records, cases, now, calendar: calendar.snapshot });
  const from = londonDateOf(calendar, received);
  const narrator = new Narrator({ ...theatre, cast, calendar, from, print });
  const telling = tellingOf(theatre, options, cast, desk, narrator);
  await theatre.play(async () => {
    for (const scene of STORY) await scene(telling);
  });
  const folded = await records.cases.stateOf(desk.reference);
  if (folded === undefined) throw new Error('the story left no case');
  return { folded, notices: await records.notices.ofCase(desk.reference), cast };
};
