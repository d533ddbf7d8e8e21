// The end of the race: signed off for every seat, sent to the Panel by mail, disagreed with, confirmed, sent again and
// agreed; and an answer that comes after all of it.

import { minutely, type Days, type Step } from '../script';
import { BY_ALL, CHAIR, delegateOf, HOSPITAL, ROW } from './cast';

export const signing = ({ at, day }: Days): readonly Step[] =>
  minutely(
    at(13, 10),
    { kind: 'signOffDecision', seat: 'localAuthority', on: day(13), evidence: ROW },
    { act: { kind: 'signOffDecision', seat: 'police', on: day(13) }, as: delegateOf('police') },
    {
      act: { kind: 'signOffDecision', seat: 'integratedCareBoard', on: day(13) },
      as: delegateOf('integratedCareBoard'),
    },
    { kind: 'recordNotificationReference', reference: ROW },
    { kind: 'attachReport', document: ROW },
  );

export const informing = ({ at }: Days): readonly Step[] =>
  minutely(at(14, 10), { act: { kind: 'informPanel' }, as: CHAIR });

export const reconsidering = ({ at, day }: Days): readonly Step[] => [
  ...minutely(at(17, 10), { kind: 'recordPanelReply', reply: 'disagrees', on: day(17), letter: ROW }),
  ...minutely(
    at(19, 10),
    { kind: 'confirmDecision', on: day(19), agreedBy: BY_ALL, reason: ROW },
    { act: { kind: 'informPanel' }, as: CHAIR },
  ),
];

export const agreeing = ({ at, day }: Days): readonly Step[] => [
  ...minutely(at(21, 11), { kind: 'recordPanelReply', reply: 'agrees', on: day(21) }),
  ...minutely(at(23, 11), {
    kind: 'recordReturn',
    agency: HOSPITAL,
    answer: 'full',
    how: 'paper',
    on: day(23),
    content: ROW,
  }),
];
