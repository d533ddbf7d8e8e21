// Reading cases: the list page by page, one case, its timetable, its chronology, its particulars, its notices.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { CaseReference } from '../../domain/rapidReview/state';
import { AGENCY, REASON, Story } from '../unit/rapidReview/story';
import { apiUnderTest, at, PEOPLE, type ApiUnderTest } from './apiUnderTest';
import { CANARIES, openCase } from './stories';

let under: ApiUnderTest;
let reference: string;
beforeAll(async () => {
  under = await apiUnderTest();
  reference = await openCase(under, {
    receivedAt: '2026-03-30T09:00:00+01:00',
    lateLoggingReason: CANARIES.lateReason,
  });
  for (const receivedAt of ['2026-03-26T09:00:00Z', '2026-03-27T09:00:00Z', '2026-03-27T10:00:00Z'])
    await openCase(under, { receivedAt });
  await openCase(under, { nature: 'careLeaverDeath', agencies: [] });
  const ask = (path: string, body: object) => under.ask('POST', `/cases/${reference}${path}`, { body });
  await ask('/timestamps', { timestamp: 'incident', at: '2026-03-28T10:00:00Z' });
  await ask('/timestamps/incident/corrections', { at: '2026-03-27T10:00:00Z', reason: CANARIES.reason });
  await ask('/agencies', { agency: 'AG-0003', note: CANARIES.note });
  await ask('/scoping-requests', { agencies: ['AG-0001'] });
});
afterAll(() => under.close());

interface Page {
  readonly items: readonly { readonly reference: string; readonly headline?: string }[];
  readonly next?: string;
}

const list = async (query: string): Promise<Page> => {
  const answer = await under.ask('GET', `/cases${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<Page>();
};

describe('the list', () => {
  test('is in the order of the headline date, those without one last', async () => {
    const { items, next } = await list('');
    expect(items.map(({ headline }) => headline)).toEqual([
      '2026-04-20',
      '2026-04-21',
      '2026-04-21',
      '2026-04-22',
      undefined,
    ]);
    expect(next).toBeUndefined();
  });

  test('comes page by page, each case once', async () => {
    const seen: string[] = [];
    let query: string | undefined = '?limit=2';
    while (query !== undefined) {
      const page: Page = await list(query);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map((item) => item.reference));
      query = page.next === undefined ? undefined : `?limit=2&after=${page.next}`;
    }
    expect(seen).toEqual((await list('')).items.map((item) => item.reference));
  });

  test('is narrowed by state and by headline date', async () => {
    expect((await list('?status=recordedOnly')).items).toHaveLength(1);
    expect((await list('?headlineBefore=2026-04-22&headlineAfter=2026-04-20')).items).toHaveLength(2);
  });
});

describe('one case', () => {
  test('shows its facts with its version, and no particulars', async () => {
    const answer = await under.ask('GET', `/cases/${reference}`, { as: 'auditor' });
    expect(answer.headers.etag).toBe(`"${answer.json<{ version: number }>().version}"`);
    expect(answer.json()).toMatchObject({
      reference,
      status: 'open',
      nature: 'suspectedAbuseOrNeglect',
      timestamps: { incident: '2026-03-27T10:00:00.000Z', referralReceived: '2026-03-30T08:00:00.000Z' },
      agencies: [
        { agency: 'AG-0001', name: 'Example City Council', request: 'asked', round: 1, sendings: 1 },
        { agency: 'AG-0002', request: 'notAsked' },
        { agency: 'AG-0003', identified: '2026-03-30T15:25:00.000Z' },
      ],
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('has a timetable with every obligation', async () => {
    const answer = await under.ask('GET', `/cases/${reference}/timetable`, { as: 'independentChair' });
    const { timetable } = answer.json<{ timetable: { headline: unknown; obligations: { key: string }[] } }>();
    expect(timetable.headline).toEqual({
      date: '2026-04-22',
      at: '2026-04-22T22:59:59.000Z',
      inWords: 'Wednesday 22 April 2026',
    });
    expect(timetable.obligations.map(({ key }) => key)).toEqual([
      'notification',
      ...['AG-0001', 'AG-0002', 'AG-0003'].map((agency) => `scopingDispatch:${agency}`),
      ...['AG-0001', 'AG-0002', 'AG-0003'].map((agency) => `agencyReturn:${agency}`),
      ...['AG-0001', 'AG-0002', 'AG-0003'].map((agency) => `recordsSecured:${agency}`),
      'meeting',
      'completeLocal',
      'completePanel',
    ]);
  });

  test('has a ledger of what was sent, without an address', async () => {
    const answer = await under.ask('GET', `/cases/${reference}/notices`, { as: 'auditor' });
    expect(answer.json()).toMatchObject({
      notices: [
        {
          key: `${reference}/scopingRequest/AG-0001/1.1`,
          kind: 'scopingRequest',
          agency: 'AG-0001',
          to: ['AG-0001-C1'],
          outcome: 'open',
          attempts: 0,
        },
      ],
    });
    expect(answer.body).not.toContain('@');
  });
});

interface Entry {
  readonly kind: string;
  readonly who: string;
  readonly authority: string;
  readonly what: string;
  readonly text?: string;
}

const chronology = async (as: keyof typeof PEOPLE): Promise<readonly Entry[]> =>
  (await under.ask('GET', `/cases/${reference}/chronology`, { as })).json<{ events: Entry[] }>().events;

describe('the chronology', () => {
  test('says who did what, under which role, and why', async () => {
    const events = await chronology('coordinator');
    expect(events[0]).toMatchObject({ kind: 'CaseOpened', text: CANARIES.lateReason });
    expect(events.find(({ kind }) => kind === 'TimestampCorrected')).toMatchObject({
      who: PEOPLE.coordinator,
      authority: 'coordinator',
      text: CANARIES.reason,
      what: 'Corrected: the incident was on Friday 27 March 2026 at 10:00, not on Saturday 28 March 2026 at 10:00.',
    });
    expect(events.find(({ text }) => text === CANARIES.note)?.what).toBe(
      'Example Voluntary Society was added to the case.',
    );
  });

  test('logs that its reasons were read, and by whom', async () => {
    const viewsOf = async () =>
      (await under.records.dossier.viewsOf(reference as CaseReference)).toReversed();
    const before = (await viewsOf()).length;
    await chronology('auditor');
    const views = (await viewsOf()).slice(before);
    expect(views).toHaveLength(3);
    expect(new Set(views.map(({ actor, why }) => `${actor} ${why}`))).toEqual(
      new Set([`${under.actors.auditor} audit`]),
    );
  });
});

describe('the particulars', () => {
  test('are shown to those whose role includes them, and each view is logged', async () => {
    const viewsOf = async () =>
      (await under.records.dossier.viewsOf(reference as CaseReference)).toReversed();
    const before = (await viewsOf()).length;
    const answer = await under.ask('GET', `/cases/${reference}/particulars?why=meeting`, {
      as: 'meetingChair',
    });
    expect(answer.json()).toEqual({
      reference,
      destroyed: false,
      lost: false,
      writtenAt: '2026-03-30T15:25:00.000Z',
      writtenBy: PEOPLE.coordinator,
      event: 1,
      referrer: {
        name: CANARIES.referrer,
        organisation: 'Example City Council',
        email: CANARIES.referrerEmail,
      },
      incidentSummary: CANARIES.incident,
      children: [
        {
          name: CANARIES.child,
          dateOfBirth: '2023-05-02',
          address: CANARIES.childAddress,
          notes: CANARIES.childNotes,
        },
      ],
    });
    const views = (await viewsOf()).slice(before);
    expect(views).toHaveLength(3);
    expect(views.every(({ actor, why }) => actor === under.actors.meetingChair && why === 'meeting')).toBe(
      true,
    );
  });

  test('keep the children in their order', async () => {
    const children = Array.from({ length: 12 }, (_, index) => ({ name: `Child ${index + 1}` }));
    const other = await openCase(under, { children });
    const answer = await under.ask('GET', `/cases/${other}/particulars`);
    expect(answer.json<{ children: unknown }>().children).toEqual(children);
  });

  test('are gone with their key, and the case stays', async () => {
    const other = await openCase(under, { nature: 'careLeaverDeath', agencies: [] });
    await under.records.dossier.destroyKey(other as CaseReference, {
      by: under.actors.coordinator,
      at: at('2026-04-30T10:00:00+01:00'),
      why: 'An invented ground',
    });
    const answer = await under.ask('GET', `/cases/${other}/particulars`);
    expect(answer.json()).toEqual({ reference: other, destroyed: true, lost: false, children: [] });
    expect((await under.ask('GET', `/cases/${other}`)).statusCode).toBe(200);
  });

  test('that were lost with the records are said to be, as is every text of the case', async () => {
    const lost = 'RR-2026-8999' as CaseReference;
    const { events } = new Story()
      .opened('2026-03-30 15:20', { reference: lost })
      .act({ kind: 'addAgency', agency: AGENCY(2) })
      .act({ kind: 'raiseSafetyConcern', concern: REASON });
    await under.records.events.record({ reference: lost, events, notices: [] });
    const particulars = await under.ask('GET', `/cases/${lost}/particulars`);
    expect(particulars.json()).toEqual({ reference: lost, destroyed: false, lost: true, children: [] });
    const chronology = await under.ask('GET', `/cases/${lost}/chronology`);
    expect(chronology.json<{ events: unknown[] }>().events).toContainEqual(
      expect.objectContaining({ kind: 'SafetyConcernRaised', textWithheld: 'lost' }),
    );
  });
});

describe('one date explained', () => {
  interface Explained {
    readonly explanation: {
      readonly due?: string;
      readonly anchor?: { readonly recordedBy: string };
      readonly count?: { readonly days: readonly { readonly notCounted?: string }[] };
      readonly changes: readonly { readonly because: string }[];
      readonly text: string;
    };
  }

  test('counts day by day, names who recorded what it counts from, and says it in words', async () => {
    const answer = await under.ask('GET', `/cases/${reference}/timetable/completeLocal`);
    expect(answer.statusCode).toBe(200);
    const { explanation } = answer.json<Explained>();
    expect(explanation.due).toBe('2026-04-22');
    expect(explanation.anchor?.recordedBy).toBe(PEOPLE.coordinator);
    expect(explanation.count?.days.flatMap(({ notCounted }) => notCounted ?? [])).toContain('Good Friday');
    expect(explanation.changes.map(({ because }) => because)).toEqual([
      'Referral logged: suspected abuse or neglect, received on Monday 30 March 2026 at 09:00.',
    ]);
    expect(explanation.text).toContain('Wednesday 22 April      working day 15');
  });

  test('of an obligation that the case does not have: said, with those that it has', async () => {
    const answer = await under.ask('GET', `/cases/${reference}/timetable/agencyReturn:AG-0099`);
    expect(answer.statusCode).toBe(404);
    expect(answer.json<{ detail: string }>().detail).toContain('completeLocal');
  });

  test('the timetable names the calendar that it rests on', async () => {
    const answer = await under.ask('GET', `/cases/${reference}/timetable`);
    expect(answer.json()).toMatchObject({ timetable: { calendar: { confirmedTo: '2028-12-31' } } });
  });
});
