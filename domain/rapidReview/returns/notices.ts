// What an agency hears of its answer: a receipt, where it came by the link; that it was sent back, never what is missing in it; and
// that it was recorded by mistake: the agency may have seen it, and owes one again.

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

export const returnCorrectedNotices = (
  event: Extract<CaseEvent, { readonly kind: 'ReturnCorrected' }>,
  state: Running,
): readonly Draft[] => {
  const { agency, number, was, on } = event.body;
  const contacts = reachableContacts(state, agency);
  // After the end nothing is asked of it (R20).
  if (on !== undefined || contacts.length === 0 || state.status !== 'open') return [];
  return [
    {
      key: `answerByMistake/${agency}/${number}`,
      to: { role: 'agency', agency, contacts },
      body: { kind: 'answerByMistake', agency, number, on: was },
    },
  ];
};

/** A person whom we know has told us of any other; by the link it may have been anybody who has the mail. */
export const answerReceivedNotices = (
  event: Extract<CaseEvent, { readonly kind: 'ReturnReceived' }>,
  state: Running,
): readonly Draft[] => {
  const { agency, number, answer, how, on } = event.body;
  const contacts = reachableContacts(state, agency);
  if (how !== 'link' || contacts.length === 0) return [];
  return [
    {
      key: `answerReceived/${agency}/${number}`,
      to: { role: 'agency', agency, contacts },
      body: { kind: 'answerReceived', agency, number, answer, on },
    },
  ];
};
