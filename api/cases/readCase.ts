// A case for reading: folded from its events, or the problem that there is none; and the names of its agencies and
// of the people who acted.

import { isCode } from '../../domain/rapidReview/codes';
import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import type { FoldedCase, Records } from '../../records/records';
import { namesOfAgencies, type NameAgency } from '../agencies/namesOfAgencies';
import { namesOfPeople, type NamePerson } from '../chronology/namesOfPeople';
import type { Name } from '../chronology/sayings';
import { problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';

export const readCase = async (records: Records, reference: string): Promise<FoldedCase> => {
  const folded = await records.cases.stateOf(reference as CaseReference);
  if (folded === undefined) throw problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' });
  return folded;
};

/** Also of what no longer stands: a proposal that was declined, whoever was invited and then was not, a meeting never opened after all. */
const agenciesOf = ({ kind, body }: CaseEvent): readonly AgencyId[] => {
  if (kind === 'AgencyProposed') return [body.by, ...(body.agency === undefined ? [] : [body.agency])];
  if (kind === 'AttendeeArrived') return [body.agency];
  if (!('invitees' in body)) return [];
  const uninvited = 'uninvited' in body ? (body.uninvited ?? []) : [];
  return [...body.invitees, ...uninvited].map(({ agency }) => agency);
};

/** Every agency that the case speaks of: on it, on it by mistake, on one that was merged into it; and named in its events. */
const agenciesIn = ({ state, events }: FoldedCase): readonly AgencyId[] => {
  const onCase = state.agencies.map(({ agency }) => agency);
  if (state.status === 'recordedOnly') return onCase;
  const removed = (state.agenciesRemoved ?? []).map(({ agency }) => agency);
  const merged = state.duplicates.flatMap(({ agencies = [] }) => agencies.map(({ agency }) => agency));
  return [...onCase, ...removed, ...merged, ...events.flatMap(agenciesOf)];
};

export const agencyNames = (records: Records, folded: FoldedCase): Promise<NameAgency> =>
  namesOfAgencies(records, agenciesIn(folded));

/** Who acted, or was there when the group met. */
const peopleIn = ({ actor, body }: CaseEvent): readonly string[] => [
  actor,
  ...('attendee' in body ? [body.attendee] : []),
];

/** Of anybody who acted or came to a meeting. */
export const peopleNames = async (records: Records, { events }: FoldedCase): Promise<NamePerson> => {
  const names = await namesOfPeople(records, events.flatMap(peopleIn));
  return (code) => names.get(code) ?? code;
};

/** The name of anybody whom the case speaks of, agency or person; the code where there is none. */
export const namesInCase = async (records: Records, folded: FoldedCase): Promise<Name> => {
  const agency = await agencyNames(records, folded);
  const people = await peopleNames(records, folded);
  return (code) => (isCode('agency', code) ? agency(code) : people(code));
};
