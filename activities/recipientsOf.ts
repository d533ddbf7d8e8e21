// Who still has to get a recorded notice, and where. The notice holds roles and codes only; addresses are looked up here,
// at the last moment, and nowhere kept. Whoever is excluded in the case is never written to, whatever was recorded, and under
// whatever contact the register lists them now (R13). Where an agency has replaced all whom the notice names, it hears through
// those whom it has put in their place (R9, R11).

import type { Instant } from '../domain/calendar/instant';
import { excludedFrom } from '../domain/rapidReview/agenciesOfCase';
import type { ActorId } from '../domain/rapidReview/commands';
import { writtenBy } from '../domain/rapidReview/referral/particulars';
import type { AnyCase, CaseReference } from '../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../domain/timetable/facts';
import { mailboxOf } from '../platform/mail/address';
import type { MailContact } from '../platform/mail/mailContact';
import type { OutgoingMail } from '../platform/mail/mailTransport';
import type { AgencyRecord, NoticeRow, Records } from '../records/records';

export interface Mailboxes {
  readonly teamMailbox: string;
  readonly panelMailbox: string;
  readonly onCallMailboxes: readonly string[];
}

export interface RecipientSources {
  readonly records: {
    readonly agencies: Pick<Records['agencies'], 'addressesOf' | 'byIds' | 'bySeat' | 'detailsOf'>;
    readonly cases: Pick<Records['cases'], 'stateOf'>;
    readonly dossier: Pick<Records['dossier'], 'rowsOf' | 'read'>;
  };
  readonly settings: Mailboxes;
}

export interface Recipients {
  readonly to: OutgoingMail['to'];
  /**
   * Withdrawn from the register, or without an address: as good as refused. Of the request itself whoever shares the mailbox of somebody
   * excluded, too: where nobody else is asked it has reached nobody, and is void and due again (R13).
   */
  readonly unreachable: readonly MailContact[];
  /** They are listed today in place of those whom the notice names. */
  readonly toSuccessors?: true;
}

type MayGet = (contact: ContactId) => boolean;

type Addressed = OutgoingMail['to'];

const NOBODY: Recipients = { to: [], unreachable: [] };

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
  const never = new Set([...known.values()].map(({ email }) => mailboxOf(email)));
  return { ...found, to: found.to.filter(({ address }) => !never.has(mailboxOf(address))) };
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

/** Those whom the register lists today as the ones to ask first. */
const leadsOf = async (
  sources: RecipientSources,
  agencies: readonly AgencyRecord[],
  mayGet: MayGet,
): Promise<Recipients> => {
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

interface NotToAll {
  /** By the case. */
  readonly excluded: readonly ContactId[];
  /** An attempt before has reached them, or was refused. */
  readonly isSettled: (contact: MailContact) => boolean;
  /** Neither of the two. */
  readonly mayGet: MayGet;
}

/**
 * The request itself goes to nobody else. Whom it was sent to is a fact of the case: were it to go to successors, the case would
 * count it as sent to contacts who never had it, and refuse to hear that it bounced at those who did. Refused, it is void at once
 * and due again (or, sent before, undoes nothing, R3), the team hears, and sending it again names those who are listed by then.
 */
const mayGoToSuccessors = ({ body }: NoticeRow): boolean => body.kind !== 'scopingRequest';

/**
 * Those whom the notice names. Where the register lists none of them any more and nobody at the agency has it yet, it goes to
 * the leads of today instead; where there is none, those named are unreachable. What has reached one successor goes to
 * nobody else, not to one who could be tried again either: the ledger does not say who was tried, and whoever is listed
 * between two attempts would get a copy.
 */
const ofAgency = async (
  sources: RecipientSources,
  row: NoticeRow,
  { agency, contacts }: Extract<NoticeRow['to'], { role: 'agency' }>,
  { excluded, isSettled, mayGet }: NotToAll,
): Promise<Recipients> => {
  const { accepted } = row;
  const isNamed = (contact: MailContact): boolean => contacts.some((named) => named === contact);
  if (!accepted.every(isNamed)) return NOBODY;
  const allowed = contacts.filter((contact) => !excluded.includes(contact));
  const named = await atAgency(sources, agency, allowed);
  const allReplaced = allowed.length > 0 && named.to.length === 0;
  if (allReplaced && accepted.length === 0 && mayGoToSuccessors(row)) {
    const listed = await leadsOf(sources, await sources.records.agencies.byIds([agency]), mayGet);
    const { to } = await withoutExcluded(sources, excluded, listed);
    if (to.length > 0) return { to, unreachable: [], toSuccessors: true };
  }
  const open = named.to.filter(({ contact }) => !isSettled(contact));
  const unreachable = named.unreachable.filter((contact) => !isSettled(contact));
  const left = await withoutExcluded(sources, excluded, { to: open, unreachable });
  if (row.body.kind !== 'scopingRequest') return left;
  const leftOut = open.filter((one) => !left.to.includes(one)).map(({ contact }) => contact);
  return { ...left, unreachable: [...unreachable, ...leftOut] };
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
  row: NoticeRow,
  state: AnyCase,
  now: Instant,
): Promise<Recipients> => {
  const { to: recipient, accepted, refused } = row;
  const settled: ReadonlySet<MailContact> = new Set([...accepted, ...refused]);
  const isSettled = (contact: MailContact): boolean => settled.has(contact);
  const excluded = excludedFrom(state);
  const mayGet = (contact: ContactId): boolean => !isSettled(contact) && !excluded.includes(contact);
  const unsettled = (to: Addressed): Recipients => ({
    to: to.filter(({ contact }) => !isSettled(contact)),
    unreachable: [],
  });
  const { teamMailbox, panelMailbox, onCallMailboxes } = sources.settings;
  switch (recipient.role) {
    case 'agency':
      return ofAgency(sources, row, recipient, { excluded, isSettled, mayGet });
    case 'team':
      return unsettled([{ contact: 'team', address: teamMailbox }]);
    case 'panel':
      return unsettled([{ contact: 'panel', address: panelMailbox }]);
    case 'onCall':
      return unsettled(
        onCallMailboxes.map((address, index) => ({ contact: `onCall-${index + 1}`, address }) as const),
      );
    case 'partner':
      return withoutExcluded(
        sources,
        excluded,
        await leadsOf(sources, await sources.records.agencies.bySeat(recipient.seat), mayGet),
      );
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
