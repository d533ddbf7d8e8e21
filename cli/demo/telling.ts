// What a scene has at hand: who plays, the days of the story, time that can be let pass, and the desk. Days are working
// days from the receipt, which is day 0.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { DiaryRef } from '../../domain/rapidReview/meeting/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';
import type { ActBody } from '../../api/writing/caseWrite';
import type { OnlineAnswer } from './answerOnline';
import type { Cast, Person } from './cast';
import type { Prepare, Referral } from './desk';

export interface Telling {
  readonly cast: Cast;
  readonly records: Records;
  /** The moment of receipt. */
  readonly received: Instant;
  readonly day: (n: number) => CivilDate;
  readonly at: (n: number, hour: number, minute?: number) => Instant;
  /** Lets time pass to that moment, and tells what came of it. */
  readonly until: (n: number, hour: number, minute?: number) => Promise<void>;
  /** What is to come, in a line. */
  readonly chapter: (title: string) => void;
  readonly open: (person: Person, prepare: Prepare<Referral>) => Promise<void>;
  readonly act: (person: Person, prepare: Prepare<ActBody>) => Promise<void>;
  /** An agency answers by the link in its mail. */
  readonly online: (agency: AgencyId, form: OnlineAnswer['form']) => Promise<void>;
  /** An act that the rules must refuse; why is told. */
  readonly refused: (person: Person, prepare: Prepare<ActBody>) => Promise<void>;
  /** A date put into the sub-group's diary. */
  readonly diarise: (person: Person, startsAt: Instant) => Promise<DiaryRef>;
}

export type Scene = (telling: Telling) => Promise<void>;
