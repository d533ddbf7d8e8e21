// What an agency hears of its answer: a receipt, where it came by the link; that it was sent back, never what is missing in it; and
// that it was recorded by mistake: the agency may have seen it, and owes one again.

import type { AgencyId } from '../../timetable/facts';
import { agencyOn, owesItsOwn } from '../agenciesOfCase';
import type { EventOf } from '../events';
import type { Draft } from '../noticeBodies';
import { reachableContacts } from '../reminders/reach';
import type { AgencyOnCase, AgencyReturn, CaseWithReview } from '../state';

export const returnSentBackNotices = (
  event: EventOf<'ReturnSentBack'>,
  state: CaseWithReview,
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

/** Nothing where nobody of it can be mailed. */
const toReachable = (
  state: CaseWithReview,
  agency: AgencyId,
  draft: Pick<Draft, 'key' | 'body'>,
): readonly Draft[] => {
  const contacts = reachableContacts(state, agency);
  return contacts.length === 0 ? [] : [{ ...draft, to: { role: 'agency', agency, contacts } }];
};

/** Of an agency that owes nothing, as it has answered beside it, nothing is wanted. */
const byMistake = (
  state: CaseWithReview,
  known: AgencyOnCase,
  answers: readonly AgencyReturn[],
): readonly Draft[] =>
  owesItsOwn(known)
    ? answers
        .filter(({ judged }) => judged === 'recordedByMistake')
        .flatMap(({ number, on }) =>
          toReachable(state, known.agency, {
            key: `answerByMistake/${known.agency}/${number}`,
            body: { kind: 'answerByMistake', agency: known.agency, number, on },
          }),
        )
    : [];

/** After the end nothing is wanted of anybody (R20). */
export const returnCorrectedNotices = (
  event: EventOf<'ReturnCorrected'>,
  state: CaseWithReview,
): readonly Draft[] => {
  const known = agencyOn(state, event.body.agency);
  if (known === undefined || state.status !== 'open') return [];
  return byMistake(
    state,
    known,
    known.returns.filter(({ number }) => number === event.body.number),
  );
};

/** A case goes on: agencies hear of what turned out to be a mistake while it had ended; of what they have heard already the ledger knows. */
export const answersByMistakeNotices = (state: CaseWithReview): readonly Draft[] =>
  state.agencies.flatMap((known) =>
    byMistake(
      state,
      known,
      known.returns.filter(({ mistakenAfterEnd }) => mistakenAfterEnd === true),
    ),
  );

/** A person whom we know has told us of any other; by the link it may have been anybody who has the mail. */
export const answerReceivedNotices = (
  event: EventOf<'ReturnReceived'>,
  state: CaseWithReview,
): readonly Draft[] => {
  const { agency, number, answer, how, on } = event.body;
  if (how !== 'link') return [];
  return toReachable(state, agency, {
    key: `answerReceived/${agency}/${number}`,
    body: { kind: 'answerReceived', agency, number, answer, on },
  });
};
