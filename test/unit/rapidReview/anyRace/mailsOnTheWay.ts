// Mails between being put into words and being accepted: what each tells its agency is what the case knew when it was put into words.
// In that time anything may happen.

import { londonDateOf } from '../../../../domain/calendar/londonTime';
import type { Instant } from '../../../../domain/calendar/instant';
import type { WorkingCalendar } from '../../../../domain/calendar/workingCalendar';
import type { DatesTold } from '../../../../domain/rapidReview/mailReport';
import type { Notice, NoticeKind } from '../../../../domain/rapidReview/notices';
import type { RapidReview } from '../../../../domain/rapidReview/state';
import type { AgencyId } from '../../../../domain/timetable/facts';
import { owedByAgency } from '../../../../domain/timetable/owed';
import { owedIfSentOn, presentRequests } from '../../../../activities/datesToTell';

const OF_WHAT_IS_OWED: readonly NoticeKind[] = [
  'agencyReminder',
  'datesMoved',
  'returnSentBack',
  'answerByMistake',
  'resumedToAgency',
];

const NOT_TRIED = { attempts: 0, unknownAttempts: 0, accepted: [], refused: [], outcome: 'open' as const };

export interface InWords {
  readonly at: Instant;
  readonly told?: DatesTold;
}

export interface AgencyTold extends DatesTold {
  readonly agency: AgencyId;
}

interface Moment {
  readonly state: RapidReview;
  readonly calendar: WorkingCalendar;
}

export class MailsOnTheWay {
  /** By their keys. */
  private readonly inWords = new Map<string, InWords>();
  /** What agencies have really been told, by mails that were accepted. */
  readonly arrived: AgencyTold[] = [];

  handOver(notice: Notice, { state, calendar }: Moment, at: Instant): InWords {
    const { key, body } = notice;
    const before = this.inWords.get(key);
    if (before !== undefined) return before;
    const dates = (): DatesTold['dates'] => {
      if (state.status !== 'open' || !('agency' in body)) return [];
      const { agency, kind } = body;
      if (kind === 'scopingRequest')
        // Of a request that is void none is handed over any more.
        return presentRequests(state, agency, [{ ...notice, ...NOT_TRIED }]).length === 0
          ? []
          : owedIfSentOn(state, calendar, agency, londonDateOf(calendar, at), []);
      return OF_WHAT_IS_OWED.includes(kind) ? owedByAgency(state, calendar, agency) : [];
    };
    const named = dates().map(({ key: of, due }) => ({ key: of, due }));
    const words = { at, ...(named.length === 0 ? {} : { told: { asOf: state.version, dates: named } }) };
    this.inWords.set(key, words);
    return words;
  }

  arrive({ body }: Notice, { told }: InWords): void {
    if (told !== undefined && 'agency' in body) this.arrived.push({ agency: body.agency, ...told });
  }
}
