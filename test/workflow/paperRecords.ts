// Records and mail server on paper, for stories that are about the workflow: they can be taken away and brought
// back, and they keep the promises of the real ones (numbers without a gap, each notice sent once).

import type { Activities, SendNoticesOutput } from '../../contracts/activities';
import type { Instant } from '../../domain/calendar/instant';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { DatesTold } from '../../domain/rapidReview/mailReport';
import type { Notice, NoticeKind } from '../../domain/rapidReview/notices';

/** The mails whose acceptance, or failure, establishes something. */
const NEWS: readonly NoticeKind[] = ['scopingRequest', 'panelDispatch', 'safetyAlert'];

export class PaperRecords implements Activities {
  readonly events: CaseEvent[] = [];
  readonly notices: Notice[] = [];
  readonly sent = new Map<string, Instant>();
  recordsAway = false;
  mailAway = false;
  recordings = 0;
  /** What happens while the mail server has mails in hand. */
  inHand: (mails: readonly Notice[]) => Promise<void> = () => Promise.resolve();
  /** The dates that a mail tells, where the story says so, by its key. */
  readonly told = new Map<string, DatesTold>();

  constructor(private readonly clock: () => Promise<Instant>) {}

  recordEvents: Activities['recordEvents'] = ({ events, notices }) => {
    if (this.recordsAway) return Promise.reject(new Error('the records are away'));
    this.recordings += 1;
    for (const event of events) {
      const known = this.events[event.number - 1];
      if (known === undefined && event.number !== this.events.length + 1)
        throw new Error(`gap before ${event.number}`);
      if (known === undefined) this.events.push(event);
      else if (JSON.stringify(known) !== JSON.stringify(event))
        throw new Error(`${event.number} has another body`);
    }
    for (const notice of notices) {
      if (!this.notices.some(({ key }) => key === notice.key)) this.notices.push(notice);
    }
    return Promise.resolve();
  };

  private toldBy(key: string): { readonly told?: DatesTold } {
    const told = this.told.get(key);
    return told === undefined ? {} : { told };
  }

  sendNotices: Activities['sendNotices'] = async (): Promise<SendNoticesOutput> => {
    const waiting = this.notices.filter(({ key }) => !this.sent.has(key));
    if (this.mailAway) return { reports: [], waiting: waiting.length };
    const now = await this.clock();
    for (const { key } of waiting) this.sent.set(key, now);
    if (waiting.length > 0) await this.inHand(waiting);
    return {
      waiting: 0,
      reports: this.notices
        .filter(({ body }) => NEWS.includes(body.kind))
        .map(({ key, to }) => ({
          key,
          to,
          refused: [],
          outcome: 'accepted',
          acceptedAt: this.sent.get(key) ?? now,
          ...this.toldBy(key),
        })),
    };
  };
}
