// A meeting that a bank holiday or a slip put outside its window, and that comes back into it, over HTTP: said in the previews of a
// change and of a correction, in every form; shown with the meetings of the case and in its chronology (R3, R8, R9).

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { MeetingsView } from '../../api/meetings/meetingsSchema';
import type { ApiUnderTest } from './apiUnderTest';
import { followedApi } from './calendarFollowers';
import { moment, type Cast, type Race } from './cast';
import { askedRace, listing, REASON, type Changes } from './changesOfCalendar';

let under: ApiUnderTest;
let changes: Changes;
let cast: Cast;
let race: Race;
beforeAll(async () => {
  ({ under, changes, cast } = await followedApi());
});
beforeEach(async () => {
  race = await askedRace(cast);
});
afterAll(() => under.close());

interface Told {
  readonly who: string;
  readonly at: string;
  readonly about: string;
}
const toTeam = (told: readonly Told[]) =>
  told.flatMap(({ who, at, about }) => (who === 'team' ? [`${at}: ${about}`] : []));
const lies = async () => (await race.read<MeetingsView>('/meetings')).meetings.map((meeting) => meeting.lies);
const chronology = async () =>
  (await race.read<{ events: readonly { what: string }[] }>('/chronology')).events.map(({ what }) => what);
const NEXT_NINE = '2026-04-02T08:00:00.000Z';
const INSIDE = { way: 'inside', opens: '2026-04-10', closes: '2026-04-20' };

describe('R9: a bank holiday is taken back', () => {
  const the8th = '2026-04-08';

  test('the preview says which meeting is in its window again and who hears of it; then it is so', async () => {
    await race.at('04-01 12:00').act('/meeting', { startsAt: moment('04-10 10:00') });
    expect(await lies()).toEqual(['inside']);
    await changes.accept(listing(the8th));
    expect(await lies()).toEqual(['early']);

    const back = { withdraw: [the8th] };
    const { version, cases, meetingsThatLeave, meetingDaysRestored, told } = await changes.preview(back);
    expect([meetingsThatLeave, meetingDaysRestored, told.team]).toEqual([0, 1, { atOnce: 0, atNine: 1 }]);
    const [own] = cases.filter(({ reference }) => reference === race.reference);
    expect(own?.meetingLeaves).toBeUndefined();
    expect(own?.meetingDayRestored).toEqual({ on: '2026-04-10', ...INSIDE });
    const about =
      'the meeting on Friday 10 April 2026 lies inside its window, which closes on Monday 20 April 2026';
    expect(toTeam(own?.told ?? [])).toEqual([`${NEXT_NINE}: ${about}`]);
    const csv = (await changes.text('csv', back)).split('\r\n');
    expect(csv).toContain(
      `${race.reference},meetingDay,the day of the meeting,,,2026-04-10,,lies inside its window,${version}`,
    );
    expect(csv).toContain(
      `${race.reference},teamNotice,what the team hears,,,,2026-04-02 09:00,"${about}",${version}`,
    );
    const table = await changes.text('txt', back);
    expect(table).toContain(
      'Meetings that leave their window: 0; that are in it again, or on a working day: 1.',
    );
    expect(table).toMatch(/the day of the meeting +Friday 10 April 2026 +lies inside its window$/m);

    const change = await changes.accept(back);
    expect(change.foreseen.meetingDaysRestored).toBe(1);
    expect(await lies()).toEqual(['inside']);
    await race.at('04-02 09:00').wake();
    expect((await chronology()).filter((line) => line.includes('lies'))).toEqual([
      'Meeting 1 on Friday 10 April 2026 now lies before its window, which opens on Monday 13 April 2026.',
      'Meeting 1 on Friday 10 April 2026 now lies inside its window, which closes on Monday 20 April 2026.',
      `The team was told: ${about}.`,
    ]);
  });

  test('its day is a working day again', async () => {
    await race.at('04-01 12:00').act('/meeting', { startsAt: moment('04-14 10:00') });
    await changes.accept(listing('2026-04-14'));
    expect(await lies()).toEqual(['dayOff']);
    const { cases } = await changes.preview({ withdraw: ['2026-04-14'] });
    expect(cases.find(({ reference }) => reference === race.reference)?.meetingDayRestored).toEqual({
      on: '2026-04-14',
      ...INSIDE,
    });
    await changes.accept({ withdraw: ['2026-04-14'] });
  });
});

describe('R3, R8: a moment is corrected', () => {
  interface Preview {
    readonly meetingLeaves?: unknown;
    readonly meetingDayRestored?: unknown;
    readonly told: readonly Told[];
    readonly chronology: readonly string[];
  }
  const SENT = '/timestamps/notificationSent/corrections';
  const preview = async (at: string): Promise<Preview> => {
    const answer = await race.ask(`${SENT}/preview`, { body: { at: moment(at) } });
    expect(answer.statusCode).toBe(200);
    return answer.json<Preview>();
  };

  test('its preview says that the meeting would leave its window, and that it would be in it again', async () => {
    await race.at('04-01 12:00').act('/meeting', { startsAt: moment('04-20 10:00') });
    await race.act('/timestamps', { timestamp: 'notificationSent', at: moment('03-31 10:00') });
    const out = await preview('03-27 10:00');
    expect(out.meetingLeaves).toEqual({
      on: '2026-04-20',
      way: 'late',
      opens: '2026-04-10',
      closes: '2026-04-17',
    });
    expect(out).not.toHaveProperty('meetingDayRestored');
    await race.act(SENT, { at: moment('03-27 10:00'), reason: REASON });

    const back = await preview('03-31 10:00');
    expect(back).not.toHaveProperty('meetingLeaves');
    expect(back.meetingDayRestored).toEqual({ on: '2026-04-20', ...INSIDE });
    expect(toTeam(back.told)).toEqual([
      `${NEXT_NINE}: the meeting on Monday 20 April 2026 lies inside its window, which closes on Monday 20 April 2026`,
    ]);
    expect(back.chronology).toContain(
      'Meeting 1 on Monday 20 April 2026 now lies inside its window, which closes on Monday 20 April 2026.',
    );
    // The same day leaves the meeting where it is.
    const same = await preview('03-27 11:00');
    expect([same.meetingLeaves, same.meetingDayRestored]).toEqual([undefined, undefined]);
  });

  test('what is previewed of a meeting under way is nothing', async () => {
    await race.at('04-01 12:00').act('/meeting', { startsAt: moment('04-20 10:00') });
    await race.act('/timestamps', { timestamp: 'notificationSent', at: moment('03-27 10:00') });
    await race.at('04-20 10:00').wake();
    await race.act('/meeting/opening');
    expect(await preview('03-31 10:00')).not.toHaveProperty('meetingDayRestored');
    expect(await lies()).toEqual([undefined]);
  });
});
