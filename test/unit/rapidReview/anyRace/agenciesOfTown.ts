// The agencies of an invented town, with the kinds that the register gives for them, and what can be drawn of them.

import {
  fromDayNumber,
  toDayNumber,
  type CivilDate,
  type DayNumber,
} from '../../../../domain/calendar/civilDate';
import { type Instant, instant, MINUTE } from '../../../../domain/calendar/instant';
import { londonDateOf } from '../../../../domain/calendar/londonTime';
import type { AgencyKind } from '../../../../domain/policy/agencyKinds';
import type { ActorId } from '../../../../domain/rapidReview/commands';
import type { CaseReference, CaseWithReview } from '../../../../domain/rapidReview/state';
import type { ContactAbove } from '../../../../domain/rapidReview/scoping/state';
import type { AgencyId, ContactId } from '../../../../domain/timetable/facts';
import { CHAIR, DELEGATE } from '../race';
import { AGENCY, CONTACT, REFERENCE, type Story, type Who } from '../story';
import type { Dice } from './dice';

const KIND: Readonly<Record<AgencyId, AgencyKind>> = {
  [AGENCY(1)]: 'localAuthority',
  [AGENCY(2)]: 'police',
  [AGENCY(3)]: 'integratedCareBoard',
  [AGENCY(4)]: 'school',
  [AGENCY(5)]: 'nhsProvider',
  [AGENCY(6)]: 'britishTransportPolice',
};
export const AGENCIES = Object.keys(KIND) as AgencyId[];
export const kindOf = (agency: AgencyId): AgencyKind => KIND[agency] ?? 'other';

export const COORDINATOR: Who = { actor: 'P-0001' as ActorId, authority: 'coordinator' };
export const PEOPLE: readonly Who[] = [COORDINATOR, CHAIR, ...Object.values(DELEGATE)];
export const OTHER_CASES: readonly CaseReference[] = [
  'RR-2026-0001' as CaseReference,
  'RR-2026-0002' as CaseReference,
  REFERENCE,
];

/** Of a case with agencies and meetings, whether its clock runs or it has ended. */
export const runningOf = ({ state }: Story): CaseWithReview | undefined =>
  state.status === 'open' || state.status === 'ended' ? state : undefined;

export const aboveOf = (agency: AgencyId): readonly ContactAbove[] => [
  { contact: CONTACT(agency, 2), level: 'deputy' },
  { contact: CONTACT(agency, 3), level: 'senior' },
  { contact: CONTACT(agency, 4), level: 'executive' },
];

export const anAgency = (dice: Dice): AgencyId => dice.pick(AGENCIES);
export const aContact = (dice: Dice, agency: AgencyId): ContactId => CONTACT(agency, dice.roll(4) + 1);

const BACK = [0, 1, 60, 24 * 60, 3 * 24 * 60, 9 * 24 * 60, 20 * 24 * 60, -60] as const;
/** Mostly now or a while ago; once in a while an hour ahead, which is mostly refused. */
export const aMoment = ({ now }: Story, dice: Dice): Instant => instant(now - dice.pick(BACK) * MINUTE);

export const dayFrom = ({ calendar, now }: Story, days: number): CivilDate =>
  fromDayNumber((toDayNumber(londonDateOf(calendar, now)) + days) as DayNumber);
export const aDay = (story: Story, dice: Dice): CivilDate => dayFrom(story, dice.pick([0, -1, -3, -8, 1]));
export const aDayAhead = (story: Story, dice: Dice): CivilDate => dayFrom(story, dice.roll(12));
