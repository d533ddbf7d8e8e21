// A case whose workflow is started by the test itself, so that it can be told to continue as new after few events.
// Commands go to it as the API sends them, with what it then records, and are repeated under their id where the API would ask for a repeat.

import { randomUUID } from 'node:crypto';
import type { Receipt } from '../../contracts/messages';
import type { RapidReviewInput } from '../../contracts/rapidReviewInput';
import { RAPID_REVIEW_WORKFLOW, workflowIdOf } from '../../contracts/workflowIds';
import { instant } from '../../domain/calendar/instant';
import { currentProfile } from '../../domain/policy/profiles';
import type { ActorId, Asked } from '../../domain/rapidReview/commands';
import { RULES_VERSION } from '../../domain/rapidReview/rulesVersion';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { temporalGateway } from '../../api/writing/temporalGateway';
import type { CaseGateway, GatewayAnswer } from '../../api/writing/caseGateway';
import { encryptedDataConverter } from '../../platform/encryption/dataConverter';
import { keyRingOf } from '../../platform/encryption/keyRing';
import { shippedSnapshot } from '../../platform/holidays/shippedLists';
import { connectTemporal, type TemporalLink } from '../../platform/temporal/connectTemporal';
import type { RealEngine } from './realEngine';
import { until } from './until';

const ACCEPTED_WITHIN_MS = 60_000;

const asked = (): Asked => ({
  actor: 'P-0001' as ActorId,
  authority: 'coordinator',
  commandId: randomUUID(),
  askedAt: instant(Date.now()),
});

/** Taken in the end, or refused by the rules; what was lost on the way is asked for again. */
const insist = (ask: () => Promise<GatewayAnswer>): Promise<Receipt> =>
  until('the command is taken', ACCEPTED_WITHIN_MS, async () => {
    const answer = await ask();
    if (answer.kind === 'accepted') return answer.receipt;
    if (answer.kind === 'refused') throw new Error(`refused: ${answer.rejection.code}`);
    return undefined;
  });

export class CaseOnItsOwn {
  readonly reference = 'RR-2026-9001' as CaseReference;
  readonly accepted: Receipt[] = [];

  private constructor(
    private readonly link: TemporalLink,
    private readonly gateway: CaseGateway,
    private readonly records: RealEngine['records'],
  ) {}

  static async open(
    { settings, records }: RealEngine,
    options: Pick<RapidReviewInput, 'historyLimit'>,
  ): Promise<CaseOnItsOwn> {
    const { temporalAddress: address, temporalNamespace: namespace, temporalTaskQueue: taskQueue } = settings;
    const dataConverter = encryptedDataConverter(keyRingOf(settings.codecKeys));
    const link = connectTemporal({ address, namespace, dataConverter });
    const one = new CaseOnItsOwn(link, temporalGateway(link, { taskQueue }), records);
    const calendar = shippedSnapshot();
    await records.snapshots.put(calendar);
    const { reference } = one;
    await link.client.workflow.start(RAPID_REVIEW_WORKFLOW, {
      workflowId: workflowIdOf(reference),
      taskQueue,
      args: [{ reference, ...options }],
    });
    const command = {
      kind: 'openCase',
      reference,
      nature: 'suspectedAbuseOrNeglect',
      profile: currentProfile,
      rulesVersion: RULES_VERSION,
      receivedAt: instant(Date.now()),
      timestamps: {},
      agencies: [],
      asked: asked(),
    } as const;
    await insist(() => one.gateway.open(command, calendar));
    return one;
  }

  async addAgency(agency: string): Promise<void> {
    const command = { kind: 'addAgency', agency: agency as AgencyId, asked: asked() } as const;
    const { reference, records } = this;
    const recordedUpTo = await records.events.version(reference);
    const receipt = await insist(() => this.gateway.act(reference, command, recordedUpTo));
    this.accepted.push(receipt);
    if (receipt.unrecorded !== undefined)
      await records.events.record({ reference, events: receipt.unrecorded, notices: [] });
  }

  /** Every run that the workflow had while the work went on. */
  async watchRuns(work: Promise<unknown>): Promise<ReadonlySet<string>> {
    const runs = new Set<string>();
    let over = false;
    const ended = work.finally(() => (over = true));
    await until('the work is done', ACCEPTED_WITHIN_MS, async () => {
      const last = over;
      runs.add((await this.link.client.workflow.getHandle(workflowIdOf(this.reference)).describe()).runId);
      return last ? true : undefined;
    });
    await ended;
    return runs;
  }

  async close(): Promise<void> {
    await this.link.client.workflow.getHandle(workflowIdOf(this.reference)).terminate();
    await this.link.close();
  }
}
