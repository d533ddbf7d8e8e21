// Every story that is recorded, each for a way in which a case's history can look.

import { calendarStories } from './calendarStories';
import { endingStories } from './endingStories';
import { meetingStories } from './meetingStories';
import { raceStories } from './raceStories';
import type { RecordedStory } from './recordedStory';
import { reminderStories } from './reminderStories';
import { scopingStories } from './scopingStories';

export const stories: Readonly<Record<string, RecordedStory>> = {
  ...scopingStories,
  ...raceStories,
  ...meetingStories,
  ...reminderStories,
  ...endingStories,
  ...calendarStories,
};
