// The real activities over the real records and a real mail server, on the time-skipping server's clock: days pass in
// milliseconds, and the mail server can be taken away and brought back.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createActivities } from '../../../activities/createActivities';
import { startMailbox, type RunningMailbox } from '../../../cli/mailbox/startMailbox';
import type { Activities } from '../../../contracts/activities';
import type { Instant } from '../../../domain/calendar/instant';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { AgencyId, ContactId } from '../../../domain/timetable/facts';
import { answerLinks } from '../../../platform/identity/answerLinks';
import { createLogger } from '../../../platform/logging/createLogger';
import { createMailTransport, type MailTransport } from '../../../platform/mail/mailTransport';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { recordsUnderTest, type RecordsUnderTest } from '../../records/recordsUnderTest';
import { freePort } from '../../../cli/start/freePort';

export const MAIL_DOMAIN = 'partnership.example';

export interface KnownAgency {
  readonly agency: AgencyId;
  readonly contacts: readonly ContactId[];
}

export class Office {
  readonly #folder = mkdtempSync(join(tmpdir(), 'office-'));
  #mailbox: RunningMailbox | undefined;

  private constructor(
    readonly under: RecordsUnderTest,
    private readonly ports: { readonly smtpPort: number; readonly pagePort: number },
    private readonly transport: MailTransport,
    readonly activities: Activities,
  ) {}

  static async open(clock: () => Promise<Instant>): Promise<Office> {
    const under = await recordsUnderTest();
    await under.records.snapshots.put(shippedSnapshot());
    const ports = { smtpPort: await freePort(), pagePort: await freePort() };
    const mail = createMailTransport({
      smtpUrl: `smtp://127.0.0.1:${ports.smtpPort}`,
      from: 'Rapid Review team <rapid-review@partnership.example>',
      domain: MAIL_DOMAIN,
    });
    const activities = createActivities({
      records: under.records,
      mail,
      clock,
      logger: createLogger({ level: 'silent', name: 'test' }),
      answerLinks: answerLinks(under.ring, 'http://127.0.0.1:3000'),
      settings: {
        teamMailbox: 'team@partnership.example',
        panelMailbox: 'panel@panel.example',
        onCallMailboxes: ['on-call@partnership.example'],
        partnershipName: 'Example Safeguarding Children Partnership',
        publicUrl: 'http://127.0.0.1:3000',
        meetingMinutes: 120,
      },
    });
    const office = new Office(under, ports, mail, activities);
    await office.mailBack();
    return office;
  }

  get mailbox(): RunningMailbox {
    if (this.#mailbox === undefined) throw new Error('the mail server is away');
    return this.#mailbox;
  }

  async mailAway(): Promise<void> {
    await this.mailbox.stop();
    this.#mailbox = undefined;
  }

  /** With every mail that it had taken before. */
  async mailBack(): Promise<void> {
    this.#mailbox = await startMailbox({ ...this.ports, folder: this.#folder });
  }

  async addAgency(name: string): Promise<KnownAgency> {
    const { id, contacts } = await this.under.records.agencies.add({
      name,
      kind: 'school',
      contacts: [{ email: `${name.toLowerCase()}@agencies.example` }],
      by: 'P-0001' as ActorId,
      at: Date.now() as Instant,
      commandId: `add-${name}`,
    });
    return { agency: id, contacts: contacts.map((contact) => contact.id) };
  }

  async close(): Promise<void> {
    this.transport.close();
    await this.#mailbox?.stop();
    await this.under.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
