// What the events that are said have in common: two agencies, a person, days, and rows of the dossier.

import { civilDate } from '../../../domain/calendar/civilDate';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { DossierRow } from '../../../domain/rapidReview/state';
import { AGENCY, CONTACT, london } from '../rapidReview/story';

export const [agency, other] = [AGENCY(3), AGENCY(5)];
export const contact = CONTACT(agency);
export const on = civilDate('2026-04-14');
export const [at, later] = [london('2026-04-14 10:00'), london('2026-04-16 14:30')];
export const row = (field: string): DossierRow => `c1.${field}` as DossierRow;
export const reason = row('reason');
export const note = row('note');
export const chair = 'P-0002' as ActorId;
export const closes = civilDate('2026-04-20');
export const opens = civilDate('2026-04-10');
