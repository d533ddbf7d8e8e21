// Whether the day, or the way, on which an agency was asked may be put right (R8): what a person recorded, and no more than the mail
// server's word of a mail allows. What it moves is `consequences.ts`.

import type { CivilDate } from '../../calendar/civilDate';
import type { Instant } from '../../calendar/instant';
import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { SentRequest } from '../../timetable/facts';
import { agencyOn, answersToRequest } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decided } from '../rejections';
import type { OpenCase } from '../state';
import type { ScopingRequest } from './state';
import type { CorrectRequestSent } from './commands';
import { onceByMailAlone } from './bounces';
import { sentOutOfTime } from './decide';

/** What the mail server said is no slip; but the agency may have been asked before, another way. A mail that came back has asked nobody. */
const dayOfMailThatStands = (
  { on, channel, mailedOn }: SentRequest,
  request: ScopingRequest | undefined,
): CivilDate | undefined =>
  mailedOn ?? (channel === 'mail' && request?.cameBack === undefined ? on : undefined);

export const correctRequestSent = (
  state: OpenCase,
  { agency, on, channel, reason }: CorrectRequestSent,
  calendar: WorkingCalendar,
  now: Instant,
): Decided<EventBody> => {
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { sent, request } = onCase;
  if (sent === undefined) return refuse({ code: 'RequestNotSent', agency });
  const mailedOn = dayOfMailThatStands(sent, request);
  const dayOfMail = mailedOn ?? request?.cameBack?.on;
  // Of the day of the mail and no other way: by mail alone.
  const way = channel ?? (on === dayOfMail ? 'mail' : sent.channel);
  const byMail = { code: 'RequestSentByMail', agency, on: dayOfMail ?? sent.on } as const;
  if (way === 'mail' && sent.channel === 'mail') return refuse(byMail);
  const wrong = sentOutOfTime(state, onCase, on, calendar, now);
  if (wrong !== undefined) return refuse(wrong);
  if (mailedOn !== undefined && on > mailedOn) return refuse(byMail);
  const sameWay = way === sent.channel;
  const { otherwiseOn = sent.on } = sent;
  if (sent.on === on && otherwiseOn === on && sameWay)
    return refuse({ code: 'SentCorrectionChangesNothing', agency, on });
  const before = answersToRequest(onCase).find((answer) => answer.on < on);
  if (before !== undefined)
    return refuse({ code: 'SentCorrectionContradictsReturn', agency, on, answeredOn: before.on });
  return accept<EventBody>(
    {
      kind: 'RequestSentCorrected',
      body: { agency, was: sent.on, on, ...(sameWay && sent.on !== on ? {} : { channel: way }), reason },
    },
    ...(way === 'mail' ? onceByMailAlone(onCase) : []),
  );
};
