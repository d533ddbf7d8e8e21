// The tables of the sub-group's diary, and of the meetings that use its dates.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { DiaryDateId, Meeting } from '../../domain/rapidReview/meeting/state';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { DiaryChangeKind } from '../../domain/subGroupDiary/acts';

export interface DiaryChangeTable {
  date: DiaryDateId;
  version: number;
  change: DiaryChangeKind;
  starts_at: Instant;
  used_by: CaseReference[];
  by: ActorId;
  at: Instant;
  command_id: string;
}

export interface CaseMeetingTable {
  reference: CaseReference;
  meeting: number;
  starts_at: Instant;
  held_on: CivilDate | null;
  diary_date: DiaryDateId | null;
  diary_version: number | null;
  stage: Meeting['stage'];
}
