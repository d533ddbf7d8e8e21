// Whether the day, or the way, on which an agency was asked may be put right (R8): what a person recorded, and no more than the mail
// server's word of a mail allows. What it moves is `consequences.ts`.

import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import { agencyOn, answersGiven } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { OpenCase } from '../state';
import type { CorrectRequestSent } from './commands';
import { sentOutOfTime } from './decide';

export const correctRequestSent = (
  state: OpenCase,
  { agency, on, channel, reason }: CorrectRequestSent,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { sent } = onCase;
  if (sent === undefined) return refuse({ code: 'RequestNotSent', agency });
  // What the mail server said is no slip; but the agency may have been asked before, another way. Of its day and no other way: by mail alone.
  const mailedOn = sent.mailedOn ?? (sent.channel === 'mail' ? sent.on : undefined);
  const way = channel ?? (on === mailedOn ? 'mail' : sent.channel);
  if (mailedOn !== undefined && (on > mailedOn || (way === 'mail' && sent.channel === 'mail')))
    return refuse({ code: 'RequestSentByMail', agency, on: mailedOn });
  if (sent.on === on && way === sent.channel)
    return refuse({ code: 'SentCorrectionChangesNothing', agency, on });
  const wrong = sentOutOfTime(state, onCase, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  const before = answersGiven(onCase).find((answer) => answer.on < on);
  if (before !== undefined)
    return refuse({ code: 'SentCorrectionContradictsReturn', agency, on, answeredOn: before.on });
  return accept({
    kind: 'RequestSentCorrected',
    body: { agency, was: sent.on, on, ...(way === sent.channel ? {} : { channel: way }), reason },
  });
};
