// The whole race, from the opening to an answer after its end, as one list of acts in order of time.

import type { Instant } from '../../../domain/calendar/instant';
import type { OpenCase } from '../../../domain/rapidReview/referral/commands';
import type { Days, Step } from '../script';
import { ASKED_FIRST } from './cast';
import { arranging, inquorate, quorate } from './meetings';
import { agreeing, informing, reconsidering, signing } from './panel';
import { answering, asking } from './scoping';

/** What it is opened with; received on its Monday at 16:20. */
export const opening = ({ at }: Days): { readonly receivedAt: Instant } & Partial<OpenCase> => ({
  receivedAt: at(0, 16, 20),
  agencies: ASKED_FIRST,
  timestamps: { incident: at(-3, 20), localAuthorityAware: at(-1, 12) },
});

const PARTS = [asking, answering, arranging, inquorate, quorate, signing, informing, reconsidering, agreeing];

export const theRace = (days: Days): readonly Step[] =>
  PARTS.flatMap((part) => part(days)).sort((a, b) => a.when - b.when);
