// Who takes part in a race over HTTP: the three partners, a hospital and a school in the register, a delegate of each seat
// with a token of their own; and the acts that every race goes through, each answered or the test fails.

import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { LightMyRequestResponse } from 'fastify';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import { SEATS, type Seat } from '../../domain/policy/policyProfile';
import type { CaseReference } from '../../domain/rapidReview/state';
import { at, newKey, type ApiUnderTest, type Asking } from './apiUnderTest';
import { expectRefused, type Bad } from './refusals';
import { openCase } from './stories';

/** In the register of every API under test: the council, the hospital, and a society without contacts. */
export const COUNCIL = 'AG-0001';
export const HOSPITAL = 'AG-0002';
/** Added by `castOf`, in this order. */
export const POLICE = 'AG-0004';
export const BOARD = 'AG-0005';
export const SCHOOL = 'AG-0006';
export const PARTNER: Readonly<Record<Seat, string>> = {
  localAuthority: COUNCIL,
  police: POLICE,
  integratedCareBoard: BOARD,
};

const TO_ADD = [
  { name: 'Example Police', kind: 'police', seat: 'police' },
  { name: 'Example Integrated Care Board', kind: 'integratedCareBoard', seat: 'integratedCareBoard' },
  { name: 'Example Academy', kind: 'school' },
] as const;

/** Of a case, and of the answer to every write. */
export interface Warned {
  readonly warnings: CaseView['warnings'];
}

export interface Answer {
  readonly reference: string;
  readonly version: number;
  readonly events: readonly string[];
  readonly timetable: { readonly obligations: readonly Record<string, unknown>[] };
}

export class Cast {
  private constructor(
    readonly under: ApiUnderTest,
    /** A token for the delegate of each seat. */
    readonly delegates: Readonly<Record<Seat, string>>,
  ) {}

  static async of(under: ApiUnderTest): Promise<Cast> {
    for (const [index, agency] of TO_ADD.entries()) {
      await under.records.agencies.add({
        ...agency,
        contacts: [{ email: `duty@agency-${index}.example`, name: `Canaryduty ${index}` }],
        by: under.actors.coordinator,
        at: under.clock.now,
        commandId: randomUUID(),
      });
    }
    const delegates = {} as Record<Seat, string>;
    for (const seat of SEATS) {
      const issued = await under.records.people.issue({
        role: 'partnerDelegate',
        person: `Delegate of ${seat}`,
        seats: [seat],
        at: under.clock.now,
      });
      delegates[seat] = issued.token;
    }
    return new Cast(under, delegates);
  }

  /** A London time of 2026, such as `04-14 10:00`; all of them lie in summer. */
  at(time: string): this {
    this.under.clock.now = at(moment(time));
    return this;
  }

  asDelegate(seat: Seat): Asking {
    return { as: null, headers: { authorization: `Bearer ${this.delegates[seat]}` } };
  }

  /** With a case of the three partners and the school, received on Monday 30 March 2026. */
  async open(changes: Readonly<Record<string, unknown>> = {}): Promise<Race> {
    this.at('03-30 16:25');
    const agencies = [COUNCIL, POLICE, BOARD, SCHOOL];
    return new Race(this, await openCase(this.under, { agencies, ...changes }));
  }
}

/** `2026-04-14T10:00:00+01:00`, of `04-14 10:00`. */
export const moment = (time: string): string => `2026-${time.replace(' ', 'T')}:00+01:00`;

export const CRITERIA = [
  'improvementsNeeded',
  'recurrentThemes',
  'agenciesWorkingTogether',
  'panelPrefersLocalReview',
].map((criterion) => ({ criterion, met: true, reasons: `Canaryreasons on ${criterion}` }));

export const decisionBody = (rest: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
  criteria: CRITERIA,
  outcome: 'practiceReview',
  rationale: 'Canaryrationale of the group',
  ...rest,
});

export const AGREED_BY = SEATS.map((seat) => ({ seat, evidence: `Canaryevidence of ${seat}` }));

/** A case on its way: an act that is refused fails the test. */
export class Race {
  constructor(
    readonly cast: Cast,
    readonly reference: string,
  ) {}

  at(time: string): this {
    this.cast.at(time);
    return this;
  }

  ask(path: string, asking: Asking = {}): Promise<LightMyRequestResponse> {
    return this.cast.under.ask('POST', `/cases/${this.reference}${path}`, asking);
  }

  async act(path: string, body: object = {}, asking: Asking = {}): Promise<Answer> {
    const answer = await this.ask(path, { body, ...asking });
    expect([path, answer.statusCode, answer.body.slice(0, 400)]).toEqual([path, 200, expect.anything()]);
    return answer.json<Answer>();
  }

  /** Everything stands as it did, and what is said is right. */
  refused(path: string, body: object, bad: Omit<Bad, 'name' | 'asking'>, asking: Asking = {}): Promise<void> {
    const name = `${path} ${JSON.stringify(body).slice(0, 80)}`;
    return expectRefused(this.cast.under, `/cases/${this.reference}${path}`, {
      name,
      asking: { body, ...asking },
      ...bad,
    });
  }

  async read<T>(path: string, asking: Asking = {}): Promise<T> {
    const answer = await this.cast.under.ask('GET', `/cases/${this.reference}${path}`, asking);
    expect([path, answer.statusCode, answer.body.slice(0, 400)]).toEqual([path, 200, expect.anything()]);
    return answer.json<T>();
  }

  /** The clock of the case has run up to now. */
  async wake(): Promise<this> {
    await this.cast.under.gateway.wake(this.reference as CaseReference);
    return this;
  }

  /** The mail server takes everything that waits, now, but for what it refuses; answers the keys without the reference. */
  async mailGoes(refusing?: string): Promise<readonly string[]> {
    const { records, clock, gateway } = this.cast.under;
    const reference = this.reference as CaseReference;
    const waiting = await records.notices.waiting(reference);
    for (const { key, to } of waiting) {
      const begun = await records.notices.begin(key, clock.now);
      if (begun === 'finished') continue;
      const contacts = to.role === 'agency' ? to.contacts : (['team'] as const);
      const how =
        key === `${reference}/${refusing ?? ''}`
          ? ({ accepted: [], refused: contacts, outcome: 'refused' } as const)
          : ({ accepted: contacts, refused: [], outcome: 'accepted' } as const);
      await records.notices.end(key, { attempt: begun.attempt, at: clock.now, ...how });
    }
    await gateway.hear(reference);
    return waiting.map(({ key }) => key.replace(`${reference}/`, ''));
  }

  async arrives(seat: Seat, time: string, rest: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const agency = PARTNER[seat];
    const body = { contact: `${agency}-C1`, agency, seat, at: moment(time), ...rest };
    return this.act('/meeting/arrivals', body);
  }

  /** Arranged for that time in April, opened then, with a person in each of the seats. */
  async meets(time: string, seats: readonly Seat[] = SEATS): Promise<this> {
    await this.act('/meeting', { startsAt: moment(time) });
    await this.at(time).act('/meeting/opening');
    for (const seat of seats) await this.arrives(seat, time);
    return this;
  }

  async dutiesEvidenced(): Promise<this> {
    for (const duty of ['facts', 'immediateSafety', 'improvements'])
      await this.act('/duties', { duty, evidence: `Canaryevidence of ${duty}` });
    return this;
  }

  /** Met on Tuesday 14 April at 10:00, decided at 11:00, closed at 12:00. */
  async decided(): Promise<this> {
    await this.meets('04-14 10:00');
    await this.at('04-14 11:00').act('/decision', decisionBody());
    await this.dutiesEvidenced();
    await this.at('04-14 12:00').act('/meeting/closing', { minutes: 'Canaryminutes of the meeting' });
    return this;
  }

  async signedOff(seats: readonly Seat[] = SEATS): Promise<this> {
    for (const seat of seats)
      await this.act('/sign-offs', { seat }, { ...this.cast.asDelegate(seat), key: newKey() });
    return this;
  }

  /** Decided, signed off, reference and report there: nothing is missing. */
  async readyForPanel(): Promise<this> {
    await this.decided();
    await this.signedOff();
    await this.act('/notification-reference', { reference: 'Canaryreference 417' });
    await this.act('/report', { title: 'Canarytitle of the report', location: 'Canarylocation' });
    return this;
  }
}
