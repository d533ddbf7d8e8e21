// How the answer of one agency stands, and of one agency what it wrote: folded from the events, texts out of the dossier.

import { formatInstant } from '../../domain/calendar/instant';
import type { AgencyOnCase } from '../../domain/rapidReview/state';
import type { AgencyFacts, ObligationKey } from '../../domain/timetable/facts';
import { keyOf } from '../../domain/timetable/obligationKey';
import type { FoldedCase } from '../../records/records';
import { eventsOfKind } from '../cases/eventsOfKind';
import { returnViews } from '../cases/presentCase';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { inOrder } from '../texts/inOrder';
import { textUnder, type TextReader } from '../texts/textReader';
import type { TimetableView } from '../timetable/timetableSchema';
import type { AgencyReturnsView, ProgressView, ReturnsView } from './returnsSchema';

type Known = AgencyFacts & Partial<AgencyOnCase>;

const progressOf = ({ obligations }: TimetableView, key: ObligationKey): ProgressView => {
  const line = obligations.find((one) => one.key === key);
  if (line === undefined) return { status: 'awaitingAnchor' };
  const { status, due, dueInWords, doneOn, workingDaysEarly, punctuality } = line;
  return {
    status,
    ...(due === undefined ? {} : { due }),
    ...(dueInWords === undefined ? {} : { dueInWords }),
    ...(doneOn === undefined ? {} : { doneOn }),
    ...(workingDaysEarly === undefined ? {} : { workingDaysEarly }),
    ...(punctuality === undefined ? {} : { punctuality }),
  };
};

type Standing = Omit<ReturnsView['agencies'][number], 'answers'>;

const standingOf = ({ agency, agreed }: Known, timetable: TimetableView, name: NameAgency): Standing => ({
  agency,
  name: name(agency),
  return: progressOf(timetable, keyOf({ obligation: 'agencyReturn', agency })),
  ...(agreed === undefined ? {} : { agreedDate: agreed.due }),
  recordsSecured: progressOf(timetable, keyOf({ obligation: 'recordsSecured', agency })),
});

export const presentReturns = (
  { state }: FoldedCase,
  timetable: TimetableView,
  name: NameAgency,
): ReturnsView => ({
  reference: state.reference,
  version: state.version,
  agencies: state.agencies.map((known: Known) => ({
    ...standingOf(known, timetable, name),
    answers: returnViews(known.returns ?? []),
  })),
});

/** Whether whoever reads answers for the agency. */
export interface ReaderOfReturns {
  readonly reader: TextReader;
  readonly isOfAgency: boolean;
}

const answersOf = (
  folded: FoldedCase,
  { agency, returns = [] }: Known,
  { reader, isOfAgency }: ReaderOfReturns,
): Promise<AgencyReturnsView['answers']> => {
  const sentBack = eventsOfKind(folded, 'ReturnSentBack').filter(({ body }) => body.agency === agency);
  const received = eventsOfKind(folded, 'ReturnReceived').filter(({ body }) => body.agency === agency);
  return inOrder(received, async ({ at, body: { number, answer, how, on, content, note } }) => {
    const stands = returns.find((one) => one.number === number);
    const missing = sentBack.find(({ body }) => body.number === number)?.body.reason;
    const judged = stands?.judged;
    const answered = {
      number,
      answer,
      how,
      on: stands?.on ?? on,
      recordedAt: formatInstant(at),
      ...(judged === undefined ? {} : { judged }),
    };
    // It may be of another agency, and about another child (R24).
    if (judged === 'recordedByMistake' && isOfAgency) return answered;
    return {
      ...answered,
      ...(await textUnder('content', content, reader)),
      ...(await textUnder('by', note, reader)),
      ...(await textUnder('missing', missing, reader)),
    };
  });
};

const securedOf = async (
  folded: FoldedCase,
  { agency, recordsSecuredOn }: Known,
  reader: TextReader,
): Promise<Pick<AgencyReturnsView, 'secured'>> => {
  // The last: one before it may have been recorded by mistake.
  const said = eventsOfKind(folded, 'RecordsSecured').findLast(({ body }) => body.agency === agency)?.body;
  if (said === undefined || recordsSecuredOn === undefined) return {};
  return {
    secured: { on: recordsSecuredOn, ...said.secured, ...(await textUnder('by', said.note, reader)) },
  };
};

export const presentReturnsOf = async (
  folded: FoldedCase,
  known: Known,
  timetable: TimetableView,
  name: NameAgency,
  reading: ReaderOfReturns,
): Promise<AgencyReturnsView> => ({
  reference: folded.state.reference,
  version: folded.state.version,
  ...standingOf(known, timetable, name),
  answers: await answersOf(folded, known, reading),
  ...(await securedOf(folded, known, reading.reader)),
});
