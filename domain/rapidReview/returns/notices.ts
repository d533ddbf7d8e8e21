// An answer that was sent back is told to the agency: that something is missing, never what.

import type { CaseEvent } from '../events';
import type { Draft } from '../noticeBodies';
import { reachableContacts } from '../reminders/reach';
import type { Running } from '../state';

export const returnSentBackNotices = (
  event: Extract<CaseEvent, { readonly kind: 'ReturnSentBack' }>,
  state: Running,
): readonly Draft[] => {
  const { agency, number } = event.body;
  return [
    {
      key: `returnSentBack/${agency}/${number}`,
      to: { role: 'agency', agency, contacts: reachableContacts(state, agency) },
      body: { kind: 'returnSentBack', agency, number },
    },
  ];
};
