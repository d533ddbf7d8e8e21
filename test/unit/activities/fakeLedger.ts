// A ledger of notices in memory that keeps the promises of `records/notices/noticeLedger.ts`, and can be told to fail.

import { reported } from '../../../domain/rapidReview/mailReports';
import type { Notice } from '../../../domain/rapidReview/notices';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { isOfAgency } from '../../../platform/mail/mailContact';
import { isNotNeeded } from '../../../records/notices/notSent';
import type { NoticeLedger, NoticeResult, NoticeRow } from '../../../records/records';
import type { Story } from '../rapidReview/story';

export interface Attempt {
  readonly attempt: number;
  readonly ended: boolean;
  readonly result?: NoticeResult;
}

const together = <T>(before: readonly T[], now: readonly T[]): readonly T[] => [
  ...new Set([...before, ...now]),
];

export class FakeLedger implements NoticeLedger {
  readonly attempts = new Map<string, Attempt[]>();
  readonly ended: { readonly key: string; readonly result: NoticeResult }[] = [];
  /** Called before each act; throw to fail it. */
  before: (act: 'waiting' | 'begin' | 'end' | 'reports' | 'ofCase', key?: string) => void = () => undefined;
  private readonly rows = new Map<string, NoticeRow>();
  private readonly held = new Set<CaseReference>();

  constructor(private readonly story: Story) {
    for (const notice of story.notices) this.add(notice);
  }

  add(notice: Notice, more: Partial<NoticeRow> = {}): void {
    const fresh = { attempts: 0, unknownAttempts: 0, accepted: [], refused: [], outcome: 'open' as const };
    this.rows.set(notice.key, { ...notice, ...fresh, ...more });
  }

  has(key: string): boolean {
    return this.rows.has(key);
  }

  settle(key: string): void {
    this.rows.set(key, { ...this.row(key), accepted: ['team'], outcome: 'accepted' });
  }

  row(key: string): NoticeRow {
    const row = this.rows.get(key);
    if (row === undefined) throw new RangeError('there is no notice with that key');
    const attempts = this.attempts.get(key) ?? [];
    const unknown = attempts.filter(({ ended }) => !ended).length;
    return {
      ...row,
      attempts: Math.max(row.attempts, attempts.length),
      unknownAttempts: Math.max(row.unknownAttempts, unknown),
    };
  }

  private all(): readonly NoticeRow[] {
    return [...this.rows.keys()].map((key) => this.row(key)).sort((a, b) => a.event - b.event);
  }

  async withCaseLock<T>(
    reference: CaseReference,
    work: () => Promise<T>,
  ): Promise<{ readonly held: true; readonly value: T } | { readonly held: false }> {
    if (this.held.has(reference)) return { held: false };
    this.held.add(reference);
    try {
      return { held: true, value: await work() };
    } finally {
      this.held.delete(reference);
    }
  }

  waiting: NoticeLedger['waiting'] = () => {
    this.before('waiting');
    return Promise.resolve(this.all().filter(({ outcome }) => outcome === 'open'));
  };

  ofCase: NoticeLedger['ofCase'] = () => {
    this.before('ofCase');
    return Promise.resolve(this.all());
  };

  begin: NoticeLedger['begin'] = (key) => {
    this.before('begin', key);
    const row = this.row(key);
    if (row.outcome !== 'open') return Promise.resolve('finished');
    const earlier = this.attempts.get(key) ?? [];
    const attempt = earlier.length + 1;
    this.attempts.set(key, [...earlier, { attempt, ended: false }]);
    return Promise.resolve({ attempt, outcomeUnknown: row.unknownAttempts > 0 });
  };

  end: NoticeLedger['end'] = (key, result) => {
    this.before('end', key);
    const row = this.row(key);
    this.ended.push({ key, result });
    const attempts = (this.attempts.get(key) ?? []).map((one) =>
      one.attempt === result.attempt ? { ...one, ended: true, result } : one,
    );
    this.attempts.set(key, attempts);
    if (row.outcome !== 'open') return Promise.resolve();
    const acceptedAt = row.acceptedAt ?? (result.accepted.length > 0 ? result.at : undefined);
    const stored = this.rows.get(key);
    if (stored === undefined) return Promise.resolve();
    this.rows.set(key, {
      ...stored,
      accepted: together(row.accepted, result.accepted),
      refused: together(row.refused, result.refused),
      outcome: result.outcome,
      ...(row.told === undefined && result.told !== undefined ? { told: result.told } : {}),
      ...(acceptedAt === undefined ? {} : { acceptedAt }),
      ...(result.error === undefined ? {} : { lastError: result.error }),
    });
    return Promise.resolve();
  };

  reports: NoticeLedger['reports'] = () => {
    this.before('reports');
    const { state, calendar } = this.story;
    if (state.status === 'none') return Promise.resolve([]);
    const reports = this.all()
      .filter((row) => !isNotNeeded(row, state.status))
      .map(({ key, to, acceptedAt, refused, told, outcome }) => ({
        key,
        to,
        ...(acceptedAt === undefined ? {} : { acceptedAt }),
        refused: refused.filter(isOfAgency),
        ...(told === undefined ? {} : { told }),
        outcome,
      }));
    return Promise.resolve(reports.filter((report) => reported(state, calendar, report).length > 0));
  };
}
