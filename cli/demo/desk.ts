// The desk at which the story is recorded: each act goes the way of every write, its texts into the dossier first, then as
// an update to the case's workflow, and is followed until records and mail are at rest.

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CaseGateway, GatewayAnswer } from '../../api/writing/caseGateway';
import type { ActBody, WriteText } from '../../api/writing/caseWrite';
import type { CalendarSnapshot } from '../../domain/calendar/calendarSnapshot';
import type { Instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { Asked } from '../../domain/rapidReview/commands';
import type { OpenCase } from '../../domain/rapidReview/referral/commands';
import type { Rejection } from '../../domain/rapidReview/rejections';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Records } from '../../records/records';
import type { Person } from './cast';

const AT_REST_WITHIN_MS = 20_000;
const EVERY_MS = 25;

export type Prepare<T> = (write: WriteText) => T | Promise<T>;
export type Referral = Pick<OpenCase, 'receivedAt' | 'timestamps' | 'agencies'>;

export interface DeskParts {
  readonly records: Records;
  readonly cases: CaseGateway;
  /** That a case is opened with. */
  readonly calendar: () => CalendarSnapshot;
  /** The test server's time. */
  readonly now: () => Promise<Instant>;
}

export class Desk {
  #version = 0;
  /** Of the case; nothing before it is opened. */
  reference = '' as CaseReference;

  constructor(private readonly parts: DeskParts) {}

  async #asked(person: Person): Promise<{ readonly asked: Asked; readonly write: WriteText }> {
    const asked: Asked = { ...person, commandId: randomUUID(), askedAt: await this.parts.now() };
    const { reference } = this;
    const write: WriteText = (field, kind, content) =>
      this.parts.records.dossier.putPending({
        reference,
        commandId: asked.commandId,
        field,
        kind,
        content,
        by: asked.actor,
        at: asked.askedAt,
      });
    return { asked, write };
  }

  async open(person: Person, year: number, prepare: Prepare<Referral>): Promise<void> {
    const { records, cases } = this.parts;
    const calendar = this.parts.calendar();
    const { reference } = await this.#reserve(person, year);
    this.reference = reference;
    const { asked, write } = await this.#asked(person);
    const referral = await prepare(write);
    await records.snapshots.put(calendar);
    const answer = await cases.open(
      {
        kind: 'openCase',
        reference,
        nature: 'suspectedAbuseOrNeglect',
        profile: currentProfile,
        rulesVersion: RULES_VERSION,
        ...referral,
        asked,
      },
      calendar,
    );
    await this.#accepted(answer);
  }

  async #reserve({ actor }: Person, year: number): Promise<{ readonly reference: CaseReference }> {
    const reserved = await this.parts.records.reservations.reserve({
      caller: actor,
      key: randomUUID(),
      route: 'POST /cases',
      bodyHash: 'demo',
      at: await this.parts.now(),
      opensYear: year,
    });
    if (reserved.conflict || reserved.reference === undefined) throw new Error('no reference was reserved');
    return { reference: reserved.reference };
  }

  async #sent(
    person: Person,
    prepare: Prepare<ActBody>,
  ): Promise<{ readonly answer: GatewayAnswer; readonly command: ActBody['kind'] }> {
    const { asked, write } = await this.#asked(person);
    const body = await prepare(write);
    return {
      answer: await this.parts.cases.act(this.reference, { ...body, asked }),
      command: body.kind,
    };
  }

  async act(person: Person, prepare: Prepare<ActBody>): Promise<void> {
    await this.#accepted((await this.#sent(person, prepare)).answer);
  }

  /** For what the rules must not let pass: why they do not. */
  async refused(
    person: Person,
    prepare: Prepare<ActBody>,
  ): Promise<{ readonly rejection: Rejection; readonly command: ActBody['kind'] }> {
    const { answer, command } = await this.#sent(person, prepare);
    if (answer.kind !== 'refused') throw new Error(`what should have been refused was ${answer.kind}`);
    return { rejection: answer.rejection, command };
  }

  async #accepted(answer: GatewayAnswer): Promise<void> {
    if (answer.kind === 'refused') throw new Error(`refused: ${JSON.stringify(answer.rejection)}`);
    if (answer.kind !== 'accepted') throw new Error(`the case did not answer: ${answer.kind}`);
    this.#version = Math.max(this.#version, answer.receipt.version);
    await this.atRest();
  }

  /** Until everything accepted is recorded, every mail has gone, and the case has heard what became of it. */
  async atRest(): Promise<void> {
    for (const end = Date.now() + AT_REST_WITHIN_MS; Date.now() < end;) {
      if (await this.#isAtRest()) return;
      await pause(EVERY_MS);
    }
    throw new Error(`records and mail were not at rest within ${AT_REST_WITHIN_MS / 1000} s`);
  }

  async #isAtRest(): Promise<boolean> {
    const { events, notices } = this.parts.records;
    const version = await events.version(this.reference);
    return (
      version >= this.#version &&
      (await notices.waiting(this.reference)).length === 0 &&
      (await notices.reports(this.reference)).length === 0 &&
      // Nothing was recorded meanwhile that calls for further mail.
      (await events.version(this.reference)) === version
    );
  }
}
