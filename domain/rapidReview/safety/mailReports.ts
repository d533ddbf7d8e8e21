// What it establishes that an alert reached nobody on call (R23): the team hears of it at once, at any hour and in any case, and
// once for each concern. That the alerts go on, and until when, is `decide.ts`.

import type { NoticeFailed } from '../clock/events';
import type { MailReport } from '../mailReport';
import { partsOfNoticeKey } from '../noticeKey';
import type { AnyCase } from '../state';

/** Of an alert that failed: its concern, unless the team has heard of an earlier one. */
export const concernUnheard = (
  state: AnyCase,
  { key, to }: MailReport,
): Pick<NoticeFailed['body'], 'concern'> => {
  if (to.role !== 'onCall') return {};
  const [, concerned] = partsOfNoticeKey(key);
  const number = Number(concerned);
  const found = state.concerns.find((concern) => concern.number === number);
  return found === undefined || found.teamHeard === true ? {} : { concern: number };
};

/** Whether it is of an alert, of whose concern the team has not heard that its alerts reach nobody. */
export const isOfAlertUnheard = (state: AnyCase, report: MailReport): boolean =>
  concernUnheard(state, report).concern !== undefined;
