// Invented agencies for trying the engine out, on an empty register only. Their addresses lead nowhere but to the
// development mailbox.

import { instant } from '../../domain/calendar/instant';
import type { ContactLevel } from '../../domain/policy/contactLevels';
import type { AgencyId } from '../../domain/timetable/facts';
import { keyRingOf } from '../../platform/encryption/keyRing';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { EncryptionKey } from '../../platform/settings/encryptionKeys';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';
import type { AgencyToAdd } from '../../records/records';

interface DemoAgency extends Pick<AgencyToAdd, 'name' | 'kind' | 'seat'> {
  readonly mailbox: string;
  readonly above?: readonly ContactLevel[];
}

/** Of two agencies, so that a fuller ladder can be tried. */
const ABOVE_THE_LEAD = ['deputy', 'senior'] as const satisfies readonly ContactLevel[];

const ROLES: Readonly<Record<ContactLevel, string>> = {
  lead: 'Safeguarding lead',
  deputy: 'Deputy safeguarding lead',
  senior: 'Director of safeguarding',
  executive: 'Chief executive',
};

const contactsOf = ({ mailbox, above = [] }: DemoAgency): AgencyToAdd['contacts'] =>
  (['lead', ...above] as const).map((level) => ({
    level,
    role: ROLES[level],
    email: `${mailbox}${level === 'lead' ? '' : `.${level}`}@agencies.example`,
  }));

const AGENCIES = [
  {
    name: "Westmere City Council children's services",
    kind: 'localAuthority',
    seat: 'localAuthority',
    mailbox: 'childrens-services',
  },
  { name: 'Westmere Constabulary', kind: 'police', seat: 'police', mailbox: 'safeguarding.police' },
  {
    name: 'Westmere Integrated Care Board',
    kind: 'integratedCareBoard',
    seat: 'integratedCareBoard',
    mailbox: 'icb',
  },
  {
    name: 'Brookfield Hospitals NHS Trust',
    kind: 'nhsProvider',
    mailbox: 'brookfield-hospitals',
    above: ABOVE_THE_LEAD,
  },
  { name: 'Larkspur Primary School', kind: 'school', mailbox: 'larkspur-primary', above: ABOVE_THE_LEAD },
  { name: 'Harbour Lane Surgery', kind: 'generalPractice', mailbox: 'harbour-lane' },
  { name: 'Millrace Housing Association', kind: 'housing', mailbox: 'millrace-housing' },
] as const satisfies readonly DemoAgency[];

/** The codes of the agencies in the register, once there are some. */
export const seedDemoAgencies = async (
  databaseUrl: string,
  { masterKeys }: { readonly masterKeys: readonly EncryptionKey[] },
): Promise<AgencyId[]> => {
  const database = connect(databaseUrl);
  try {
    const { agencies } = createRecords(database, { master: keyRingOf(masterKeys) });
    const known = await agencies.list({ limit: AGENCIES.length });
    if (known.items.length > 0) return known.items.map(({ id }) => id);
    const ids: AgencyId[] = [];
    for (const agency of AGENCIES) {
      const { name, kind, mailbox } = agency;
      const added = await agencies.add({
        name,
        kind,
        contacts: contactsOf(agency),
        ...('seat' in agency ? { seat: agency.seat } : {}),
        by: 'demo' as ActorId,
        at: instant(Date.now()),
        commandId: `demo-${mailbox}`,
      });
      ids.push(added.id);
    }
    return ids;
  } finally {
    await database.destroy();
  }
};
