// What a person may do to the diary of the sub-group: add a date, move it, cancel it (C5). Each act becomes a change, or
// is refused with what stands. What a change does to the cases that use the date, each case decides (`followDiary`).

import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import { currentProfile } from '../policy/profiles';
import { refusedDay, type StartRejection } from '../rapidReview/meeting/refusedStart';
import type { DiaryDate } from '../rapidReview/meeting/diary';
import type { DiaryDateId } from '../rapidReview/meeting/state';

export type DiaryChangeKind = 'added' | 'moved' | 'cancelled';

export type DiaryRejection =
  | StartRejection
  | { readonly code: 'UnknownDiaryDate'; readonly date: DiaryDateId }
  /** It has begun: whatever was held then was held. */
  | { readonly code: 'DiaryDateOver'; readonly date: DiaryDateId; readonly startsAt: Instant }
  | { readonly code: 'DiaryDateCancelled'; readonly date: DiaryDateId }
  | { readonly code: 'DiaryDateUnchanged'; readonly date: DiaryDateId; readonly startsAt: Instant }
  | {
      readonly code: 'DiaryDateMovedOn';
      readonly date: DiaryDateId;
      readonly expected: number;
      readonly actual: number;
    }
  /** Another date of the diary begins at that very moment. */
  | { readonly code: 'DiaryDateTaken'; readonly date: DiaryDateId; readonly startsAt: Instant };

/** A change before it has its number: without a date it is a new one. */
export interface DiaryDraft {
  readonly date?: DiaryDateId;
  readonly change: DiaryChangeKind;
  readonly startsAt: Instant;
}

export type DiaryDecision =
  | { readonly ok: true; readonly draft: DiaryDraft }
  | { readonly ok: false; readonly rejection: DiaryRejection };

const accept = (draft: DiaryDraft): DiaryDecision => ({ ok: true, draft });
const refuse = (rejection: DiaryRejection): DiaryDecision => ({ ok: false, rejection });

export type Diary = readonly DiaryDate[];

/** The diary is kept for all cases, so it follows the arrangements that new cases are opened under. */
const refusedStart = (
  diary: Diary,
  startsAt: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): DiaryRejection | undefined => {
  const taken = diary.find((date) => !date.cancelled && date.startsAt === startsAt);
  return (
    refusedDay({ profile: currentProfile }, calendar, startsAt, now) ??
    (taken === undefined ? undefined : { code: 'DiaryDateTaken', date: taken.id, startsAt })
  );
};

export interface DateToChange {
  readonly date: DiaryDateId;
  /** The version that the person saw (`If-Match`). */
  readonly expectedVersion?: number;
}

/** The date as it stands, or why it can no longer be changed. */
const changeable = (
  diary: Diary,
  { date, expectedVersion }: DateToChange,
  now: Instant,
): DiaryDate | DiaryRejection => {
  const known = diary.find(({ id }) => id === date);
  if (known === undefined) return { code: 'UnknownDiaryDate', date };
  const { version } = known;
  if (expectedVersion !== undefined && expectedVersion !== version)
    return { code: 'DiaryDateMovedOn', date, expected: expectedVersion, actual: version };
  if (known.cancelled) return { code: 'DiaryDateCancelled', date };
  return known.startsAt <= now ? { code: 'DiaryDateOver', date, startsAt: known.startsAt } : known;
};

/** Throws `BeyondCalendar`, as `moveDate` does. */
export const addDate = (
  diary: Diary,
  startsAt: Instant,
  calendar: WorkingCalendar,
  now: Instant,
): DiaryDecision => {
  const wrong = refusedStart(diary, startsAt, calendar, now);
  return wrong === undefined ? accept({ change: 'added', startsAt }) : refuse(wrong);
};

export const moveDate = (
  diary: Diary,
  toMove: DateToChange & { readonly startsAt: Instant },
  calendar: WorkingCalendar,
  now: Instant,
): DiaryDecision => {
  const { date, startsAt } = toMove;
  const known = changeable(diary, toMove, now);
  if ('code' in known) return refuse(known);
  if (known.startsAt === startsAt) return refuse({ code: 'DiaryDateUnchanged', date, startsAt });
  const wrong = refusedStart(diary, startsAt, calendar, now);
  return wrong === undefined ? accept({ date, change: 'moved', startsAt }) : refuse(wrong);
};

export const cancelDate = (diary: Diary, toCancel: DateToChange, now: Instant): DiaryDecision => {
  const known = changeable(diary, toCancel, now);
  return 'code' in known
    ? refuse(known)
    : accept({ date: toCancel.date, change: 'cancelled', startsAt: known.startsAt });
};
