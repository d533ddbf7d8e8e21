// When those on call are alerted again while nobody has acknowledged (R23): the earlier alert has gone by then, or gives way.

import { MINUTE, type Instant } from '../../calendar/instant';
import { profileOf } from '../../policy/profiles';
import type { AnyCase } from '../state';

export const alertAgainAt = ({ profile }: Pick<AnyCase, 'profile'>, alertedAt: Instant): Instant =>
  (alertedAt + profileOf(profile).safetyAlertMinutes * MINUTE) as Instant;
