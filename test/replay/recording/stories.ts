// Every story that is recorded, each for a way in which a case's history can look.

import { bounceStories } from './bounceStories';
import { calendarStories } from './calendarStories';
import { endingStories } from './endingStories';
import { meetingStories } from './meetingStories';
import { panelStories } from './panelStories';
import { putRightStories } from './putRightStories';
import { raceStories } from './raceStories';
import type { RecordedStory } from './recordedStory';
import { reminderStories } from './reminderStories';
import { scopingStories } from './scopingStories';
import { toldStories } from './toldStories';

export const stories: Readonly<Record<string, RecordedStory>> = {
  ...scopingStories,
  ...bounceStories,
  ...panelStories,
  ...putRightStories,
  ...raceStories,
  ...meetingStories,
  ...reminderStories,
  ...endingStories,
  ...calendarStories,
  ...toldStories,
};
