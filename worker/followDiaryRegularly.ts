// Asks every few minutes whether a case is behind the sub-group's diary: the API may have died between recording a change
// and starting its workflow, or a case may have been arranged at the very moment of the change.

import type { DiaryActivities } from '../contracts/activities';
import type { Logger } from '../platform/logging/createLogger';

const EVERY_MS = 5 * 60_000;

/** The first time at once. Answers how to stop. */
export const followDiaryRegularly = (
  diary: DiaryActivities,
  logger: Pick<Logger, 'warn'>,
  everyMs: number = EVERY_MS,
): (() => void) => {
  let busy = false;
  const follow = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    try {
      await diary.followDiary();
    } catch (error) {
      logger.warn({ err: error }, 'the diary is not followed everywhere yet; trying again in five minutes');
    } finally {
      busy = false;
    }
  };
  void follow();
  const timer = setInterval(() => void follow(), everyMs);
  timer.unref();
  return () => clearInterval(timer);
};
