// The team's mails about the calendar: at most one a day, begun before it is sent and ended after, so that a second
// attempt knows that it may be the second. What each told is kept by its keys.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import type { Database } from '../connect';

export interface CalendarBriefings {
  /** Keys of everything that mails which were accepted have told. */
  told(): Promise<ReadonlySet<string>>;
  /**
   * `again` after an attempt that was never ended nor taken back, so that its mail may have gone; `done` when the day's mail has
   * gone or will not.
   */
  begin(day: CivilDate, keys: readonly string[], at: Instant): Promise<'first' | 'again' | 'done'>;
  /** Nothing was sent by the `first` attempt, which began at that moment; one that has begun since then stays. */
  takeBack(day: CivilDate, began: Instant): Promise<void>;
  end(day: CivilDate, outcome: 'accepted' | 'refused', at: Instant): Promise<void>;
}

export const createCalendarBriefings = (database: Database): CalendarBriefings => ({
  told: async () => {
    const rows = await database
      .selectFrom('calendar_briefing')
      .select('told')
      .where('outcome', '=', 'accepted')
      .execute();
    return new Set(rows.flatMap(({ told }) => told));
  },
  begin: async (day, keys, at) => {
    const begun = await database
      .insertInto('calendar_briefing')
      .values({ day, told: [...keys], began_at: at, ended_at: null, outcome: null })
      .onConflict((conflict) => conflict.column('day').doNothing())
      .returning('day')
      .executeTakeFirst();
    if (begun !== undefined) return 'first';
    const again = await database
      .updateTable('calendar_briefing')
      .set({ told: [...keys], began_at: at })
      .where('day', '=', day)
      .where('outcome', 'is', null)
      .returning('day')
      .executeTakeFirst();
    return again === undefined ? 'done' : 'again';
  },
  takeBack: async (day, began) => {
    await database
      .deleteFrom('calendar_briefing')
      .where('day', '=', day)
      .where('began_at', '=', began)
      .where('outcome', 'is', null)
      .execute();
  },
  end: async (day, outcome, at) => {
    await database
      .updateTable('calendar_briefing')
      .set({ outcome, ended_at: at })
      .where('day', '=', day)
      // That it was accepted stands, whatever a slower attempt has heard.
      .where('outcome', 'is distinct from', 'accepted')
      .execute();
  },
});
