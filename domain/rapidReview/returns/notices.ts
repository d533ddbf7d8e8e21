// What an agency hears of its answer: a receipt, where it came by the link; that it was sent back, never what is missing in it; and
// that it was recorded by mistake: the agency may have seen it, and owes one again.

import type { AgencyId } from '../../timetable/facts';
import { agencyOn, returnOf, stoppingReturn } from '../agenciesOfCase';
import type { CaseEvent } from '../events';
import type { Draft } from '../noticeBodies';
import { reachableContacts } from '../reminders/reach';
import type { AgencyReturn, Running } from '../state';

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

const byMistake = (state: Running, agency: AgencyId, { number, on }: AgencyReturn): readonly Draft[] => {
  const contacts = reachableContacts(state, agency);
  return contacts.length === 0
    ? []
    : [
        {
          key: `answerByMistake/${agency}/${number}`,
          to: { role: 'agency', agency, contacts },
          body: { kind: 'answerByMistake', agency, number, on },
        },
      ];
};

/** Of an agency that owes nothing, as it has answered beside it, or the case has ended, nothing is wanted (R20). */
export const returnCorrectedNotices = (
  event: Extract<CaseEvent, { readonly kind: 'ReturnCorrected' }>,
  state: Running,
): readonly Draft[] => {
  const { agency, number, on } = event.body;
  const known = agencyOn(state, agency);
  const found = returnOf(state, agency, number);
  if (on !== undefined || known === undefined || found === undefined || state.status !== 'open') return [];
  return stoppingReturn(known) === undefined ? byMistake(state, agency, found) : [];
};

/** A case goes on: agencies hear of what turned out to be a mistake while it had ended; of what they have heard already the ledger knows. */
export const answersByMistakeNotices = (state: Running): readonly Draft[] =>
  state.agencies.flatMap((known) =>
    stoppingReturn(known) === undefined
      ? known.returns
          .filter(({ judged }) => judged === 'recordedByMistake')
          .flatMap((found) => byMistake(state, known.agency, found))
      : [],
  );

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
