// Who still has to get a recorded notice, and where. The notice holds roles and codes only; addresses are looked up here,
// at the last moment, and nowhere kept. Whoever is excluded in the case is never written to, whatever was recorded, and under
// whatever contact the register lists them now (R13).

import type { Instant } from '../domain/calendar/instant';
import type { Seat } from '../domain/policy/policyProfile';
import type { ActorId } from '../domain/rapidReview/commands';
import { writtenBy } from '../domain/rapidReview/referral/particulars';
import type { AnyCase, CaseReference } from '../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../domain/timetable/facts';
import type { MailContact } from '../platform/mail/mailContact';
import type { OutgoingMail } from '../platform/mail/mailTransport';
import type { NoticeRow, Records } from '../records/records';

export interface Mailboxes {
  readonly teamMailbox: string;
  readonly panelMailbox: string;
  readonly onCallMailboxes: readonly string[];
}

export interface RecipientSources {
  readonly records: {
    readonly agencies: Pick<Records['agencies'], 'addressesOf' | 'bySeat' | 'detailsOf'>;
    readonly cases: Pick<Records['cases'], 'stateOf'>;
    readonly dossier: Pick<Records['dossier'], 'rowsOf' | 'read'>;
  };
  readonly settings: Mailboxes;
}

export interface Recipients {
  readonly to: OutgoingMail['to'];
  /** Withdrawn from the register, or without an address: as good as refused. */
  readonly unreachable: readonly MailContact[];
}

type Addressed = OutgoingMail['to'];

const NOBODY: Recipients = { to: [], unreachable: [] };

const excludedIn = (state: AnyCase): readonly ContactId[] =>
  state.status === 'recordedOnly' ? [] : state.excludedContacts;

const mailbox = (address: string): string => address.trim().toLowerCase();

/**
 * The same person may be listed a second time, at another agency, or anew after they were withdrawn. Where the register cannot say
 * who is excluded (its key is lost), nobody gets the mail until somebody has said so anew.
 */
const withoutExcluded = async (
  { records }: RecipientSources,
  excluded: readonly ContactId[],
  found: Recipients,
): Promise<Recipients> => {
  if (excluded.length === 0 || found.to.length === 0) return found;
  const known = await records.agencies.detailsOf(excluded);
  const never = new Set([...known.values()].map(({ email }) => mailbox(email)));
  return { ...found, to: found.to.filter(({ address }) => !never.has(mailbox(address))) };
};

const atAgency = async (
  { records }: RecipientSources,
  agency: AgencyId,
  contacts: readonly ContactId[],
): Promise<Recipients> => {
  const addresses = await records.agencies.addressesOf(agency, contacts);
  return {
    to: contacts.flatMap((contact) => {
      const address = addresses.get(contact)?.email;
      return address === undefined ? [] : [{ contact, address }];
    }),
    unreachable: contacts.filter((contact) => addresses.get(contact) === undefined),
  };
};

/** Those asked first at every agency that holds the seat today. */
const ofPartner = async (
  sources: RecipientSources,
  seat: Seat,
  mayGet: (contact: ContactId) => boolean,
): Promise<Recipients> => {
  const agencies = await sources.records.agencies.bySeat(seat);
  const found = await Promise.all(
    agencies.map(({ id, contacts }) =>
      atAgency(
        sources,
        id,
        contacts
          .filter(({ level, withdrawn }) => level === 'lead' && !withdrawn)
          .map((contact) => contact.id)
          .filter(mayGet),
      ),
    ),
  );
  return {
    to: found.flatMap(({ to }) => to),
    unreachable: found.flatMap(({ unreachable }) => unreachable),
  };
};

const MESSENGER = 'messenger' as ActorId;

const emailIn = (content: unknown): string | undefined => {
  if (typeof content !== 'object' || content === null || !('email' in content)) return undefined;
  return typeof content.email === 'string' ? content.email : undefined;
};

/** Who referred the case, if an address was given: it stands where the last act that wrote it has put it. */
const addressOfReferrer = async (
  { records }: RecipientSources,
  of: CaseReference,
  now: Instant,
): Promise<string | undefined> => {
  const rows = (await records.dossier.rowsOf(of)).filter(({ kind }) => kind === 'referrer');
  const isHeld = (_part: string, by: string): boolean => rows.some(({ commandId }) => commandId === by);
  const { referrer } = writtenBy((await records.cases.stateOf(of))?.events ?? [], isHeld);
  const row = rows.find(({ commandId }) => commandId === referrer);
  if (row === undefined) return undefined;
  const found = await records.dossier.read(of, row.row, { actor: MESSENGER, at: now, why: 'casework' });
  return found === undefined || found === 'destroyed' ? undefined : emailIn(found.content);
};

/** Everybody whom no attempt has settled yet: nobody who has the mail gets it again. */
export const recipientsOf = async (
  sources: RecipientSources,
  { to: recipient, accepted, refused }: NoticeRow,
  state: AnyCase,
  now: Instant,
): Promise<Recipients> => {
  const settled: ReadonlySet<MailContact> = new Set([...accepted, ...refused]);
  const excluded = excludedIn(state);
  const mayGet = (contact: ContactId): boolean => !settled.has(contact) && !excluded.includes(contact);
  const unsettled = (to: Addressed): Recipients => ({
    to: to.filter(({ contact }) => !settled.has(contact)),
    unreachable: [],
  });
  const { teamMailbox, panelMailbox, onCallMailboxes } = sources.settings;
  const mayHave = async (found: Promise<Recipients>): Promise<Recipients> =>
    withoutExcluded(sources, excluded, await found);
  switch (recipient.role) {
    case 'agency':
      return mayHave(atAgency(sources, recipient.agency, recipient.contacts.filter(mayGet)));
    case 'team':
      return unsettled([{ contact: 'team', address: teamMailbox }]);
    case 'panel':
      return unsettled([{ contact: 'panel', address: panelMailbox }]);
    case 'onCall':
      return unsettled(
        onCallMailboxes.map((address, index) => ({ contact: `onCall-${index + 1}`, address }) as const),
      );
    case 'partner':
      return mayHave(ofPartner(sources, recipient.seat, mayGet));
    case 'referrer': {
      // Each look into the dossier is logged: there is none where it is not needed.
      if (settled.has('referrer')) return NOBODY;
      const address = await addressOfReferrer(sources, recipient.of, now);
      return address === undefined
        ? NOBODY
        : withoutExcluded(sources, excluded, { to: [{ contact: 'referrer', address }], unreachable: [] });
    }
  }
};
