// Which cases name another: as the one that they are a further episode of, may be the same as, are linked with, or absorbed. Asked
// wherever that other one is read, and without it answered only by reading the log of every case. The index
// of mergers alone stays for the version before, which asks by it.

import { sql, type Kysely } from 'kysely';

export const up = async (database: Kysely<unknown>): Promise<void> => {
  await sql`
    create index case_event_episode on case_event ((body ->> 'episodeOf'))
    where kind = 'CaseOpened' and body ->> 'episodeOf' is not null`.execute(database);
  await sql`
    create index case_event_duplicate on case_event ((body ->> 'of'))
    where kind in ('DuplicateNoted', 'DuplicateSettled', 'CaseAbsorbed')`.execute(database);
};
