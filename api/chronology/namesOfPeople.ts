// The names of those who act, by their codes, as the register of people has them: all asked for at once. Which codes a case speaks of is
// `cases/readCase.ts`.

import { isCode } from '../../domain/rapidReview/codes';
import type { ActorId } from '../../domain/rapidReview/commands';
import type { Records } from '../../records/records';

/** The name behind the code of somebody who acted; the code where there is none. */
export type NamePerson = (code: string) => string;

const NOT_PEOPLE: Readonly<Record<string, string>> = {
  clock: 'The clock',
  messenger: 'The mail service',
};

/** By code; the code itself where there is no name. */
export const namesOfPeople = async (
  { people }: { readonly people: Pick<Records['people'], 'namesOf'> },
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  // An agency that answered by its link acts for itself: its name is not among those of people.
  const actors = [...new Set(codes)].filter(
    (code): code is ActorId => !Object.hasOwn(NOT_PEOPLE, code) && !isCode('agency', code),
  );
  const known = await people.namesOf(actors);
  return new Map<string, string>([
    ...Object.entries(NOT_PEOPLE),
    ...actors.map((actor) => [actor, known.get(actor) ?? actor] as const),
  ]);
};
