// Plays the race in a theatre, one case from the referral to the Panel's reply, telling each step as it comes, and hands
// back the case as it stands at the end.

import type { Instant } from '../../domain/calendar/instant';
import { STORY } from './scenes/story';
import { Stage, type Played, type StageOptions } from './stage';
import type { Theatre } from './theatre';

export interface PlayOptions extends StageOptions {
  readonly received: Instant;
}

export const playStory = async (theatre: Theatre, { received, ...options }: PlayOptions): Promise<Played> => {
  const stage = await Stage.set(theatre, options);
  const { telling, played } = stage.caseReceived(received);
  await theatre.play(async () => {
    for (const scene of STORY) await scene(telling);
  });
  return played();
};
