// When the team was told of something in its mails of 09:00, and in what words of the engine.

import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { Race } from './race';
import { Story } from './story';

/** Every telling of a topic, as `2026-04-01 09:00`. */
export const told = (race: Race, about: BriefingItem['about']): readonly string[] =>
  race
    .of('TeamBriefed')
    .flatMap(({ at, body }) => body.items.filter((item) => item.about === about).map(() => Story.say(at)));

export const lastItem = (race: Race, about: BriefingItem['about']): BriefingItem | undefined =>
  race
    .of('TeamBriefed')
    .flatMap(({ body }) => body.items.filter((item) => item.about === about))
    .at(-1);
