// Whether what was recorded at a meeting may be taken back as a whole, to be recorded anew (R8, R14): opened at another hour or in the wrong
// case, somebody in the wrong seat. What was decided rests on it, and what came after the meeting too.

import { decisionOfMeeting } from '../decision/state';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { OpenCase } from '../state';
import type { UndoOpening } from './commands';

export const undoOpening = (state: OpenCase, { reason }: UndoOpening): Decided<EventBody> => {
  const last = state.meetings.findLast(({ stage }) => stage !== 'cancelled');
  if (last === undefined || last.stage === 'arranged') return refuse({ code: 'NothingRecordedOfMeeting' });
  const decided = decisionOfMeeting(state, last.number);
  return decided === undefined
    ? accept({ kind: 'MeetingOpeningUndone', body: { meeting: last.number, reason } })
    : refuse({ code: 'MeetingDecided', on: decided.on });
};
