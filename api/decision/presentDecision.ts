// The decisions of a case as the API shows them, from the events that took them: nothing of an earlier one is lost when the
// group decides again (R19). Texts are shown to those who may read them.

import type { CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import { profileOf } from '../../domain/policy/profiles';
import { stoppingReturn } from '../../domain/rapidReview/agenciesOfCase';
import type { PartnersWord } from '../../domain/rapidReview/decision/commands';
import { dutiesMissing, type Decision } from '../../domain/rapidReview/decision/state';
import type { EventOf } from '../../domain/rapidReview/events';
import type { AgencyId } from '../../domain/timetable/facts';
import type { FoldedCase, FoldedReview } from '../../records/records';
import { eventsOfKind } from '../cases/eventsOfKind';
import type { NameAgency } from '../agencies/namesOfAgencies';
import type { NamePerson } from '../chronology/namesOfPeople';
import type { NameAttendee } from '../meetings/attendeeNames';
import { LEARNING_REVIEW_WORDS, OUTCOME_WORDS } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { inOrder } from '../texts/inOrder';
import type { TextReader, TextView } from '../texts/textReader';
import type { DecisionsView, DecisionView } from './decisionViewSchema';

export interface Presenting {
  readonly read: TextReader;
  readonly agency: NameAgency;
  readonly attendee: NameAttendee;
  readonly person: NamePerson;
}

const sayDecision = ({
  at,
  outcome,
  learningReview,
}: Pick<EventOf<'DecisionTaken'>['body'], 'at' | 'outcome' | 'learningReview'>): string => {
  const form = learningReview === undefined ? '' : ` (${LEARNING_REVIEW_WORDS[learningReview]})`;
  return `Decided on ${sayInstant(at)}: ${OUTCOME_WORDS[outcome]}${form}.`;
};

const wordsView = (
  words: readonly PartnersWord[],
  { read }: Presenting,
): Promise<{ seat: PartnersWord['seat']; evidence: TextView }[]> =>
  inOrder(words, async ({ seat, evidence }) => ({ seat, evidence: await read.text(evidence) }));

const returnsView = (agencies: readonly AgencyId[], { agency: name }: Presenting) =>
  agencies.map((agency) => ({ agency, name: name(agency) }));

/** Those that stand, as they were put right; for one seat the last that was given. */
const signOffsView = (
  folded: FoldedCase,
  { number, signOffs }: Pick<Decision, 'number' | 'signOffs'>,
  { read, person }: Presenting,
): Promise<DecisionView['signOffs']> =>
  inOrder(signOffs, async ({ seat, on, by, onBehalf }) => {
    const given = eventsOfKind(folded, 'DecisionSignedOff').findLast(
      ({ body }) => body.decision === number && body.seat === seat,
    );
    const note = given?.body.note;
    return {
      seat,
      on,
      by,
      who: person(by),
      onBehalf,
      ...(note === undefined ? {} : { evidence: await read.text(note) }),
    };
  });

/** But what was evidenced at a meeting whose record was taken back. */
const evidencedIn = (folded: FoldedCase): readonly EventOf<'DutyEvidenced'>[] => {
  const opened = eventsOfKind(folded, 'MeetingOpened');
  const spans = eventsOfKind(folded, 'MeetingOpeningUndone').map(({ number: to, body: { meeting } }) => ({
    from: opened.findLast((one) => one.body.meeting === meeting && one.number < to)?.number ?? to,
    to,
  }));
  return eventsOfKind(folded, 'DutyEvidenced').filter(({ number }) =>
    spans.every(({ from, to }) => number < from || number > to),
  );
};

interface Confirmed {
  readonly confirmed: EventOf<'DecisionConfirmed'>;
  readonly on: CivilDate;
  readonly recordedByMistake?: true;
}

/** As they stand: what is put right is the last of that day which was no mistake. */
const confirmations = ({ events }: FoldedCase): readonly Confirmed[] =>
  events.reduce<readonly Confirmed[]>((known, event) => {
    if (event.kind === 'DecisionConfirmed') return [...known, { confirmed: event, on: event.body.on }];
    if (event.kind !== 'ConfirmationCorrected') return known;
    const { was, on } = event.body;
    const found = known.findLast((one) => one.on === was && one.recordedByMistake === undefined);
    if (found === undefined) return known;
    const corrected: Confirmed = on === undefined ? { ...found, recordedByMistake: true } : { ...found, on };
    return known.map((one) => (one === found ? corrected : one));
  }, []);

const confirmationView = async (
  { confirmed: { body }, ...stands }: Confirmed,
  presenting: Presenting,
): Promise<DecisionView['confirmations'][number]> => ({
  ...stands,
  agreedBy: await wordsView(body.agreedBy, presenting),
  reason: await presenting.read.text(body.reason),
});

const decisionView = async (
  folded: FoldedReview,
  { body }: EventOf<'DecisionTaken'>,
  presenting: Presenting,
): Promise<DecisionView> => {
  const { read, attendee: name } = presenting;
  const { decision: number, meeting, outcome, learningReview, threshold, insteadOf } = body;
  // As they were put right since: its day, an answer that had been none, a sign-off.
  const known = folded.state.decisions.find((one) => one.number === number);
  const { on, missingReturns, signOffs: signed } = known ?? { ...body, signOffs: [] };
  const at = known?.decidedAt ?? body.at;
  const signOffs = await signOffsView(folded, { number, signOffs: signed }, presenting);
  const replacing = eventsOfKind(folded, 'DecisionTaken').find(
    (event) => event.body.insteadOf?.decision === number,
  );
  const confirmed = confirmations(folded).filter((one) => one.confirmed.body.decision === number);
  return {
    number,
    meeting,
    at: formatInstant(at),
    on,
    inWords: sayDecision({ ...body, at }),
    outcome,
    ...(learningReview === undefined ? {} : { learningReview }),
    threshold: { ...threshold },
    quorum: body.quorum.map(({ seat, attendee }) => ({ seat, attendee, ...name(attendee) })),
    criteria: await inOrder(body.criteria, async ({ criterion, met, reasons }) => ({
      criterion,
      met,
      reasons: await read.text(reasons),
    })),
    rationale: await read.text(body.reason),
    ...(insteadOf === undefined
      ? {}
      : { insteadOf: { decision: insteadOf.decision, reason: await read.text(insteadOf.reason) } }),
    ...(replacing === undefined ? {} : { replacedBy: replacing.body.decision }),
    dissent: await inOrder(body.dissent, async ({ seat, reasons }) => ({
      seat,
      reasons: await read.text(reasons),
    })),
    missingReturns: returnsView(missingReturns, presenting),
    confirmations: await inOrder(confirmed, (one) => confirmationView(one, presenting)),
    signOffs,
    signOffsMissing: profileOf(folded.state.profile).seats.filter(
      (seat) => !signOffs.some((signed) => signed.seat === seat),
    ),
  };
};

export const decisionsView = async (folded: FoldedReview, presenting: Presenting): Promise<DecisionsView> => {
  const { state } = folded;
  const unanswered = state.agencies.filter((agency) => stoppingReturn(agency) === undefined);
  return {
    reference: state.reference,
    version: state.version,
    duties: {
      evidenced: await inOrder(evidencedIn(folded), async ({ at, actor, body }) => ({
        duty: body.duty,
        at: formatInstant(at),
        who: presenting.person(actor),
        evidence: await presenting.read.text(body.note),
      })),
      missing: [...dutiesMissing(state)],
    },
    decisions: await inOrder(eventsOfKind(folded, 'DecisionTaken'), (event) =>
      decisionView(folded, event, presenting),
    ),
    missingReturns: returnsView(
      unanswered.map(({ agency }) => agency),
      presenting,
    ),
  };
};
