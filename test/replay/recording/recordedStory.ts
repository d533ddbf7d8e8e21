// A story that is recorded, told once and its history committed; telling it again replaces both (`npm run
// record-histories`).

import type { Stage } from './stage';

export interface RecordedStory {
  readonly about: string;
  /** Continue as new past so many history events. */
  readonly historyLimit?: number;
  readonly play: (stage: Stage) => Promise<void>;
}
