// A race of three agencies, asked on paper the day before: who has no contact hears in person. Tests of corrections begin here.

import { COUNCIL, HOSPITAL, type Cast, type Race } from './cast';
import { SOCIETY } from './changesOfCalendar';

export const askedOnPaper = async (cast: Cast): Promise<Race> => {
  const race = await cast.open({ agencies: [COUNCIL, HOSPITAL, SOCIETY] });
  race.at('04-01 10:00');
  for (const agency of [COUNCIL, HOSPITAL, SOCIETY])
    await race.act(`/scoping-requests/${agency}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  return race.at('04-01 12:00').wake();
};
