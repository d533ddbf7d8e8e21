// Records with something in every table, so that nothing can be left out of a backup or a change of keys unseen.

import { sql } from 'kysely';
import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference, DossierRow } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { seal } from '../../platform/encryption/sealed';
import type { AgencyRecord, IssuedToken, ReservationRequest } from '../../records/records';
import type { Story } from '../unit/rapidReview/story';
import { entry, reader } from './dossierEntry';
import { added } from './inventedAgency';
import { keyAct } from './keyOfCase';
import { recordedStory } from './recordedStory';
import type { RecordsUnderTest } from './recordsUnderTest';

export const PERSON = 'Ottoline Invented';
export const REASON = 'Proclaimed by an invented authority';
export const TEXTS = { authority: 'an invented authority', reason: 'an invented reason' };

/** What an API of the records would need a whole calendar for is written as it writes it. */
const fillCalendar = async (
  { database, ring }: RecordsUnderTest,
  snapshot: string,
  agency: AgencyId,
): Promise<void> => {
  const fact = seal(ring, Buffer.from(JSON.stringify(TEXTS)), ['holiday-fact', '901']);
  const change = seal(ring, Buffer.from(REASON), ['calendar-change', '1']);
  for (const statement of [
    sql`insert into holiday_reading (number, source, name, read_at, outcome, fault, days, added)
        values (901, 'govUk', 'list', 1, 'taken', null, '[{"date":"2031-05-05"}]', '{2031-05-05}'),
               (902, 'govUk', 'list', 2, 'refused', '{"kind":"empty"}', '[]', '{}')`,
    sql`insert into holiday_fact (number, date, body, recorded_by, recorded_at, command_id, key_id, sealed)
        values (901, '2031-05-05', '{"kind":"listed","title":"tab\\there, line\\nthere, quote \\" and \\\\"}', 'P-0001', 1, 'fact-901',
          ${fact.keyId}, ${fact.sealed})`,
    sql`insert into calendar_change values (1, ${snapshot}, 901, 'P-0001', 1, '{"cases":0}', 'change-1', ${change.keyId}, ${change.sealed})`,
    sql`insert into calendar_refusal values ('RR-2026-0001', 1, 'BeyondCalendar', 1, 2)`,
    sql`insert into calendar_briefing values ('2031-05-05', '{one,"two, three"}', 1, null, null)`,
    sql`insert into diary_change values ('DD-0001', 1, 'added', 1, '{RR-2026-0001}', 'P-0001', 1, 'diary-1')`,
    sql`insert into local_days_change values ('LD-0001', 1, 'added', 'closure', 'an invented closure', '2031-05-05', '2031-05-06',
          ${agency}, 'P-0001', 1, 'local-days-1')`,
    sql`insert into case_meeting values ('RR-2026-0001', 1, 1, null, 'DD-0001', 1, 'arranged')`,
    sql`insert into case_shape values ('0123456789abcdef0123', '{"day":1}') on conflict do nothing`,
  ])
    await statement.execute(database);
};

export interface Filled {
  readonly reference: CaseReference;
  readonly story: Story;
  readonly agency: AgencyRecord;
  readonly issued: IssuedToken;
  /** Of its text. */
  readonly row: DossierRow;
  readonly request: ReservationRequest;
}

export const fillRecords = async (under: RecordsUnderTest): Promise<Filled> => {
  const { records, database } = under;
  const { reference, story } = await recordedStory(records);
  const agency = await added(records);
  const issued = await records.people.issue({ role: 'coordinator', person: PERSON, at: instant(1) });
  const row = await records.dossier.putPending(entry(reference));
  await records.dossier.setLegalHold(reference, true, keyAct(1));
  await records.dossier.read(reference, row, reader);
  const request = {
    caller: 'P-0001' as ActorId,
    key: 'key-1',
    route: 'POST /cases',
    bodyHash: 'hash',
    at: instant(1),
    opensYear: 2026,
  };
  await records.reservations.reserve(request);
  const [waiting] = await records.notices.waiting(reference);
  if (waiting === undefined) throw new Error('the story has no mail that waits');
  await records.notices.begin(waiting.key, instant(1));
  const { version } = await database
    .selectFrom('calendar_snapshot')
    .select('version')
    .executeTakeFirstOrThrow();
  await fillCalendar(under, version, agency.id);
  return { reference, story, agency, issued, row, request };
};
