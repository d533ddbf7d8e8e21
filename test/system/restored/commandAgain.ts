// A command that a case has taken, sent to its workflow once more.

import type { GatewayAnswer } from '../../../api/writing/caseGateway';
import { temporalGateway } from '../../../api/writing/temporalGateway';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { CaseReference } from '../../../domain/rapidReview/state';
import type { AgencyId } from '../../../domain/timetable/facts';
import { encryptedDataConverter } from '../../../platform/encryption/dataConverter';
import { keyRingOf } from '../../../platform/encryption/keyRing';
import { connectTemporal } from '../../../platform/temporal/connectTemporal';
import type { Records } from '../../../records/records';
import type { RealEngine } from '../realEngine';

/** The same command again, past the API, under the id that its events bear. */
export const commandAgain = async (
  { settings }: RealEngine,
  { events }: Records,
  reference: CaseReference,
  agency: string,
): Promise<GatewayAnswer> => {
  const event = (await events.ofCase(reference)).find(
    (one) => one.kind === 'AgencyIdentified' && one.body.agency === agency,
  );
  if (event === undefined) throw new Error('the agency was never added');
  const { temporalAddress: address, temporalNamespace: namespace, temporalTaskQueue: taskQueue } = settings;
  const dataConverter = encryptedDataConverter(keyRingOf(settings.codecKeys));
  const link = connectTemporal({ address, namespace, dataConverter });
  try {
    return await temporalGateway(link, { taskQueue }).act(reference, {
      kind: 'addAgency',
      agency: agency as AgencyId,
      asked: {
        actor: 'P-0001' as ActorId,
        authority: 'coordinator',
        commandId: event.commandId,
        askedAt: event.at,
      },
    });
  } finally {
    await link.close();
  }
};
