// From a recorded notice to the facts that its mail is made of, as they stand on the day it goes. The notice holds codes
// only; names of agencies are looked up here, at the last moment, and nowhere kept.

import type { Instant } from '../domain/calendar/instant';
import { londonDateToSay } from '../domain/calendar/londonTime';
import { ifCovered } from '../domain/calendar/workingCalendar';
import type { AnyCase } from '../domain/rapidReview/state';
import type { AgencyId } from '../domain/timetable/facts';
import { refOf } from '../domain/timetable/obligationKey';
import { owedByAgency, owedDates, type Owed } from '../domain/timetable/owed';
import { answerLinkRestsOn } from '../domain/rapidReview/returns/answerLink';
import type { AnswerLinks } from '../platform/identity/answerLinks';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import type { FoldedCase, NoticeResult, NoticeRow, Records } from '../records/records';
import { calledForBy } from './aboutNotice';
import { owedIfSentOn } from './datesToTell';
import { factsOfKind } from './factsOfKind';
import { meetingTheyKnow } from './meetingTheyKnow';
import type { Mailboxes, RecipientSources } from './recipientsOf';

export interface MailSettings extends Mailboxes {
  readonly partnershipName: string;
  readonly publicUrl: string;
  readonly meetingMinutes: number;
}

export interface MailSources extends RecipientSources {
  readonly records: RecipientSources['records'] & {
    readonly notices: Pick<Records['notices'], 'ofCase'>;
    readonly agencies: Pick<Records['agencies'], 'byIds'>;
  };
  readonly answerLinks: Pick<AnswerLinks, 'urlTo'>;
  readonly settings: MailSettings;
}

const agenciesIn = ({ body }: NoticeRow): readonly AgencyId[] => {
  if ('agency' in body) return [body.agency];
  if (body.kind !== 'teamBriefing') return [];
  return body.items
    .flatMap((item) => {
      if (item.about === 'agencyProposed') return [item.by, item.agency];
      if ('agency' in item) return [item.agency];
      return 'key' in item ? [refOf(item.key).agency] : [];
    })
    .filter((agency) => agency !== undefined);
};

const OF_WHAT_IS_OWED: ReadonlySet<NoticeRow['body']['kind']> = new Set([
  'agencyReminder',
  'datesMoved',
  'returnSentBack',
  'answerByMistake',
  'resumedToAgency',
  'outcomeToAgency',
]);

const datesFor = async (
  { records }: MailSources,
  { state, calendar }: FoldedCase,
  { body, reference }: NoticeRow,
  today: MailFacts['today'],
): Promise<readonly Owed[]> => {
  const { kind } = body;
  if (kind === 'scopingRequest')
    return owedIfSentOn(state, calendar, body.agency, today, await records.notices.ofCase(reference));
  // An outcome is told after the end of its case too, and nobody is asked for anything then (R20).
  if (kind === 'outcomeToAgency' && state.status !== 'open') return [];
  if ('agency' in body && OF_WHAT_IS_OWED.has(kind)) return owedByAgency(state, calendar, body.agency);
  // An alert above all must not depend on dates that the calendar may not reach.
  return kind === 'teamBriefing' || kind === 'completionMissed'
    ? (ifCovered(() => owedDates(state, calendar)) ?? [])
    : [];
};

/** Of what an agency owes it can answer by a link; where it owes nothing there is none to follow. */
const answerUrlFor = (
  { answerLinks }: MailSources,
  state: AnyCase,
  { body }: NoticeRow,
  dates: readonly Owed[],
): Pick<MailFacts, 'answerUrl'> => {
  if (state.status === 'recordedOnly' || dates.length === 0 || !('agency' in body)) return {};
  if (body.kind !== 'scopingRequest' && !OF_WHAT_IS_OWED.has(body.kind)) return {};
  const restsOn = answerLinkRestsOn(state, body.agency);
  if (restsOn === undefined) return {};
  const { reference } = state;
  return { answerUrl: answerLinks.urlTo({ reference, agency: body.agency }, restsOn) };
};

type FactsBeforeSending = Omit<MailFacts, 'repeated'>;

export const factsFor = async (
  sources: MailSources,
  folded: FoldedCase,
  row: NoticeRow,
  now: Instant,
): Promise<FactsBeforeSending> => {
  const { calendar } = folded;
  // An alert goes beyond the calendar too, and so does word of one that did not.
  const today = londonDateToSay(calendar, now);
  const agencies = await sources.records.agencies.byIds([...new Set(agenciesIn(row))]);
  // Named one by one: whoever gives the settings may give more than a mail has to know.
  const { partnershipName, teamMailbox, publicUrl, meetingMinutes } = sources.settings;
  const dates = await datesFor(sources, folded, row, today);
  return {
    partnershipName,
    teamMailbox,
    publicUrl,
    today,
    calendar,
    dates,
    meetingMinutes,
    calledForAt: calledForBy(folded, row)?.at ?? now,
    ...answerUrlFor(sources, folded.state, row, dates),
    agencyNames: new Map(agencies.map(({ id, name }) => [id, name])),
    ...factsOfKind(folded, row, now),
    ...(await meetingTheyKnow(sources.records.notices, folded, row)),
  };
};

/** What the mail tells its agency of the agency's own dates. */
export const datesTold = (
  { body }: NoticeRow,
  { dates }: Pick<MailFacts, 'dates'>,
  { state }: FoldedCase,
): Pick<NoticeResult, 'told'> =>
  'agency' in body && dates.length > 0
    ? { told: { asOf: state.version, dates: dates.map(({ key, due }) => ({ key, due })) } }
    : {};
