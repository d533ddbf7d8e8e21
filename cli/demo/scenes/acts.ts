// Single acts that the stories have in common, each as the coordinator or the chair records it. When they are done, and of
// which case, is for the scenes.

import type { ActBody, WriteText } from '../../../api/writing/caseWrite';
import { HOUR, type Instant } from '../../../domain/calendar/instant';
import type { AgencyKind } from '../../../domain/policy/agencyKinds';
import { CRITERIA, type Criterion } from '../../../domain/policy/decisionTerms';
import { SEATS, type Seat } from '../../../domain/policy/policyProfile';
import type { Answer, Way } from '../../../domain/rapidReview/state';
import { keyOf } from '../../../domain/timetable/obligationKey';
import type { Telling } from '../telling';

export interface Referred {
  readonly child: { readonly name: string; readonly dateOfBirth: string };
  readonly agencies: readonly AgencyKind[];
}

export const received = (
  { cast, open, received: receivedAt }: Telling,
  { child, agencies }: Referred,
): Promise<void> =>
  open(cast.coordinator, async (write) => {
    const before = (hours: number): Instant => (receivedAt - hours * HOUR) as Instant;
    await write('referrer', 'referrer', {
      name: 'Elspeth Marden',
      organisation: 'Brookfield Hospitals NHS Trust',
      role: 'Named doctor for safeguarding',
      email: 'elspeth.marden@agencies.example',
    });
    await write('incident', 'incident', 'What was known of the incident on the day, in a few sentences.');
    await write('child-1', 'childParticulars', child);
    return {
      receivedAt,
      timestamps: { incident: before(43), localAuthorityAware: before(30) },
      agencies: agencies.map((kind) => cast.agency(kind).id),
    };
  });

export const notified = ({ cast, act }: Telling, at: Instant): Promise<void> =>
  act(cast.coordinator, () => ({ kind: 'recordTimestamp', timestamp: 'notificationSent', at }));

export const answered = (
  { cast, act, day }: Telling,
  on: number,
  kind: AgencyKind,
  answer: Answer,
  how: Way,
): Promise<void> =>
  act(cast.coordinator, async (write) => ({
    kind: 'recordReturn',
    agency: cast.agency(kind).id,
    answer,
    how,
    on: day(on),
    ...(answer === 'nil' ? {} : { content: await write('content', 'return', 'What the agency wrote.') }),
  }));

/** By the link in its mail, without an account. */
export const nilOnline = ({ cast, online }: Telling, kind: AgencyKind): Promise<void> =>
  online(cast.agency(kind).id, { answer: 'nil', by: 'Who answered, and what they are there.' });

export const whyLate = ({ cast, act }: Telling, kind: AgencyKind): Promise<void> =>
  act(cast.coordinator, async (write) => ({
    kind: 'explainLateness',
    key: keyOf({ obligation: 'agencyReturn', agency: cast.agency(kind).id }),
    reason: await write('reason', 'reason', 'Why it was late.'),
  }));

export const secured = (
  { cast, act, day }: Telling,
  on: number,
  kind: AgencyKind,
  paper: boolean,
): Promise<void> =>
  act(cast.coordinator, async (write) => ({
    kind: 'recordRecordsSecured',
    agency: cast.agency(kind).id,
    on: day(on),
    secured: { paper, electronic: true, locked: true },
    by: await write('by', 'note', 'Who secured them.'),
  }));

const MET: readonly Criterion[] = ['improvementsNeeded', 'agenciesWorkingTogether'];

export const decision =
  (at: Instant) =>
  async (write: WriteText): Promise<ActBody> => ({
    kind: 'takeDecision',
    at,
    outcome: 'practiceReview',
    dissent: [],
    threshold: { abuseOrNeglect: 'suspected', harm: 'seriouslyHarmed' },
    criteria: await Promise.all(
      CRITERIA.map(async (criterion) => ({
        criterion,
        met: MET.includes(criterion),
        reasons: await write(`criterion-${criterion}`, 'reason', 'Why it is met, or not.'),
      })),
    ),
    rationale: await write('rationale', 'reason', 'What the group took into account.'),
  });

export const arrives = (
  { cast, act }: Pick<Telling, 'cast' | 'act'>,
  seat: Seat,
  at: Instant,
): Promise<void> =>
  act(cast.coordinator, () => ({
    kind: 'recordArrival',
    who: { person: cast.delegate(seat).actor },
    agency: cast.agency(seat).id,
    agencyKind: seat,
    seat,
    remote: seat === 'police',
    at,
  }));

export const closed = ({ cast, act }: Pick<Telling, 'cast' | 'act'>, at: Instant): Promise<void> =>
  act(cast.coordinator, async (write) => ({
    kind: 'closeMeeting',
    at,
    minutes: await write('minutes', 'minutes', 'What was said.'),
  }));

const DUTIES = ['facts', 'immediateSafety', 'improvements'] as const;

/** An hour and ten minutes, all three seats filled, that end with the decision. */
export const quorateMeeting = async (telling: Telling, on: number, hour: number): Promise<void> => {
  const { cast, at, until, act } = telling;
  await until(on, hour, 5);
  await act(cast.coordinator, () => ({ kind: 'openMeeting', at: at(on, hour) }));
  for (const [index, seat] of SEATS.entries()) await arrives(telling, seat, at(on, hour, index));
  await until(on, hour, 50);
  for (const duty of DUTIES)
    await act(cast.coordinator, async (write) => ({
      kind: 'evidenceDuty',
      duty,
      evidence: await write('evidence', 'note', 'Where in the minutes it stands.'),
    }));
  await act(cast.chair, decision(at(on, hour, 50)));
  await until(on, hour + 1, 10);
  await closed(telling, at(on, hour + 1, 10));
};

/** The third one is given by telephone. */
export const threeSignOffs = async ({ cast, day, until, act }: Telling, on: number): Promise<void> => {
  await until(on, 10);
  await act(cast.delegate('localAuthority'), () => ({
    kind: 'signOffDecision',
    seat: 'localAuthority',
    on: day(on),
  }));
  await until(on, 11, 30);
  await act(cast.delegate('police'), () => ({ kind: 'signOffDecision', seat: 'police', on: day(on) }));
  await until(on, 15);
  await act(cast.coordinator, async (write) => ({
    kind: 'signOffDecision',
    seat: 'integratedCareBoard',
    on: day(on),
    evidence: await write('evidence', 'note', 'Given by telephone: by whom, and who heard it.'),
  }));
};

/** What the dispatch to the Panel needs beside the signatures. */
export const papersForPanel = async ({ cast, act }: Telling): Promise<void> => {
  await act(cast.coordinator, async (write) => ({
    kind: 'recordNotificationReference',
    reference: await write('reference', 'note', 'The reference that the notification was given.'),
  }));
  await act(cast.coordinator, async (write) => ({
    kind: 'attachReport',
    document: await write('document', 'document', { title: 'Rapid Review report', where: 'case folder' }),
  }));
};
