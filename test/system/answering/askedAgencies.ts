// A case whose agencies were asked by mail, each through the mail server: the link as their mail holds it, what was recorded of their
// answers, and the receipts that they were sent.

import type { CaseReference } from '../../../domain/rapidReview/state';
import type { AgencyReturnsView } from '../../../api/returns/returnsSchema';
import type { StoredMail } from '../../../cli/mailbox/mailStore';
import type { RealEngine } from '../realEngine';
import { referralOf } from '../referral';
import { untilTrue } from '../until';

const MAILS_WITHIN_MS = 60_000;
const LINK = /^https?:\/\/\S+\/answers\/\S+$/m;

/** Of somebody in the case; no page of an agency's may show them. */
export const OF_THE_CASE = ['Kit Farrow', 'Rowan Ashdown', 'Bramble Court'];

export class AskedAgencies {
  private constructor(
    private readonly engine: RealEngine,
    readonly reference: CaseReference,
  ) {}

  static async ask(engine: RealEngine): Promise<AskedAgencies> {
    const { answer } = await engine.caller.insist({
      path: '/cases',
      body: { ...referralOf(engine.agencies), incidentSummary: 'What is known so far of Bramble Court.' },
    });
    const { reference } = JSON.parse(answer.text) as { reference: CaseReference };
    const asked = new AskedAgencies(engine, reference);
    await asked.act('/scoping-requests', {});
    await asked.everyMailHasGone();
    return asked;
  }

  /** And is recorded as gone: only then does an agency have its dates. */
  async everyMailHasGone(): Promise<void> {
    await untilTrue('every mail has gone', MAILS_WITHIN_MS, async () => {
      return (await this.engine.records.notices.waiting(this.reference)).length === 0;
    });
  }

  async act(path: string, body: object): Promise<void> {
    await this.engine.caller.insist({ path: `/cases/${this.reference}${path}`, body });
  }

  async #requestTo(agency: string): Promise<StoredMail> {
    const mine = `/${this.reference}/${agency}/`;
    const found = (await this.engine.mailbox.mails()).find(({ text }) => LINK.exec(text)?.[0].includes(mine));
    if (found === undefined) throw new Error(`no request came to ${agency}`);
    return found;
  }

  async linkIn(agency: string): Promise<string> {
    return LINK.exec((await this.#requestTo(agency)).text)?.[0] ?? '';
  }

  recordedOf(agency: string): Promise<AgencyReturnsView> {
    return this.engine.caller.read(`/cases/${this.reference}/returns/${agency}`);
  }

  /** None comes after these. */
  async receiptsTo(agency: string): Promise<readonly StoredMail[]> {
    await this.everyMailHasGone();
    const { envelope } = await this.#requestTo(agency);
    return (await this.engine.mailbox.mails()).filter(
      (mail) =>
        mail.subject === `${this.reference}: we have your answer` &&
        mail.envelope.to.some((address) => envelope.to.includes(address)),
    );
  }
}
