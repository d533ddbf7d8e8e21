// A process of its own that does nothing but preview, so that what it takes is what a preview takes: prints, as JSON, how
// long each took, the most memory it held, and the numbers that it found.

import { addDays } from '../../domain/calendar/civilDate';
import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { propose } from '../../domain/calendarChange/proposal';
import { standing } from '../../domain/holidayLedger/standing';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { snapshotOf } from '../../platform/holidays/snapshot';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';

const TIMES = 7;

const main = async (): Promise<void> => {
  const [url = '', day = '', at = ''] = process.argv.slice(2);
  const database = connect(url);
  const records = createRecords(database, {
    master: keyRingOf([{ id: 'bench', bytes: Buffer.alloc(32, 1) }]),
  });
  const now = Number(at) as Instant;
  const date = day as CivilDate;
  const taken: number[] = [];
  let found: unknown;
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    const proposal = propose(
      await records.holidays.facts(),
      { list: [{ date, title: 'Day of Mourning' }], withdraw: [] },
      addDays(date, -9),
      now,
    );
    if (!proposal.ok) throw new Error(proposal.rejection.code);
    const preview = await records.calendarChanges.preview(snapshotOf(standing(proposal.ledger)), now);
    const page = await preview.page(undefined, 50);
    taken.push(performance.now() - start);
    found = { ...preview.foreseen, firstPage: page.length };
  }
  console.log(JSON.stringify({ taken, found, maxRssMb: process.resourceUsage().maxRSS / 1024 }));
  await database.destroy();
};

void main();
