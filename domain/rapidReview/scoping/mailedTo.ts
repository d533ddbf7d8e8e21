// To whom a scoping request was mailed: whoever is in it to be reminded alone was not asked by a mail of it.

import type { ContactId } from '../../timetable/facts';
import type { ContactAsked, ScopingRequest } from './state';

export const mailedTo = ({ contacts }: ScopingRequest): readonly ContactAsked[] =>
  contacts.filter(({ sending }) => sending > 0);

export const wasMailedTo = (request: ScopingRequest, contact: ContactId): boolean =>
  mailedTo(request).some((asked) => asked.contact === contact);
