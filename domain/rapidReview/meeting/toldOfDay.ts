// What the team believes of the day of a meeting: it hears once that the day lies wrong, and once that it no longer does (R3, R7,
// R8). How the day lies is `window.ts`; what becomes of it by an act `consequences.ts`; when the mail goes `clock/`.

import type { BriefingItem } from '../clock/events';
import type { MeetingOutsideWindow } from './events';
import type { Meeting } from './state';

type ToldOf = Pick<MeetingOutsideWindow['body'], 'on' | 'way'>;

/** The same of the same day: that it was right for a while in between, the team has not heard. */
export const isBelieved = (believed: ToldOf | undefined, { on, way }: ToldOf): boolean =>
  believed?.on === on && believed.way === way;

/** It is told at once, unless it believes so already. */
export const withToldAmiss = (meeting: Meeting, told: ToldOf, event: number): Meeting =>
  isBelieved(meeting.toldAmiss, told)
    ? meeting
    : { ...meeting, toldAmiss: { on: told.on, way: told.way, event } };

/** A working day again may lie outside the window as it did: then that is what the team knows. */
export const withHeardOfDay = (
  { toldAmiss: _, ...meeting }: Meeting,
  { on, way }: Extract<BriefingItem, { readonly about: 'meetingDayRestored' }>,
  event: number,
): Meeting => (way === 'inside' ? meeting : { ...meeting, toldAmiss: { on, way, event } });
