// On which day each agency was asked, by the events alone: the first of those on which it was, another way or by a mail that did not come
// back from every address (R3, R8).

import type { CivilDate } from '../../../../domain/calendar/civilDate';
import type { AgencyOnCase } from '../../../../domain/rapidReview/state';
import type { Books } from './books';
import { demand } from './demand';

interface Asked {
  readonly on: CivilDate;
  /** The day of another way than mail. */
  readonly otherwise?: CivilDate | undefined;
  /** The day of a mail that was heard of beside it. */
  readonly mailed?: CivilDate;
}

export class DaysOfAsking {
  private readonly asked = new Map<string, Asked>();
  /** Of the last request that was void. */
  private readonly ofVoid = new Map<string, Asked>();

  readonly books: Books = {
    ScopingRequestSent: ({ agency, on, channel }) =>
      this.asked.set(agency, { on, ...(channel === 'mail' ? {} : { otherwise: on }) }),
    RequestSentCorrected: ({
      agency,
      was,
      on,
      channel,
      acceptedAt,
      mailedOn,
      mailCameBack,
      mailAnswered,
      mailArrived,
    }) => {
      const before = this.asked.get(agency);
      demand('R8: what is put right was so', before?.on === was, agency, was);
      if (mailCameBack === true && channel === 'mail') {
        const left = (mailedOn ?? on) > was && before.otherwise === undefined;
        demand('R3: what came back leaves a later mail', left, agency, on);
      }
      if (mailCameBack === true && mailedOn !== undefined) {
        demand('R3: whoever had answered was asked by what came back', on === was, agency, on);
        this.asked.set(agency, { ...before, mailed: mailedOn });
        return;
      }
      if (mailCameBack === true && channel !== 'mail') {
        const left = on > was && (before.otherwise === on || before.mailed === on);
        demand('R3: what came back leaves the other way, or a mail', left, agency, on);
        this.asked.set(agency, { ...before, on });
        return;
      }
      if (mailAnswered === true) {
        demand('R3: an answer makes no day later', on < was, agency, was, on);
        this.asked.set(agency, { ...before, on });
        return;
      }
      if (mailArrived === true) {
        demand('R3: a mail that had not come back makes no day later', on < was, agency, was, on);
        this.asked.set(agency, { ...before, on });
        return;
      }
      if (acceptedAt !== undefined) {
        demand('R8: word of a mail makes no day later', on <= was && on <= (mailedOn ?? on), agency, was, on);
        this.asked.set(agency, { ...before, on, mailed: mailedOn ?? on });
        return;
      }
      const byMail = channel === 'mail' || (channel === undefined && before.otherwise === undefined);
      this.asked.set(agency, { on, ...(byMail ? {} : { otherwise: on }) });
    },
    RequestVoided: ({ agency }) => {
      const asked = this.asked.get(agency);
      if (asked !== undefined) this.ofVoid.set(agency, asked);
      this.asked.delete(agency);
    },
    RequestBounceCorrected: ({ agency, stands }) => {
      const asked = this.ofVoid.get(agency);
      if (stands?.on === undefined) return;
      demand('R3: what stands again had stood', asked !== undefined && stands.on <= asked.on, agency, stands);
      this.asked.set(agency, { ...asked, on: stands.on });
    },
    AgencyRemoved: ({ agency }) => this.asked.delete(agency),
  };

  agreeWith(agencies: readonly AgencyOnCase[]): void {
    for (const { agency, sent, request, returns } of agencies) {
      const asked = this.asked.get(agency);
      demand('R3: asked on the day that its events say', sent?.on === asked?.on, agency, sent, asked);
      const { mailedOn = asked?.on } = sent ?? {};
      demand('R8: no later than by the mail', (asked?.on ?? '') <= (mailedOn ?? ''), agency, sent, asked);
      const mailed = request?.contacts.filter(({ sending }) => sending > 0) ?? [];
      // Of several mails what is refused may be a re-sending.
      const failed = request?.sendings === 1 && mailed.every(({ bounced }) => bounced);
      const returned = mailed.filter((one) => one.returned === true);
      const cameBack = returned.length > 0 && (failed || returned.length === mailed.length);
      // Whoever has answered was asked by what came back, too.
      if (sent === undefined || !cameBack || returns.length > 0) continue;
      demand('R3: a mail that came back asked nobody', asked?.otherwise === sent.on, agency, sent, asked);
    }
  }
}
