// What the clock alone would send for one case, or for all of which something is to come, in order of time: a dry run for people.
// The domain runs it; here it is put into words.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { DAY, formatInstant, type Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { ifCovered } from '../../domain/calendar/workingCalendar';
import { whyMoved } from '../../domain/rapidReview/calendarChange/whyMoved';
import { comingNotices, type ComingNotice } from '../../domain/rapidReview/comingNotices';
import type { NoticeBodyOf, Recipient } from '../../domain/rapidReview/noticeBodies';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { Cursor, FoldedCase, Records } from '../../records/records';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { agencyNames } from '../cases/readCase';
import { sayDayChanged } from '../chronology/sayCalendarChange';
import { sayNotice, sayRecipient } from '../chronology/sayNotice';
import { sayObligation } from '../chronology/sayObligation';
import { pageOf } from '../http/pageOf';
import { covered } from '../problems/covered';
import type { ComingNoticeView } from './comingNoticesSchema';
import { byPlace, type ComingPlace } from './comingPlace';

const recipientView = (to: Recipient, name: NameAgency): ComingNoticeView['to'] => ({
  role: to.role,
  ...(to.role === 'agency' ? { agency: to.agency, contacts: [...to.contacts] } : {}),
  ...(to.role === 'partner' ? { seat: to.seat } : {}),
  inWords: sayRecipient(to, name),
});

/** Why the dates of an agency have moved, as its mail will say. */
const whyMovedView = (
  { state, events, calendar }: FoldedCase,
  body: NoticeBodyOf<'datesMoved'>,
): ComingNoticeView['why'] => {
  if (state.status === 'recordedOnly') return [];
  const moved = ifCovered(() => whyMoved(events, body, state, calendar));
  return [
    ...(moved?.days ?? []).map((day) => ({ inWords: sayDayChanged(day) })),
    ...(moved?.corrected === true ? [{ inWords: 'the wrong day had been recorded for the request' }] : []),
  ];
};

const viewOf = (
  { at, notice, why, notHeldOn }: ComingNotice,
  folded: FoldedCase,
  name: NameAgency,
  today: CivilDate,
): ComingNoticeView => ({
  reference: notice.reference,
  at: formatInstant(at),
  on: londonDateOf(folded.calendar, at),
  kind: notice.body.kind,
  to: recipientView(notice.to, name),
  what: sayNotice(notice.body, name, notHeldOn),
  why:
    notice.body.kind === 'datesMoved'
      ? whyMovedView(folded, notice.body)
      : why.map(({ key, due }) => ({
          key,
          due,
          inWords: `${sayObligation(key, name)} ${due < today ? 'was' : 'is'} due on ${sayDate(due)}`,
        })),
});

export interface Ahead {
  readonly from: Instant;
  readonly workingDays: number;
}

const viewsOf = async (
  records: Records,
  folded: FoldedCase,
  coming: readonly ComingNotice[],
  { from }: Ahead,
): Promise<readonly ComingNoticeView[]> => {
  if (coming.length === 0) return [];
  const name = await agencyNames(records, folded);
  const today = londonDateOf(folded.calendar, from);
  return coming.map((one) => viewOf(one, folded, name, today));
};

export const comingOfCase = (
  records: Records,
  folded: FoldedCase,
  ahead: Ahead,
): Promise<readonly ComingNoticeView[]> => {
  const { from, workingDays } = ahead;
  const coming = covered(() => comingNotices(folded.state, folded.calendar, from, workingDays));
  return viewsOf(records, folded, coming, ahead);
};

const PAGE = 200;

const openCases = async ({ cases }: Records): Promise<readonly CaseReference[]> => {
  const found: CaseReference[] = [];
  let after: Cursor | undefined;
  do {
    const page = await cases.list({ status: 'open', limit: PAGE, ...(after === undefined ? {} : { after }) });
    found.push(...page.items.map(({ reference }) => reference));
    after = page.next;
  } while (after !== undefined);
  return found;
};

/**
 * Of a case that is not open something comes within days of its last event or never: one more 09:00 mail, or the next alert of a
 * concern. Two weeks leave room for mails that an outage has put off.
 */
const STILL_TO_COME_MS = 14 * DAY;

interface Placed {
  readonly place: ComingPlace;
  readonly coming: ComingNotice;
}

/** Of one case, which is in order of time already. */
const placed = (all: readonly ComingNotice[]): readonly Placed[] =>
  all.map((coming, index) => {
    const { at, notice } = coming;
    const nth = index - all.findIndex((one) => one.at === at);
    return { coming, place: { at: formatInstant(at), reference: notice.reference, nth } };
  });

export interface ComingPage {
  readonly notices: readonly ComingNoticeView[];
  /** Where it ends, if there is more. */
  readonly next?: ComingPlace;
}

interface Shown {
  readonly place: ComingPlace;
  readonly at: Instant;
  readonly notice: ComingNoticeView;
}

/** What of one case comes between those places, in words. */
const shownOf = async (
  records: Records,
  folded: FoldedCase,
  ahead: Ahead,
  after: ComingPlace | undefined,
  before: Shown | undefined,
): Promise<readonly Shown[]> => {
  const { from, workingDays } = ahead;
  const coming = covered(() => comingNotices(folded.state, folded.calendar, from, workingDays, before?.at));
  const its = placed(coming).filter(
    ({ place }) =>
      (after === undefined || byPlace(place, after) > 0) &&
      (before === undefined || byPlace(place, before.place) < 0),
  );
  const views = await viewsOf(
    records,
    folded,
    its.map((one) => one.coming),
    ahead,
  );
  return its.flatMap(({ place, coming: { at } }, index) => {
    const notice = views[index];
    return notice === undefined ? [] : [{ place, at, notice }];
  });
};

/**
 * Every case is asked, whatever the page, but none for longer than to where the page ends as far as it is known; no more than a page is
 * kept. In order of their references, those that come after at one moment are not even put into words.
 */
export const comingOfAll = async (
  records: Records,
  ahead: Ahead,
  { after, limit }: { readonly after?: ComingPlace | undefined; readonly limit: number } = {
    limit: Infinity,
  },
): Promise<ComingPage> => {
  let found: readonly Shown[] = [];
  const since = (ahead.from - STILL_TO_COME_MS) as Instant;
  const others = await records.cases.notOpenTouchedSince(since);
  for (const reference of [...(await openCases(records)), ...others].sort()) {
    const folded = await records.cases.stateOf(reference);
    if (folded === undefined) continue;
    const end = found.length > limit ? found.at(-1) : undefined;
    const its = await shownOf(records, folded, ahead, after, end);
    if (its.length > 0)
      found = [...found, ...its].sort((a, b) => byPlace(a.place, b.place)).slice(0, limit + 1);
  }
  const { shown, more } = pageOf(found, limit, ({ place }) => place);
  return { notices: shown.map(({ notice }) => notice), ...more };
};
