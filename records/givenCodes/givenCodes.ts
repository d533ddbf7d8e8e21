// What the records promise of codes that were given before them: a code that a case names is nobody else's, also where the
// register that gave it is older than the case.

import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { DiaryDateId } from '../../domain/rapidReview/meeting/state';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';

export interface CodesNamed {
  readonly cases: readonly CaseReference[];
  readonly agencies: readonly AgencyId[];
  readonly contacts: readonly ContactId[];
  readonly people: readonly ActorId[];
  readonly diaryDates: readonly DiaryDateId[];
  /** Numbers of changes of the calendar. */
  readonly calendarChanges: readonly number[];
}

export interface GivenCodes {
  /** These are in use: every code that a register gives from now on comes after them. */
  passOver(named: CodesNamed): Promise<void>;
  /** Which of them the registers do not know. Cases are not looked for: theirs is the log. */
  lacking(named: CodesNamed): Promise<Omit<CodesNamed, 'cases'>>;
}
