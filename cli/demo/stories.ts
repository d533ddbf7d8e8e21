// Which stories there are, and for each: when it begins, asked before anything is brought up, and how it is played, told and
// summed up.

import { sayInstant } from '../../api/problems/saying';
import { timetablePicture } from '../../api/timetable/timetablePicture';
import { sayDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { StartFailure } from '../start/startFailure';
import { outcomeOf } from './outcome';
import { playStory } from './playStory';
import { daysOfProclamation } from './proclaimed/daysOfProclamation';
import { inOrder, notInOrder } from './proclaimed/notInOrder';
import { outcomeOfChange } from './proclaimed/outcomeOfChange';
import { playProclaimed } from './proclaimed/playProclaimed';
import type { Played } from './stage';
import { startOfStory } from './startOfStory';
import type { Theatre } from './theatre';

export const STORIES = ['race', 'proclaimed'] as const;
export type StoryName = (typeof STORIES)[number];

interface Result {
  /** The document that `--json` prints. */
  readonly outcome: object;
  /** What did not come out as it must. */
  readonly faults: readonly string[];
}

export interface Story {
  /** In a line, before it begins. */
  readonly announced: string;
  readonly play: (theatre: Theatre, print: (line: string) => void) => Promise<Result>;
}

export interface Beginning {
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly asked: Instant | undefined;
}

/** As the API shows it on the day of the last event. */
const timetableAtTheEnd = ({ folded: { state, calendar }, cast }: Played): string => {
  const today = londonDateOf(calendar, state.lastEventAt);
  return `\n== The timetable ==\n\n${timetablePicture({ state, calendar, today, nameAgency: cast.name })}`;
};

const race = ({ calendar, now, asked }: Beginning): Story => {
  const received = startOfStory(calendar, now, asked);
  return {
    announced: `Playing a case received on ${sayInstant(received)}.`,
    play: async (theatre, print) => {
      print(
        'One Rapid Review case from the referral to the reply of the national Panel. Everybody in it is invented.',
      );
      const played = await playStory(theatre, { calendar, received, print });
      print(timetableAtTheEnd(played));
      return { outcome: outcomeOf(played), faults: [] };
    },
  };
};

const proclaimed = ({ calendar, now, asked }: Beginning): Story => {
  if (asked !== undefined)
    throw new StartFailure(
      'The story "proclaimed" has its own days: leave --received out, or play the story "race". Nothing was changed.',
    );
  const days = daysOfProclamation(calendar, now);
  const { proclaimedOn, holiday } = days;
  return {
    announced: `Playing a bank holiday proclaimed on ${sayDate(proclaimedOn)} for ${sayDate(holiday)}.`,
    play: async (theatre, print) => {
      print(
        `A bank holiday is proclaimed on ${sayDate(proclaimedOn)} for ${sayDate(holiday)}, while two Rapid Reviews are under way. There is no such proclamation: it is invented, after the pattern of 10 and 19 September 2022, and so is everybody in the story.`,
      );
      const played = await playProclaimed(theatre, { days, calendar, print });
      print('\nThe first review. Its meeting was held before the proclamation, and keeps its date.');
      print(timetableAtTheEnd(played.earlier));
      print('\nThe review of this story. It was completed on its new day.');
      print(timetableAtTheEnd(played.review));
      const faults = notInOrder(played, days);
      if (faults.length === 0)
        for (const line of ['\nChecked at the end:', ...inOrder(played, days)]) print(line);
      return { outcome: outcomeOfChange(played, days), faults };
    },
  };
};

const BY_NAME: Readonly<Record<StoryName, (beginning: Beginning) => Story>> = { race, proclaimed };

/** Throws where it cannot begin. */
export const storyOf = (name: StoryName, beginning: Beginning): Story => BY_NAME[name](beginning);
