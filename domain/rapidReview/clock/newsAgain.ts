// A topic of which the team was told once, and may be told again because it has come up again. Which topics those are is decided elsewhere.

import type { CaseWithReview } from '../state';

export const newsAgain = <C extends CaseWithReview>(state: C, topic: string): C => ({
  ...state,
  toldTopics: state.toldTopics.filter((one) => one !== topic),
});
