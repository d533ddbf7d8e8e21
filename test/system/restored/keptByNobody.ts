// A case in the records whose deadlines nobody has kept for weeks, as after a loss of Temporal that went unnoticed.

import { instant } from '../../../domain/calendar/instant';
import { londonDateOf } from '../../../domain/calendar/londonTime';
import { addWorkingDays, workingCalendar } from '../../../domain/calendar/workingCalendar';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { AgencyId } from '../../../domain/timetable/facts';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import type { Database } from '../../../records/connect';
import type { Records } from '../../../records/records';
import { Story } from '../../unit/rapidReview/story';
import type { RealEngine } from '../realEngine';

/** Recorded until the day on which its agencies were asked, seventeen working days ago; nobody has kept its deadlines since. */
export const keptByNobody = async (
  engine: RealEngine,
  records: Records,
  database: Database,
): Promise<Story> => {
  const calendar = workingCalendar(shippedSnapshot());
  await records.snapshots.put(calendar.snapshot);
  const asked = addWorkingDays(calendar, londonDateOf(calendar, instant(Date.now())), -17);
  const agencies = engine.agencies.slice(0, 2).map((agency) => agency as AgencyId);
  const reference = 'RR-2020-0001' as CaseReference;
  const story = new Story(calendar).opened(`${asked} 10:00`, { reference, agencies });
  story.at(`${asked} 11:00`).send(agencies);
  for (const { key, to, body } of [...story.notices])
    if (body.kind === 'scopingRequest')
      story.hear({ key, to, refused: [], outcome: 'accepted', acceptedAt: story.now });
  await records.events.record({ reference, events: story.events, notices: story.notices });
  await database
    .updateTable('notice')
    .set({ outcome: 'accepted', accepted_at: story.now })
    .where('reference', '=', reference)
    .execute();
  return story;
};
