// Why the event log refuses to record. References, numbers and versions only, never a content.

import type { CaseReference } from '../../domain/rapidReview/state';

/** No retry mends it: the workflow and the records disagree about what happened. */
export class HistoryDiverged extends Error {
  override readonly name = 'HistoryDiverged';
  constructor(
    readonly reference: CaseReference,
    readonly number: number,
  ) {
    super(`${reference}: event ${number} is recorded already with another content`);
  }
}

/** Events before these are not recorded yet. */
export class RecordsBehind extends Error {
  override readonly name = 'RecordsBehind';
  constructor(
    readonly reference: CaseReference,
    readonly recorded: number,
    readonly given: number,
  ) {
    super(`${reference}: event ${given} cannot follow event ${recorded}`);
  }
}

/** Somebody has put the log back by other means than a restore, or changed it: `npm run verify` says where. */
export class HeadDiffers extends Error {
  override readonly name = 'HeadDiffers';
  constructor(readonly reference: CaseReference) {
    super(`${reference}: the last event is not the one at which its chain should end`);
  }
}

/** The snapshot that a case counts with is not in the records: `snapshots.put` it first. */
export class CalendarNotRecorded extends Error {
  override readonly name = 'CalendarNotRecorded';
  constructor(readonly version: string) {
    super(`the calendar snapshot ${version} is not in the records`);
  }
}
