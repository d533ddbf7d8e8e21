// Everything that `sendNotices` is given, as fakes around a story: a ledger, a register of agencies, a mail server that
// does as it is told, and a clock that stands still until it is moved.

import { createSendNotices, type SendNoticesParts } from '../../../activities/sendNotices';
import type { SendNoticesOutput } from '../../../contracts/activities';
import type { Instant } from '../../../domain/calendar/instant';
import type { AgencyId, ContactId } from '../../../domain/timetable/facts';
import type { MailContact, MailOutcome, OutgoingMail } from '../../../platform/mail/mailTransport';
import type { AgencyRecord, ContactDetails, FoldedCase } from '../../../records/records';
import { REFERENCE, type Story } from '../rapidReview/story';
import { FakeLedger } from './fakeLedger';

/** What the mail server makes of an address: taken, where nothing else is said. */
export type Answer = 'accepted' | 'refused' | 'postponed';

export class Office {
  readonly ledger: FakeLedger;
  readonly sent: OutgoingMail[] = [];
  readonly logged: { readonly level: string; readonly fields: object; readonly text: string }[] = [];
  readonly answers = new Map<string, Answer>();
  readonly withoutAddress = new Set<ContactId>();
  /** Called when a mail reaches the server; may throw, or answer in its place. */
  onMail: (mail: OutgoingMail) => Promise<MailOutcome | undefined> | MailOutcome | undefined = () =>
    undefined;
  registerFails: (agency: AgencyId) => void = () => undefined;
  now: Instant;
  milliseconds = 0;

  constructor(readonly story: Story) {
    this.ledger = new FakeLedger(story);
    this.now = story.now;
  }

  /** As if every other mail had gone long ago. */
  only(part: string): this {
    for (const { key } of this.story.notices) if (!key.includes(part)) this.ledger.settle(key);
    return this;
  }

  /** After more has happened in the story: its new notices are in the ledger, and its time is ours. */
  catchUp(): this {
    for (const notice of this.story.notices) if (!this.ledger.has(notice.key)) this.ledger.add(notice);
    this.now = this.story.now;
    return this;
  }

  private async send(mail: OutgoingMail): Promise<MailOutcome> {
    this.sent.push(mail);
    const instead = await this.onMail(mail);
    if (instead !== undefined) return instead;
    const answered = (answer: Answer): readonly MailContact[] =>
      mail.to
        .filter(({ address }) => (this.answers.get(address) ?? 'accepted') === answer)
        .map(({ contact }) => contact);
    const [refused, postponed] = [answered('refused'), answered('postponed')];
    const code = refused.length > 0 ? '550 5.1.1' : postponed.length > 0 ? '451 4.2.1' : undefined;
    return {
      line: 'held',
      accepted: answered('accepted'),
      refused,
      postponed,
      ...(code === undefined ? {} : { code }),
    };
  }

  get parts(): SendNoticesParts {
    const { story, ledger } = this;
    const log =
      (level: string) =>
      (fields: object, text: string): void =>
        void this.logged.push({ level, fields, text });
    const details = (contact: ContactId): readonly [ContactId, ContactDetails][] =>
      this.withoutAddress.has(contact)
        ? []
        : [[contact, { email: `${contact.toLowerCase()}@agency.example`, name: 'Wrenlow Ashdale' }]];
    return {
      records: {
        notices: ledger,
        cases: {
          stateOf: (): Promise<FoldedCase> =>
            Promise.resolve({ state: story.open, calendar: story.calendar, events: [] }),
        },
        agencies: {
          addressesOf: (agency, contacts) => {
            this.registerFails(agency);
            return Promise.resolve(new Map(contacts.flatMap(details)));
          },
          byIds: (ids) =>
            Promise.resolve(
              ids.map((id): AgencyRecord => ({
                id,
                version: 1,
                name: `Agency ${id}`,
                kind: 'other',
                contacts: [],
              })),
            ),
        },
      },
      mail: { send: (mail) => this.send(mail) },
      clock: () => this.now,
      stopwatch: () => this.milliseconds,
      logger: { info: log('info'), warn: log('warn'), error: log('error') } as SendNoticesParts['logger'],
      settings: {
        teamMailbox: 'team@partnership.example',
        partnershipName: 'Tarnbrook Safeguarding Children Partnership',
        publicUrl: 'https://rapid-review.partnership.example',
      },
    };
  }

  call(): Promise<SendNoticesOutput> {
    return createSendNotices(this.parts)({ reference: REFERENCE });
  }
}
