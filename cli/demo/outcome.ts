// The story's outcome as one document: the timetable, the events and the mails, by codes. It is what `--json` prints.

import { formatInstant } from '../../domain/calendar/instant';
import type { ObligationStatus } from '../../domain/timetable/timetable';
import type { Recipient } from '../../domain/rapidReview/notices';
import { timetableOfCase } from '../../domain/rapidReview/timetableOfCase';
import type { Played } from './stage';

/** What is still waiting for its anchor is open. */
const statusOf = (status: ObligationStatus): Exclude<ObligationStatus, 'awaitingAnchor'> =>
  status === 'awaitingAnchor' ? 'open' : status;

/** `agency:AG-0005`, `partner:police`, `team`. */
const codeOf = (to: Recipient): string => {
  if (to.role === 'agency') return `agency:${to.agency}`;
  return to.role === 'partner' ? `partner:${to.seat}` : to.role;
};

export interface Outcome {
  readonly case: string;
  readonly timetable: readonly {
    readonly obligation: string;
    readonly agency?: string;
    readonly opens?: string;
    readonly due?: string;
    readonly doneOn?: string;
    readonly status: 'open' | 'met' | 'missed' | 'lapsed';
    readonly workingDaysEarly?: number;
  }[];
  readonly events: readonly { readonly number: number; readonly at: string; readonly kind: string }[];
  readonly notices: readonly {
    readonly key: string;
    readonly kind: string;
    readonly to: string;
    readonly at?: string;
    readonly outcome: string;
  }[];
}

export const outcomeOf = ({ folded, notices }: Played): Outcome => ({
  case: folded.state.reference,
  timetable: timetableOfCase(folded.state, folded.calendar).lines.map((line) => {
    const { obligation, agency, opens, due, doneOn, status, workingDaysEarly } = line;
    return {
      obligation,
      ...(agency === undefined ? {} : { agency }),
      ...(opens === undefined ? {} : { opens }),
      ...(due === undefined ? {} : { due }),
      ...(doneOn === undefined ? {} : { doneOn }),
      status: statusOf(status),
      ...(workingDaysEarly === undefined ? {} : { workingDaysEarly }),
    };
  }),
  events: folded.events.map(({ number, at, kind }) => ({ number, at: formatInstant(at), kind })),
  notices: notices.map(({ key, body, to, acceptedAt, outcome }) => ({
    key,
    kind: body.kind,
    to: codeOf(to),
    ...(acceptedAt === undefined ? {} : { at: formatInstant(acceptedAt) }),
    outcome,
  })),
});
