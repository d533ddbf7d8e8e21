// The whole story, scene by scene.

import type { Scene } from '../telling';
import { inquorate, quorate } from './meeting';
import { informing, reply, signingOff } from './panel';
import { asking, referral } from './referral';
import { answers, lastAnswer, latecomers } from './scoping';

export const STORY: readonly Scene[] = [
  referral,
  asking,
  answers,
  latecomers,
  inquorate,
  lastAnswer,
  quorate,
  signingOff,
  informing,
  reply,
];
