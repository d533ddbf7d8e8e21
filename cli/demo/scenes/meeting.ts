// The meetings: the first without the health service's seat, so that it cannot decide whatever anybody wishes; the second
// with all three, which decides.

import { CRITERIA, type Criterion } from '../../../domain/policy/decisionTerms';
import { SEATS, type Seat } from '../../../domain/policy/policyProfile';
import type { ActBody, WriteText } from '../../../api/writing/caseWriter';
import type { Instant } from '../../../domain/calendar/instant';
import { invitees } from '../addressed';
import type { Scene, Telling } from '../telling';

const MET: readonly Criterion[] = ['improvementsNeeded', 'agenciesWorkingTogether'];

const decision =
  (at: Instant) =>
  async (write: WriteText): Promise<ActBody> => ({
    ...{ kind: 'takeDecision', at, outcome: 'practiceReview', dissent: [] },
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

const arrives = ({ cast, act, at }: Telling, seat: Seat, moment: readonly [number, number, number]) =>
  act(cast.coordinator, () => ({
    ...{ kind: 'recordArrival', who: { person: cast.delegate(seat).actor } },
    ...{ agency: cast.agency(seat).id, agencyKind: seat, seat },
    ...{ remote: seat === 'police', at: at(...moment) },
  }));

const close = ({ cast, act, at }: Telling, moment: readonly [number, number, number]) =>
  act(cast.coordinator, async (write) => ({
    ...{ kind: 'closeMeeting', at: at(...moment) },
    minutes: await write('minutes', 'minutes', 'What was said.'),
  }));

export const inquorate: Scene = async (telling) => {
  const { cast, at, until, chapter, act, refused } = telling;
  chapter('The first meeting cannot decide: nobody comes for the integrated care board');
  await until(8, 10, 5);
  await act(cast.coordinator, () => ({ kind: 'openMeeting', at: at(8, 10) }));
  await arrives(telling, 'localAuthority', [8, 10, 0]);
  await arrives(telling, 'police', [8, 10, 2]);
  await until(8, 10, 30);
  await refused(cast.chair, decision(at(8, 10, 30)));
  await until(8, 10, 35);
  await close(telling, [8, 10, 35]);
  await until(8, 11, 15);
  await act(cast.coordinator, () => ({
    ...{ kind: 'arrangeMeeting', startsAt: at(11, 14) },
    invitees: invitees(cast),
  }));
};

const DUTIES = ['facts', 'immediateSafety', 'improvements'] as const;

export const quorate: Scene = async (telling) => {
  const { cast, at, until, chapter, act } = telling;
  chapter('The second meeting is quorate, and decides');
  await until(11, 14, 5);
  await act(cast.coordinator, () => ({ kind: 'openMeeting', at: at(11, 14) }));
  for (const [index, seat] of SEATS.entries()) await arrives(telling, seat, [11, 14, index]);
  await until(11, 14, 50);
  for (const duty of DUTIES)
    await act(cast.coordinator, async (write) => ({
      ...{ kind: 'evidenceDuty', duty },
      evidence: await write('evidence', 'note', 'Where in the minutes it stands.'),
    }));
  await act(cast.chair, decision(at(11, 14, 50)));
  await until(11, 15, 10);
  await close(telling, [11, 15, 10]);
};
