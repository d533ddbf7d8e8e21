// What the team was told once, and may be told again since it came to be so anew. What each topic is told by, whoever knows it says.

import type { CaseWithReview } from '../state';

export const newsAgain = <C extends CaseWithReview>(state: C, topic: string): C => ({
  ...state,
  toldTopics: state.toldTopics.filter((one) => one !== topic),
});
