// What an API does until it dies: it has reserved an act, and the case has decided it. Nobody records what the case left, and nobody
// asks again.

import { randomUUID } from 'node:crypto';
import type { CaseGateway } from '../../api/writing/caseGateway';
import type { Receipt } from '../../contracts/messages';
import { instant } from '../../domain/calendar/instant';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { CaseReference } from '../../domain/rapidReview/references';
import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';

interface Parts {
  readonly records: Pick<Records, 'reservations' | 'events'>;
  readonly gateway: Pick<CaseGateway, 'act'>;
  readonly actor: ActorId;
}

export const actOfDeadApi = async (
  { records, gateway, actor }: Parts,
  reference: CaseReference,
  agency: AgencyId,
): Promise<Receipt> => {
  const at = instant(Date.now());
  const reservation = await records.reservations.reserve({
    caller: actor,
    key: randomUUID(),
    route: 'POST /cases/:reference/agencies',
    bodyHash: 'invented',
    at,
    actsOn: reference,
  });
  if (reservation.conflict) throw new Error('a conflict was not expected');
  const { commandId } = reservation;
  const asked = { actor, authority: 'coordinator', commandId, askedAt: at } as const;
  const version = await records.events.version(reference);
  const answer = await gateway.act(reference, { kind: 'addAgency', agency, asked }, version);
  if (answer.kind !== 'accepted') throw new Error(`not accepted: ${answer.kind}`);
  return answer.receipt;
};
