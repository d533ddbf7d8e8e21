// From a recorded notice to what the mail is made of: who still has to get it, and the facts of the day. The notice
// holds codes only; names and addresses are looked up here, at the last moment, and nowhere kept.

import type { Instant } from '../domain/calendar/instant';
import { londonDateOf } from '../domain/calendar/londonTime';
import type { AgencyId } from '../domain/timetable/facts';
import { owedByAgency, owedDates, type Owed } from '../domain/timetable/owed';
import type { MailContact, OutgoingMail } from '../platform/mail/mailTransport';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import { partsOf } from '../platform/mail/wording/obligationNames';
import type { FoldedCase, NoticeRow, Records } from '../records/records';
import { owedIfSentOn } from './datesToTell';

export interface MailSettings {
  readonly teamMailbox: string;
  readonly partnershipName: string;
  readonly publicUrl: string;
}

export interface MailSources {
  readonly records: {
    readonly notices: Pick<Records['notices'], 'ofCase'>;
    readonly agencies: Pick<Records['agencies'], 'addressesOf' | 'byIds'>;
  };
  readonly settings: MailSettings;
}

interface Recipients {
  readonly to: OutgoingMail['to'];
  /** Withdrawn from the register, or without an address: as good as refused. */
  readonly unreachable: readonly MailContact[];
}

/** Everybody whom no attempt has settled yet: nobody who has the mail gets it again. */
export const recipientsOf = async (
  { records, settings }: MailSources,
  row: NoticeRow,
): Promise<Recipients> => {
  const settled: readonly MailContact[] = [...row.accepted, ...row.refused];
  if (row.to.role === 'team') {
    const to = settled.includes('team') ? [] : [{ contact: 'team' as const, address: settings.teamMailbox }];
    return { to, unreachable: [] };
  }
  const left = row.to.contacts.filter((contact) => !settled.includes(contact));
  const addresses = await records.agencies.addressesOf(row.to.agency, left);
  return {
    to: left.flatMap((contact) => {
      const address = addresses.get(contact)?.email;
      return address === undefined ? [] : [{ contact, address }];
    }),
    unreachable: left.filter((contact) => addresses.get(contact) === undefined),
  };
};

const agenciesIn = ({ body }: NoticeRow): readonly AgencyId[] => {
  switch (body.kind) {
    case 'scopingRequest':
    case 'agencyReminder':
      return [body.agency];
    case 'teamBriefing':
      return body.items.flatMap((item) =>
        item.about === 'mailFailed' ? [item.agency] : (partsOf(item.key).agency ?? []),
      );
    case 'completionMissed':
    case 'meetingWindowLeavesNothing':
      return [];
  }
};

const datesFor = async (
  { records }: MailSources,
  { state, calendar }: FoldedCase,
  row: NoticeRow,
  today: MailFacts['today'],
): Promise<readonly Owed[]> => {
  if (row.body.kind === 'scopingRequest') {
    return owedIfSentOn(state, calendar, row.body.agency, today, await records.notices.ofCase(row.reference));
  }
  if (row.body.kind === 'agencyReminder') return owedByAgency(state, calendar, row.body.agency);
  return owedDates(state, calendar);
};

type FactsBeforeSending = Omit<MailFacts, 'repeated'>;

export const factsFor = async (
  sources: MailSources,
  folded: FoldedCase,
  row: NoticeRow,
  now: Instant,
): Promise<FactsBeforeSending> => {
  const today = londonDateOf(folded.calendar, now);
  const agencies = await sources.records.agencies.byIds([...new Set(agenciesIn(row))]);
  // Named one by one: whoever gives the settings may give more than a mail has to know.
  const { partnershipName, teamMailbox, publicUrl } = sources.settings;
  return {
    partnershipName,
    teamMailbox,
    publicUrl,
    today,
    dates: await datesFor(sources, folded, row, today),
    agencyNames: new Map(agencies.map(({ id, name }) => [id, name])),
  };
};
