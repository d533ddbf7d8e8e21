// Plays the story of the proclaimed day in a theatre, and hands back its two cases as they stand at the end, with what was
// foreseen of the change and what has become of it.

import type { ChangeView } from '../../../api/calendarChanges/changeSchemas';
import { workingCalendar, type WorkingCalendar } from '../../../domain/calendar/workingCalendar';
import { Stage, type Played } from '../stage';
import type { Theatre } from '../theatre';
import { answers, completed, earlierCompleted, meetingMoves } from './after';
import { earlierMeeting, earlierReview, reviewBegins } from './before';
import { createChangeDesk, type CasesBrought } from './changeDesk';
import type { DaysOfProclamation } from './daysOfProclamation';
import { proclamation } from './proclamation';
import type { Accepted, TellingOfTwo } from './telling';

export interface PlayedChange extends Accepted {
  readonly change: ChangeView;
  readonly cases: CasesBrought['cases'];
}

export interface PlayedProclaimed {
  readonly review: Played;
  readonly earlier: Played;
  readonly changed: PlayedChange;
}

export interface ProclaimedOptions {
  readonly days: DaysOfProclamation;
  readonly calendar: WorkingCalendar;
  readonly print: (line: string) => void;
}

const playScenes = async (telling: TellingOfTwo): Promise<PlayedChange> => {
  await earlierReview(telling);
  await reviewBegins(telling);
  await earlierMeeting(telling);
  const accepted = await proclamation(telling);
  await meetingMoves(telling);
  await earlierCompleted(telling);
  await answers(telling);
  await completed(telling);
  const { desk } = telling;
  const { cases } = await desk.casesOf(accepted.number);
  return { ...accepted, change: await desk.change(accepted.number), cases };
};

export const playProclaimed = async (
  theatre: Theatre,
  { days, ...options }: ProclaimedOptions,
): Promise<PlayedProclaimed> => {
  const stage = await Stage.set(theatre, options);
  const earlier = stage.caseReceived(days.earlierReceived);
  const review = stage.caseReceived(days.received);
  let changed: PlayedChange | undefined;
  await theatre.play(async () => {
    await theatre.skipTo(days.earlierReceived);
    // Cases count with what the ledger holds when they are opened.
    stage.calendar = workingCalendar(await theatre.records.holidays.snapshot(await theatre.now()));
    const desk = await createChangeDesk(theatre, stage.cast);
    changed = await playScenes({
      stage,
      theatre,
      days,
      desk,
      played: review.played,
      review: review.telling,
      earlier: earlier.telling,
    });
  });
  if (changed === undefined) throw new Error('the story changed no calendar');
  return { review: await review.played(), earlier: await earlier.played(), changed };
};
