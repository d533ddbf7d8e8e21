// At which addresses of an agency no mail arrives, from one request to the next: one came back from there, or the mail server refused it,
// and the request has not been sent since, there or to those below. Whether the request is void for it is `bounces.ts`, to whom mail falls `reminders/reach.ts`.

import type { ContactId } from '../../timetable/facts';
import type { AgencyOnCase } from '../state';
import type { ScopingRequest } from './state';

type Known = Pick<AgencyOnCase, 'request' | 'unreachable'>;

/** From whom of those that were asked by it a mail came back. */
export const bouncedIn = (request: ScopingRequest | undefined): readonly ContactId[] =>
  (request?.contacts ?? []).filter(({ bounced }) => bounced).map(({ contact }) => contact);

/** By whichever request: nobody writes to them. */
export const isUnreachable = ({ unreachable = [], request }: Known, contact: ContactId): boolean =>
  unreachable.includes(contact) || bouncedIn(request).includes(contact);

const keeping = (contacts: readonly ContactId[]): Pick<AgencyOnCase, 'unreachable'> =>
  contacts.length === 0 ? {} : { unreachable: contacts };

/** Those too, of its request that is void, or who were not asked by it. */
export const stillUnreachable = (
  { unreachable = [] }: Known,
  contacts: readonly ContactId[],
): Pick<AgencyOnCase, 'unreachable'> => keeping([...new Set([...unreachable, ...contacts])]);

/** The request is mailed to them, or they stand above whoever it is mailed to: that a mail may arrive is usually why it is sent again. */
export const triedAnew = (known: AgencyOnCase, asked: readonly ContactId[]): AgencyOnCase => {
  const { unreachable = [], ...rest } = known;
  return { ...rest, ...keeping(unreachable.filter((contact) => !asked.includes(contact))) };
};
