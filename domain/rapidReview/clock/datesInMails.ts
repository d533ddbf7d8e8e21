// What a mail that has gone told its agency of its dates, held against what the agency was known to have been told (R9). A mail is put
// into words from the recorded case and takes its time to go: in that time the dates may move. When the agency then hears of the new
// ones is `moves.ts`.

import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { dueDates, type Due } from '../../timetable/dueDates';
import type { AgencyId } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { isOwedByAgency } from '../../timetable/owed';
import { agencyOn, withAgency } from '../agenciesOfCase';
import type { EventBody } from '../events';
import type { MailReport } from '../mailReport';
import type { OpenCase } from '../state';
import { knownAsOf } from './datesKnown';
import type { MailToldOtherDates } from './events';

/** As the same report leaves it: a request that the mail server has accepted has dates from then on. */
const afterSending = (state: OpenCase, agency: AgencyId, established: readonly EventBody[]): OpenCase =>
  established.reduce(
    (known, event) =>
      event.kind === 'ScopingRequestSent'
        ? withAgency(known, agency, (one) => ({
            ...one,
            sent: { on: event.body.on, channel: event.body.channel },
          }))
        : known,
    state,
  );

/** Not one that was agreed with the agency: that it knows, and where a calendar moves it, it hears with that change. */
const isOpenDateOf = (state: OpenCase, agency: AgencyId, owed: Due): boolean =>
  owed.agency === agency && owed.counting?.anchor !== 'agreed' && isOwedByAgency(state, owed);

/** `established`: what the report has established beside this. Told again, it tells nothing new. */
export const datesReported = (
  before: OpenCase,
  calendar: WorkingCalendar,
  { key: notice, to, told }: MailReport,
  established: readonly EventBody[],
): readonly MailToldOtherDates[] => {
  if (told === undefined || to.role !== 'agency') return [];
  if (established.some(({ kind }) => kind === 'RequestVoided')) return [];
  const { agency } = to;
  const { datesToldAsOf, mailsTold } = agencyOn(before, agency) ?? {};
  if (datesToldAsOf === undefined || told.asOf < datesToldAsOf) return [];
  // Two mails put into words on two days, with no event in between, would each be news after the other, for ever.
  if (mailsTold?.asOf === told.asOf && mailsTold.notices.includes(notice)) return [];
  const state = afterSending(before, agency, established);
  const dates = dueDates(state, calendar).flatMap((owed) => {
    const { due } = owed;
    const key = keyOf(owed);
    const named = told.dates.find((one) => one.key === key)?.due;
    if (due === undefined || named === undefined || !isOpenDateOf(state, agency, owed)) return [];
    if (told.asOf < knownAsOf(before, owed)) return [];
    const untold = state.untoldMoves[key];
    const known = untold?.named ?? untold?.was ?? due;
    return named === known ? [] : [{ key, told: named, due }];
  });
  return dates.length === 0
    ? []
    : [{ kind: 'MailToldOtherDates', body: { agency, notice, asOf: told.asOf, dates } }];
};
