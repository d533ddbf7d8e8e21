// Invented agencies for trying the engine out, on an empty register only. Their addresses lead nowhere but to the
// development mailbox.

import { instant } from '../../domain/calendar/instant';
import { keyRingOf } from '../../platform/encryption/keyRing';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { EncryptionKey } from '../../platform/settings/encryptionKeys';
import { connect } from '../../records/connect';
import { createRecords } from '../../records/createRecords';

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
  { name: 'Brookfield Hospitals NHS Trust', kind: 'nhsProvider', mailbox: 'brookfield-hospitals' },
  { name: 'Larkspur Primary School', kind: 'school', mailbox: 'larkspur-primary' },
] as const;

/** The codes of the agencies in the register, once there are some. */
export const seedDemoAgencies = async (
  databaseUrl: string,
  { masterKeys }: { readonly masterKeys: readonly EncryptionKey[] },
): Promise<string[]> => {
  const database = connect(databaseUrl);
  try {
    const { agencies } = createRecords(database, { master: keyRingOf(masterKeys) });
    const known = await agencies.list({ limit: AGENCIES.length });
    if (known.items.length > 0) return known.items.map(({ id }) => id);
    const ids: string[] = [];
    for (const { mailbox, ...agency } of AGENCIES) {
      const added = await agencies.add({
        ...agency,
        contacts: [{ role: 'Safeguarding lead', email: `${mailbox}@agencies.example` }],
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
