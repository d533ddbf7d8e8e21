// Changes of the bank holidays over HTTP: the acts of a test on them, each answered or the test fails; and cases that have
// asked their agencies or not.

import { expect } from '@jest/globals';
import type { ChangeView, PreviewView } from '../../api/calendarChanges/changeSchemas';
import { ofKinds, type CaseEvent, type EventKind, type EventOf } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { ApiUnderTest, Asking } from './apiUnderTest';
import { COUNCIL, moment, SCHOOL, type Cast, type Race } from './cast';

export interface AskedDays {
  readonly list?: readonly { readonly date: string; readonly title: string }[];
  readonly withdraw?: readonly string[];
}

export const REASON = 'Canaryreason of the change';
export const AUTHORITY = 'Canaryauthority: Royal Proclamation, invented';

export const listing = (...dates: readonly string[]): AskedDays & Required<Pick<AskedDays, 'list'>> => ({
  list: dates.map((date) => ({ date, title: 'State Funeral' })),
});

export class Changes {
  constructor(private readonly under: ApiUnderTest) {}

  async preview(asked: AskedDays = {}, query = '', asking: Asking = {}): Promise<PreviewView> {
    const answer = await this.under.ask('POST', `/calendar-changes/preview${query}`, {
      body: asked,
      ...asking,
    });
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([200, expect.anything()]);
    return answer.json<PreviewView>();
  }

  /** `csv` or `txt`. */
  async text(kind: string, asked: AskedDays = {}): Promise<string> {
    const answer = await this.under.ask('POST', `/calendar-changes/preview.${kind}`, { body: asked });
    expect(answer.statusCode).toBe(200);
    return answer.body;
  }

  /** With the version of a preview of just now. */
  async accept(asked: AskedDays = {}, asking: Asking = {}): Promise<ChangeView> {
    const { version } = await this.preview(asked);
    const body = { preview: version, ...asked, authority: AUTHORITY, reason: REASON };
    const answer = await this.under.ask('POST', '/calendar-changes', { body, ...asking });
    expect([answer.statusCode, answer.body.slice(0, 300)]).toEqual([201, expect.anything()]);
    const change = answer.json<ChangeView>();
    expect(answer.headers.location).toBe(`/calendar-changes/${change.number}`);
    return change;
  }

  async read<T = ChangeView>(path: string, asking: Asking = {}): Promise<T> {
    const answer = await this.under.ask('GET', `/calendar-changes${path}`, asking);
    expect([path, answer.statusCode]).toEqual([path, 200]);
    return answer.json<T>();
  }
}

/** Received on Monday 30 March 2026 and asked the day after: returns by Thursday 9 April, complete by Wednesday 22. */
export const askedRace = async (cast: Cast, agencies?: readonly string[]): Promise<Race> => {
  const race = await cast.open(agencies === undefined ? {} : { agencies });
  await race.at('03-31 10:00').act('/scoping-requests');
  await race.mailGoes();
  return race;
};

/** Nobody can be mailed there. */
export const SOCIETY = 'AG-0003';

/**
 * `met`: with a meeting on Friday 10 April, the first day of its window; the school has answered. `onPaper`: with a society
 * that nobody can be mailed at. `fresh`: nobody has been asked.
 */
export type ThreeRaces = Readonly<Record<'met' | 'onPaper' | 'fresh', Race>>;

/** It is noon on Wednesday 1 April then. */
export const threeRaces = async (cast: Cast): Promise<ThreeRaces> => {
  const met = await askedRace(cast);
  const onPaper = await askedRace(cast, [COUNCIL]);
  await onPaper.act('/agencies', { agency: SOCIETY });
  await onPaper.act(`/scoping-requests/${SOCIETY}/sent-another-way`, { channel: 'paper', on: '2026-03-31' });
  const fresh = await cast.open({ agencies: [COUNCIL] });
  for (const race of [met, onPaper, fresh]) await race.at('04-01 12:00').wake();
  await met.act('/meeting', { startsAt: moment('04-10 10:00') });
  await met.act(`/returns/${SCHOOL}`, { answer: 'full', how: 'paper', content: 'Canarycontent' });
  return { met, onPaper, fresh };
};

export const eventsOf = async <K extends EventKind>(
  { records }: ApiUnderTest,
  { reference }: Race,
  kind: K,
): Promise<readonly EventOf<K>[]> => {
  const events: readonly CaseEvent[] = await records.events.ofCase(reference as CaseReference);
  return events.filter(ofKinds([kind]));
};

export const dueOf = async (race: Race, key: string): Promise<string | undefined> =>
  (
    await race.read<{ timetable: { obligations: { key: string; due?: string }[] } }>('/timetable')
  ).timetable.obligations.find((line) => line.key === key)?.due;
