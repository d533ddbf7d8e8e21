// The state of a case: what its events have established, nothing derived. JSON-safe, so that it survives
// continue-as-new as it is. No due date, no "overdue": those are worked out from it (`domain/timetable`).

import type { CivilDate } from '../calendar/civilDate';
import type { Instant } from '../calendar/instant';
import type { WorkingCalendar } from '../calendar/workingCalendar';
import type { Duty } from '../policy/decisionTerms';
import type { ObligationName } from '../policy/policyProfile';
import type {
  AgencyFacts,
  AgencyId,
  Channel,
  ContactId,
  ObligationKey,
  TimetableFacts,
} from '../timetable/facts';
import type { MissTakenBack } from './clock/missTakenBack';
import type { Decision } from './decision/state';
import type { WithDuplicates } from './duplicates/state';
import type { Ending } from './ending/state';
import type { Meeting } from './meeting/state';
import type { Panel, Report } from './panel/state';
import { carryOn } from './rulesVersion';
import type { CaseReference } from './references';
import type { SafetyConcern } from './safety/state';
import type { BouncesRecorded, CauseOfVoid, ScopingRequest } from './scoping/state';

export type { CaseReference, DossierRow } from './references';

/** What was notified or referred. Only suspected abuse or neglect carries a Rapid Review. */
export const NATURES = ['suspectedAbuseOrNeglect', 'lookedAfterChildDeath', 'careLeaverDeath'] as const;
export type Nature = (typeof NATURES)[number];

/** What an agency can answer. All but `partial` stop its clock. */
export const ANSWERS = ['full', 'partial', 'nil', 'notKnown', 'wrongOrganisation'] as const;
export type Answer = (typeof ANSWERS)[number];

/** How an answer came; `link`: by the link in our mails, without an account. */
export const WAYS = ['api', 'telephone', 'paper', 'secureMail', 'mail', 'link'] as const satisfies readonly (
  | Channel
  | 'api'
  | 'link'
)[];
export type Way = (typeof WAYS)[number];

/** What the team says of an answer. One that was sent back, or recorded by mistake, stops nothing. */
export const JUDGED = ['accepted', 'sentBack', 'recordedByMistake'] as const;
export type Judged = (typeof JUDGED)[number];

export interface AgencyReturn {
  /** 1, 2, 3 …: one version an answer. */
  readonly number: number;
  readonly answer: Answer;
  /** The London date on which it came. */
  readonly on: CivilDate;
  readonly judged?: Judged;
  /** When it was sent back: what was decided before that had it. */
  readonly sentBackAt?: Instant;
  /** The agency sent it itself, by its link or its own account. */
  readonly byAgency?: true;
  /** It turned out to be a mistake once the case had ended: the agency has yet to hear so, should the case go on. */
  readonly mistakenAfterEnd?: true;
}

export interface AgencyOnCase extends AgencyFacts {
  /** Somebody said when it was found: before it was recorded, and not before that. */
  readonly foundBefore?: true;
  readonly request?: ScopingRequest;
  /** Rounds that were void; the next request is one further. */
  readonly voidRounds: number;
  /** Of the last of them. */
  readonly voidFor?: CauseOfVoid;
  /** Whose mails came back or were refused in rounds that are void, or who only stood above those asked; the request was not sent since. */
  readonly unreachable?: readonly ContactId[];
  /** Absent in what was recorded before a bounce could be taken back, as `voided` is. */
  readonly bounces?: BouncesRecorded;
  /** Its last request, where it is void by what people recorded as come back. */
  readonly voided?: VoidedRequest;
  /** Reminders are numbered through the whole case. */
  readonly reminders: number;
  /** The last day on which a reminder went: one mail an agency and day. */
  readonly remindedOn?: CivilDate;
  /** Number of the event by which it was asked. */
  readonly sentAsOf?: number;
  /** Number of the event up to which it is known which dates it was told: what a mail told by older ones is no news. */
  readonly datesToldAsOf?: number;
  /** The mails that told it other dates as of the last such event, by their keys. */
  readonly mailsTold?: { readonly asOf: number; readonly notices: readonly string[] };
  /** The same of one date alone, where it is known of that as of a later one. */
  readonly dateKnownAsOf?: Readonly<Partial<Record<ObligationName, number>>>;
  readonly returns: readonly AgencyReturn[];
  readonly recordsSecuredOn?: CivilDate;
  /** It has said so itself. */
  readonly securedByAgency?: true;
  /** A coordinator has said that the executive may be written to. */
  readonly escalationConfirmed?: true;
  /** Proposals that were settled as it was added: open again, should it turn out to be on the case by mistake. */
  readonly settles?: readonly AgencyProposed[];
  /** The number of the last decision that it was told. */
  readonly outcomeHeard?: number;
  /** The one that it had been told before that. Not kept without `outcomeIsToldAsEachHasHeardIt`. */
  readonly outcomeHeardBefore?: number;
}

/** With what was counted from it: it stands again, should nothing have come back. */
export interface VoidedRequest {
  readonly at: Instant;
  readonly request: ScopingRequest;
  /** Of the agency, beside the request. */
  readonly known: Pick<
    AgencyOnCase,
    'sent' | 'agreed' | 'escalationConfirmed' | 'unreachable' | 'voidFor' | 'voidRounds'
  >;
  readonly counted: Pick<CaseWithReview, 'outcomes' | 'rungs' | 'untoldMoves' | 'missesTakenBack'>;
}

/** Were it added again, it would have been known since it first was, and numbering would go on. */
export const KEPT_OF_REMOVED = [
  ...(['agency', 'identified', 'foundBefore', 'named'] as const),
  ...(['voidRounds', 'voidFor', 'unreachable', 'reminders', 'returns', 'outcomeHeard'] as const),
] as const satisfies readonly (keyof AgencyOnCase)[];

/** One that was on the case by mistake. */
export type AgencyRemoved = Pick<AgencyOnCase, (typeof KEPT_OF_REMOVED)[number]> & {
  /** A case was merged into this one since, on which it was: that speaks for it anew. */
  readonly onMerged?: true;
};

/** An agency that another one named as the right one to ask; settled once added or declined. `proposal`: the number of its event. */
export interface AgencyProposed {
  readonly proposal: number;
  readonly by: AgencyId;
  /** Number of the answer with which it did. */
  readonly answer: number;
  /** Absent where its name alone was given, which is in the dossier. */
  readonly agency?: AgencyId;
  readonly at: Instant;
}

/** A rung of the ladder that was sent or passed over, and the due day it belonged to then. */
export interface RungPassed {
  readonly outcome: 'sent' | 'skipped';
  readonly due: CivilDate;
}

/** A date that moved without the agency's doing, which the agency has not heard of yet. */
export interface UntoldMove {
  /** The date that the agency was told last, but for `named`. */
  readonly was: CivilDate;
  /** A mail has told it the date that holds, and not why it moved. */
  readonly named?: CivilDate;
  /** Numbers of the events that moved it. */
  readonly because: readonly number[];
  /** As of which event it knew that date. */
  readonly since: number;
}

/** Mail that will not go, which the team has not heard of yet. */
export interface UntoldFailure {
  readonly notice: string;
  readonly agency?: AgencyId;
  readonly at: Instant;
}

interface Opened extends TimetableFacts {
  readonly reference: CaseReference;
  readonly nature: Nature;
  /** Behaviour of the rules that this case was opened under; see docs/adr/0006. */
  readonly rulesVersion: number;
  /** The version of the calendar snapshot that its dates rest on. */
  readonly calendar: string;
  /** The last change of the calendar that it has followed; none since it was opened where absent. */
  readonly calendarChange?: number;
  /** Number of the last event. */
  readonly version: number;
  /** Everything that time brings up to here has been decided: time passes before every act. */
  readonly lastEventAt: Instant;
  /** Raised at any step, and after the end (R23). */
  readonly concerns: readonly SafetyConcern[];
}

/** What a case that carries a Rapid Review has established, whether its clock still runs or it has ended. */
export interface CaseWithReview extends Opened, WithDuplicates {
  readonly agencies: readonly AgencyOnCase[];
  readonly agenciesRemoved?: readonly AgencyRemoved[];
  readonly rungs: Readonly<Record<ObligationKey, Readonly<Record<string, RungPassed>>>>;
  readonly untoldFailures: readonly UntoldFailure[];
  readonly untoldMoves: Readonly<Record<ObligationKey, UntoldMove>>;
  /** Of each obligation the last one, told or not. */
  readonly missesTakenBack: readonly MissTakenBack[];
  /** Keys of every notice known to have failed, so that none is told twice. */
  readonly failedNotices: readonly string[];
  /** For each obligation and its date: the day at whose 09:00 the team was last warned that it is at risk. */
  readonly warned?: Readonly<Record<ObligationKey, Readonly<Record<CivilDate, CivilDate>>>>;
  /** What the team has heard of beside misses and failed mail, by topic: each is told once (R12). */
  readonly toldTopics: readonly string[];
  readonly proposals: readonly AgencyProposed[];
  /** Not to be written to in this case (R13). */
  readonly excludedContacts: readonly ContactId[];
  readonly meetings: readonly Meeting[];
  /** Duties of the group that are evidenced (R15); the decision evidences itself. */
  readonly duties: readonly Duty[];
  /** The first is never erased (R19). */
  readonly decisions: readonly Decision[];
  readonly reports: readonly Report[];
  readonly panel: Panel;
}

export interface OpenCase extends CaseWithReview {
  readonly status: 'open';
}

/** Withdrawn, found not to meet the criteria, merged, or settled (R20). No clock runs; safety alerts do. */
export interface EndedCase extends CaseWithReview {
  readonly status: 'ended';
  readonly ending: Ending;
  readonly endedAt: Instant;
}

/** A death notified without suspected abuse or neglect: recorded, and no clock runs. */
export interface RecordedCase extends Opened {
  readonly status: 'recordedOnly';
}

export interface NoCase {
  readonly status: 'none';
  readonly version: 0;
}

export type AnyCase = OpenCase | EndedCase | RecordedCase;
export type RapidReview = NoCase | AnyCase;

/** A case and the calendar that it counts with: an act may change either. */
export interface Counted<C extends RapidReview = RapidReview> {
  readonly state: C;
  readonly calendar: WorkingCalendar;
}

/** It has agencies to ask, meetings and a decision to take, and not only what was recorded. */
export const carriesReview = (state: RapidReview): state is OpenCase | EndedCase =>
  state.status === 'open' || state.status === 'ended';

export const noCase: NoCase = { status: 'none', version: 0 };

export const NOTHING_YET = {
  rungs: {},
  untoldFailures: [],
  untoldMoves: {},
  missesTakenBack: [],
  failedNotices: [],
  toldTopics: [],
  proposals: [],
  excludedContacts: [],
  meetings: [],
  duties: [],
  decisions: [],
  reports: [],
  panel: { referenceRecorded: false, dispatches: [], replies: [], contacts: [] },
  duplicates: [],
} as const satisfies Partial<CaseWithReview>;

/**
 * A state that an earlier version of this program carried over, with what it did not know yet. Runs that began then
 * must replay, so this never changes what it finds.
 */
export const upgraded = (carried: RapidReview): RapidReview => {
  if (carried.status !== 'none') carryOn(carried.rulesVersion);
  return carriesReview(carried) ? { ...NOTHING_YET, ...carried } : carried;
};
