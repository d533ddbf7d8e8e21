// Which event recorded what a date is counted from. Not how the date came about (`explanationsOfCase.ts`).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import { londonDateToSay } from '../calendar/londonTime';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Counting, Due } from '../timetable/dueDates';
import type { AgencyId } from '../timetable/facts';
import type { AnchorRecord } from '../timetable/sayExplanation';
import { ofKinds, type CaseEvent, type EventOf } from './events';
import { receiptsKnown, sinceWhenKnown, type Anchors } from './duplicates/sinceWhen';
import type { CaseWithReview } from './state';

const AN_AGENCYS_OWN: readonly Counting['anchor'][] = ['requestSent', 'identified', 'agreed'];

const anchorKey = (anchor: Counting['anchor'], agency?: AgencyId): string =>
  agency === undefined || !AN_AGENCYS_OWN.includes(anchor) ? anchor : `${anchor}:${agency}`;

/** What a date may be counted from. */
const ANCHOR_EVENTS = [
  'CaseOpened',
  'TimestampRecorded',
  'TimestampCorrected',
  'AgencyIdentified',
  'AgencyIdentifiedCorrected',
  'ScopingRequestSent',
  'RequestSentCorrected',
  'ReturnDateAgreed',
  'PanelReplied',
  'PanelReplyCorrected',
  'CaseAbsorbed',
] as const;
type AnchorEvent = EventOf<(typeof ANCHOR_EVENTS)[number]>;

const isAnchorEvent = ofKinds(ANCHOR_EVENTS);

/** What may be counted from: its moment where it has one, or that there is none. */
interface Fact {
  readonly key: string;
  readonly at?: Instant;
  /** The day that was agreed, where it is that. */
  readonly on?: CivilDate;
  readonly none?: boolean;
}

/** Of what the mail server accepted the moment is known; of what went another way the day alone. */
const asking = ({
  agency,
  acceptedAt,
}: EventOf<'ScopingRequestSent' | 'RequestSentCorrected'>['body']): Fact => ({
  key: anchorKey('requestSent', agency),
  ...(acceptedAt === undefined ? {} : { at: acceptedAt }),
});

/** Which fact the event recorded; nothing for what is not counted from. */
const factIn = ({ kind, body }: AnchorEvent): Fact | undefined => {
  switch (kind) {
    case 'CaseOpened':
      return { key: 'referralReceived', at: body.receivedAt };
    case 'TimestampRecorded':
      return { key: body.timestamp, at: body.at };
    case 'TimestampCorrected': {
      const { timestamp: key, at, counts = at } = body;
      return counts === undefined ? { key, none: true } : { key, at: counts };
    }
    case 'AgencyIdentified': {
      const { agency, identified } = body;
      const key = anchorKey('identified', agency);
      return identified === 'withReferral' ? { key } : { key, at: identified };
    }
    case 'AgencyIdentifiedCorrected':
      return { key: anchorKey('identified', body.agency), at: body.at };
    case 'ScopingRequestSent':
      return asking(body);
    case 'RequestSentCorrected':
      return body.mailedOn === undefined ? asking(body) : undefined;
    case 'ReturnDateAgreed':
      return { key: anchorKey('agreed', body.agency), on: body.due };
    case 'PanelReplied':
      return body.reply === 'disagrees' ? { key: 'panelDisagreed' } : undefined;
    case 'PanelReplyCorrected':
      return body.countedFrom === true ? { key: 'panelDisagreed', none: body.on === undefined } : undefined;
    case 'CaseAbsorbed':
      return body.receivedAt < body.was ? { key: 'referralReceived', at: body.receivedAt } : undefined;
  }
};

/** What says that a day was another than it was recorded. */
export const CORRECTIONS: readonly CaseEvent['kind'][] = [
  'TimestampCorrected',
  'AgencyIdentifiedCorrected',
  'RequestSentCorrected',
  'PanelReplyCorrected',
];

export const noteAnchor = (anchors: Anchors, event: CaseEvent): void => {
  const fact = isAnchorEvent(event) ? factIn(event) : undefined;
  if (fact === undefined) return;
  const known = anchors.get(fact.key) ?? [];
  // Added again, it has been known since it first was.
  if (event.kind === 'AgencyIdentified' && event.body.foundBefore !== true && known.length > 0) return;
  const below = event.kind === 'PanelReplied' || fact.on !== undefined ? known : known.slice(0, -1);
  const record: AnchorRecord = {
    event: event.number,
    ...(fact.at === undefined ? {} : { at: fact.at }),
    ...(fact.on === undefined ? {} : { on: fact.on }),
    recordedBy: event.actor,
    recordedAt: event.at,
    ...(CORRECTIONS.includes(event.kind) ? { corrected: true } : {}),
  };
  anchors.set(fact.key, fact.none === true ? below : [...below, record]);
};

/** A date and the calendar that it was counted by. */
export interface DueCounted {
  readonly due: Due;
  readonly calendar: WorkingCalendar;
}

const isOfDay = ({ at, on }: AnchorRecord, { anchorDate }: Counting, calendar: WorkingCalendar): boolean =>
  (on === undefined || on === anchorDate) &&
  (at === undefined || londonDateToSay(calendar, at) === anchorDate);

/**
 * A squeezed or shortened window is counted from the headline: the fact behind it is that of the completion. What was done is counted from
 * what counted then, which may be another than now.
 */
export const anchorOf = (
  anchors: Anchors,
  state: CaseWithReview,
  { due, calendar }: DueCounted,
): AnchorRecord | undefined => {
  const { counting, agency } = due;
  if (counting === undefined) return undefined;
  const { anchor } = counting;
  const known = [
    ...(anchors.get(anchorKey(anchor, agency)) ?? []),
    ...(anchor === 'referralReceived' ? receiptsKnown(anchors, state) : []),
    sinceWhenKnown(anchors, state, due),
  ];
  return known.findLast((one) => one !== undefined && isOfDay(one, counting, calendar));
};
