// What agencies are called, for whoever only has their codes.

import type { AgencyId } from '../../domain/timetable/facts';
import type { Records } from '../../records/records';

/** The name of an agency, or its id where the register has no name for it. */
export type NameAgency = (id: string) => string;

export const namesOfAgencies = async (
  { agencies }: Pick<Records, 'agencies'>,
  ids: readonly AgencyId[],
): Promise<NameAgency> => {
  const found = await agencies.byIds([...new Set(ids)]);
  const names = new Map<string, string>(found.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
};

/** Name and code: two may have one name, and what is asked of one is asked by the code. */
export const withCode =
  (name: NameAgency): NameAgency =>
  (id) => {
    const called = name(id);
    return called === id ? id : `${called} (${id})`;
  };

/** The code too where another of them has the same name. */
export const toldApart = (name: NameAgency, ids: Iterable<string>): NameAgency => {
  const namesakes = Map.groupBy(new Set(ids), name);
  const coded = withCode(name);
  return (id) => ((namesakes.get(name(id))?.length ?? 0) > 1 ? coded(id) : name(id));
};
