// A case for reading: folded from its events, or the problem that there is none; and the names of its agencies and
// of the people who acted.

import type { CaseEvent } from '../../domain/rapidReview/events';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { FoldedCase, Records } from '../../records/records';
import { problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';

export const readCase = async (records: Records, reference: string): Promise<FoldedCase> => {
  const folded = await records.cases.stateOf(reference as CaseReference);
  if (folded === undefined) throw problem(rejectionProblems.CaseNotOpen, { code: 'CaseNotOpen' });
  return folded;
};

/** The name of an agency, or its id where the register has no name for it. */
export type NameAgency = (id: string) => string;

export const agencyNames = async (records: Records, { state }: FoldedCase): Promise<NameAgency> => {
  const agencies = await records.agencies.byIds(state.agencies.map(({ agency }) => agency));
  const names = new Map<string, string>(agencies.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

const NOT_PEOPLE: Readonly<Record<string, string>> = {
  clock: 'The clock',
  messenger: 'The mail service',
};

/** The names of everybody who acted, by code. */
export const namesOf = async (
  records: Records,
  events: readonly CaseEvent[],
): Promise<ReadonlyMap<string, string>> => {
  const names = new Map<string, string>(Object.entries(NOT_PEOPLE));
  for (const { actor } of events) {
    if (actor === 'clock' || actor === 'messenger' || names.has(actor)) continue;
    names.set(actor, (await records.people.nameOf(actor)) ?? actor);
  }
  return names;
};
