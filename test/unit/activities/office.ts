// Everything that `sendNotices` is given, as fakes around a story: a ledger, a register of agencies, a mail server that
// does as it is told, and a clock that stands still until it is moved.

import { createSendNotices, type SendNoticesParts } from '../../../activities/sendNotices';
import type { SendNoticesOutput } from '../../../contracts/activities';
import type { Instant } from '../../../domain/calendar/instant';
import type { Seat } from '../../../domain/policy/policyProfile';
import type { ActorId } from '../../../domain/rapidReview/commands';
import { agencyOfContact } from '../../../domain/rapidReview/agenciesOfCase';
import type { CaseReference, DossierRow } from '../../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../../domain/timetable/facts';
import type { MailContact } from '../../../platform/mail/mailContact';
import type { MailOutcome, OutgoingMail } from '../../../platform/mail/mailTransport';
import type {
  AgencyContact,
  AgencyRecord,
  ContactDetails,
  DossierListing,
  DossierReader,
  FoldedCase,
  Json,
} from '../../../records/records';
import { REFERENCE, type Story } from '../rapidReview/story';
import { FakeLedger } from './fakeLedger';

/** The row that the opening of a case has written; another command wrote the other one. */
const REFERRER = 'c1.referrer' as DossierRow;
const listed = (row: string): DossierListing => ({
  row: row as DossierRow,
  kind: row.endsWith('referrer') ? 'referrer' : 'childParticulars',
  commandId: row.split('.')[0] ?? '',
  attached: true,
  at: 0 as Instant,
});
const ROWS = ['c0.referrer', 'c1.child-1', REFERRER].map(listed);
const ANOTHER_PERSON = { name: 'Peregrine Ashdale', email: 'another@person.example' };

/** What the mail server makes of an address: taken, where nothing else is said. */
export type Answer = 'accepted' | 'refused' | 'postponed';

export class Office {
  readonly ledger: FakeLedger;
  readonly sent: OutgoingMail[] = [];
  readonly logged: { readonly level: string; readonly fields: object; readonly text: string }[] = [];
  readonly answers = new Map<string, Answer>();
  readonly withoutAddress = new Set<ContactId>();
  /** What the register says of an agency's contacts: nothing, and it lists everybody who is asked for. */
  readonly contactsOf = new Map<AgencyId, readonly AgencyContact[]>();
  /** Where it is not the mailbox of their own. */
  readonly mailboxes = new Map<ContactId, string>();
  /** What the register says of a seat, and the dossier of who referred a case. */
  readonly partners = new Map<Seat, readonly AgencyRecord[]>();
  readonly referrers = new Map<CaseReference, Json>();
  /** Put right since, by the row under which the act wrote it. */
  readonly referrersAnew = new Map<string, Json>();
  readonly views: (DossierReader & { readonly reference: CaseReference })[] = [];
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

  private get folded(): FoldedCase {
    const { state, calendar, events } = this.story;
    if (state.status === 'none') throw new Error('there is no case');
    return {
      state,
      calendar,
      calendarOf: () => calendar,
      events: events.map((event) => ({ ...event, hash: '' })),
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
        : [
            [
              contact,
              {
                email: this.mailboxes.get(contact) ?? `${contact.toLowerCase()}@agency.example`,
                name: 'Wrenlow Ashdale',
              },
            ],
          ];
    return {
      records: {
        notices: ledger,
        cases: { stateOf: () => Promise.resolve(this.folded) },
        dossier: {
          rowsOf: (reference) =>
            Promise.resolve(
              this.referrers.has(reference) ? [...ROWS, ...[...this.referrersAnew.keys()].map(listed)] : [],
            ),
          read: (reference, row, reader) => {
            this.views.push({ ...reader, reference });
            const content =
              row === REFERRER
                ? this.referrers.get(reference)
                : (this.referrersAnew.get(row) ?? ANOTHER_PERSON);
            if (content === undefined || content === 'destroyed') return Promise.resolve(content);
            return Promise.resolve({
              content,
              kind: 'referrer',
              writtenBy: 'P-0001' as ActorId,
              at: story.now,
            });
          },
        },
        agencies: {
          addressesOf: (agency, contacts) => {
            this.registerFails(agency);
            const withdrawn = (this.contactsOf.get(agency) ?? [])
              .filter((contact) => contact.withdrawn)
              .map(({ id }) => id);
            const listed = contacts.filter((contact) => !withdrawn.includes(contact));
            return Promise.resolve(new Map(listed.flatMap(details)));
          },
          detailsOf: (contacts) => {
            for (const contact of contacts) this.registerFails(agencyOfContact(contact));
            return Promise.resolve(new Map(contacts.flatMap(details)));
          },
          bySeat: (seat) => Promise.resolve(this.partners.get(seat) ?? []),
          byIds: (ids) =>
            Promise.resolve(
              ids.map((id): AgencyRecord => ({
                id,
                version: 1,
                name: `Agency ${id}`,
                kind: 'other',
                contacts: this.contactsOf.get(id) ?? [],
              })),
            ),
        },
      },
      mail: { send: (mail) => this.send(mail) },
      clock: () => this.now,
      stopwatch: () => this.milliseconds,
      pause: (milliseconds) => Promise.resolve((this.milliseconds += milliseconds)),
      logger: { info: log('info'), warn: log('warn'), error: log('error') } as SendNoticesParts['logger'],
      answerLinks: {
        urlTo: ({ reference, agency }, restsOn) =>
          `https://rapid-review.partnership.example/answers/${reference}/${agency}/of:${restsOn}`,
      },
      settings: {
        teamMailbox: 'team@partnership.example',
        panelMailbox: 'panel@panel.example',
        onCallMailboxes: ['duty@partnership.example', 'night@partnership.example'],
        partnershipName: 'Tarnbrook Safeguarding Children Partnership',
        publicUrl: 'https://rapid-review.partnership.example',
        meetingMinutes: 120,
      },
    };
  }

  call(): Promise<SendNoticesOutput> {
    return createSendNotices(this.parts)({ reference: REFERENCE });
  }
}
