// One life of a case with twelve agencies, told over HTTP from the referral to the settled reply of the Panel, in one go: it was
// received nine working days before its meeting, and that is today. On a day off, or after the hours of meetings, it was on the
// working day before, and is told afterwards.

import { randomUUID } from 'node:crypto';
import { londonDateOf, londonInstant } from '../../domain/calendar/londonTime';
import type { Instant } from '../../domain/calendar/instant';
import type { CivilDate } from '../../domain/calendar/civilDate';
import { addWorkingDays, isWorkingDay, workingCalendar } from '../../domain/calendar/workingCalendar';
import { CRITERIA } from '../../domain/policy/decisionTerms';
import { SEATS } from '../../domain/policy/policyProfile';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import type { People, Person, Stage } from './stage';

const calendar = workingCalendar(shippedSnapshot());

/** In London, at the latest at which a meeting may begin. */
const LATEST_HOUR = 20;
const EARLIER_HOUR = 10;

interface MeetingOfLife {
  readonly day: CivilDate;
  readonly startsAt: Instant;
  /** It has taken place: nobody is invited. */
  readonly held?: true;
}

const meetingOfLife = (now: Instant): MeetingOfLife => {
  const today = londonDateOf(calendar, now);
  const startsAt = londonInstant(calendar, today, LATEST_HOUR);
  const isWorking = isWorkingDay(calendar, today);
  if (isWorking && now < startsAt) return { day: today, startsAt };
  // From a day off the last working day before it; after the hours of meetings that of today, by the hour of the morning.
  const day = isWorking ? today : addWorkingDays(calendar, today, -1);
  return { day, startsAt: londonInstant(calendar, day, EARLIER_HOUR), held: true };
};

export interface Told {
  readonly reference: string;
  /** When each accepted command, the opening among them, was answered with what the records then held, in order, in milliseconds; never, where they were behind. */
  readonly recordedAt: readonly number[];
}

/** The mail to the Panel is under way. */
const NOT_YET = /"type":"\/problems\/panel-not-informed"/;

interface Answered {
  readonly reference: string;
  readonly version: number;
  readonly recorded: boolean;
}

/** Repeats with the same key while the service is not up to it, or a mail not gone. Anything but success is a failure. */
export const write = async (
  apiUrl: string,
  { token }: Pick<Person, 'token'>,
  path: string,
  body: object,
  key: string = randomUUID(),
): Promise<Answered> => {
  for (;;) {
    const answer = await fetch(`${apiUrl}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    }).catch(() => undefined);
    const text = (await answer?.text().catch(() => undefined)) ?? '';
    if (answer?.ok === true) return JSON.parse(text) as Answered;
    if (answer !== undefined && answer.status < 500 && !NOT_YET.test(text))
      throw new Error(`${path}: ${answer.status} ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

export const referralOf = (agencies: readonly string[], receivedAt?: Instant): object => ({
  referrer: {
    name: 'Invented referrer',
    organisation: 'Invented council',
    email: 'referrer@agencies.example',
  },
  nature: 'suspectedAbuseOrNeglect',
  incidentSummary: 'What is known of the incident so far.',
  children: [{ name: 'Invented child' }],
  agencies,
  ...(receivedAt === undefined ? {} : { receivedAt: new Date(receivedAt).toISOString() }),
});

export const tellLife = async (
  { apiUrl, agencies }: Pick<Stage, 'apiUrl' | 'agencies'>,
  { coordinator, chair, delegates }: People,
): Promise<Told> => {
  const { startsAt, held, day: metOn } = meetingOfLife(Date.now() as Instant);
  const day = (n: number) => addWorkingDays(calendar, metOn, n);
  const receivedAt = londonInstant(calendar, day(-9), 10);
  const recordedAt: number[] = [];
  const answered = async (by: Person, path: string, body: object): Promise<Answered> => {
    const answer = await write(apiUrl, by, path, body);
    recordedAt.push(answer.recorded ? Date.now() : Infinity);
    return answer;
  };
  const { reference } = await answered(coordinator, '/cases', referralOf(agencies, receivedAt));
  const act = async (path: string, body: object = {}, by: Person = coordinator): Promise<void> => {
    await answered(by, `/cases/${reference}${path}`, body);
  };
  const iso = (at: number): string => new Date(at).toISOString();
  /** Where it is told afterwards, so many minutes into the meeting; else now. */
  const at = (minutes: number): object =>
    held === undefined ? {} : { at: iso(startsAt + minutes * 60_000) };
  await act('/timestamps', { timestamp: 'localAuthorityAware', at: iso(receivedAt - 86_400_000) });
  await act('/timestamps', { timestamp: 'notificationSent', at: iso(londonInstant(calendar, day(-7), 12)) });
  for (const agency of agencies)
    await act(`/scoping-requests/${agency}/sent-another-way`, {
      channel: 'secureMail',
      on: day(-8),
      note: 'Sent.',
    });
  for (const agency of agencies) {
    await act(`/records-secured/${agency}`, {
      by: 'Invented manager',
      paper: true,
      electronic: true,
      locked: true,
    });
    await act(`/returns/${agency}`, {
      answer: 'full',
      how: 'secureMail',
      on: day(-2),
      content: 'What it knew.',
    });
  }
  await act('/meeting', { startsAt: iso(startsAt), ...(held === undefined ? {} : { held }) });
  await act('/meeting/opening', at(0));
  for (const [index, seat] of SEATS.entries())
    await act('/meeting/arrivals', {
      person: delegates[seat].actor,
      agency: agencies[index],
      seat,
      ...at(5),
    });
  for (const duty of ['facts', 'immediateSafety', 'improvements'])
    await act('/duties', { duty, evidence: 'In the minutes.' });
  const decision = {
    ...at(60),
    threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
    criteria: CRITERIA.map((criterion) => ({ criterion, met: true, reasons: 'Because of the facts.' })),
    outcome: 'practiceReview',
    rationale: 'What the group took into account.',
  };
  await act('/decision', decision, chair);
  await act('/meeting/closing', { minutes: 'What was said.', ...at(90) }, chair);
  for (const seat of SEATS) await act('/sign-offs', { seat }, delegates[seat]);
  await act('/notification-reference', { reference: 'Invented reference' });
  await act('/report', { title: 'Rapid Review report', location: 'Case folder' });
  await act('/panel/dispatch', {}, chair);
  await act('/panel/replies', { reply: 'agrees', letter: 'What it wrote.' });
  return { reference, recordedAt };
};
