// How it enters the state that an agency was asked on another day, or another way, than was held: by a person, by the mail server's word of
// a mail, or as a mail came back or was answered after all (R3, R8). Whether that is so `correctSent.ts`, `mailReports.ts` and `bounces.ts` say.

import type { CivilDate } from '../../calendar/civilDate';
import type { SentRequest } from '../../timetable/facts';
import type { AgencyOnCase } from '../state';
import { movedByBounce, sentSinceBounce } from './bouncesRecorded';
import type { RequestSentCorrected } from './events';
import type { ScopingRequest } from './state';

/** The mail server's day stays known beside it. */
const correctedSent = (
  sent: SentRequest,
  {
    on,
    channel = sent.channel,
    acceptedAt,
    mailedOn,
    mailCameBack,
    mailAnswered,
    mailArrived,
  }: RequestSentCorrected['body'],
): SentRequest => {
  // With the bounce that was none: this says that the day is another.
  if (mailArrived === true) return sent;
  if (mailedOn !== undefined) return { ...sent, mailedOn };
  // Each way keeps its day: the mail may come back.
  if (acceptedAt !== undefined)
    return { ...sent, on, mailedOn: on, otherwiseOn: sent.otherwiseOn ?? sent.on };
  const { otherwiseOn, ...asked } = sent;
  if (mailAnswered === true)
    return channel === 'mail' ? { ...sent, on } : { ...sent, on, otherwiseOn: otherwiseOn ?? sent.on };
  if (mailCameBack !== true) return { ...asked, on, channel };
  // A later mail that stands may come back too, and leave the other way.
  const otherwise = otherwiseOn !== undefined && on < otherwiseOn ? { otherwiseOn } : {};
  return { ...asked, on, ...(channel === 'mail' ? { mailedOn: on } : otherwise) };
};

/** Those before the first mail that stands; what an agency says it answered before that, it answered them. */
const whatCameBack = (request: ScopingRequest, was: CivilDate): ScopingRequest => {
  const left = request.contacts.filter(({ bounced, sending }) => !bounced && sending > 0);
  const sending = Math.min(...left.map(({ since = 1 }) => since)) - 1;
  return { ...request, cameBack: { sending, on: request.cameBack?.on ?? was } };
};

const withBouncesOf = (known: AgencyOnCase, body: RequestSentCorrected['body']): AgencyOnCase => {
  if (body.mailCameBack === true) return movedByBounce(known, known);
  const itsOwn = body.mailAnswered === true || body.mailArrived === true;
  return itsOwn ? known : sentSinceBounce(known);
};

export const withSentCorrected = (known: AgencyOnCase, body: RequestSentCorrected['body']): AgencyOnCase => {
  const { request, sent } = known;
  if (sent === undefined) return known;
  const again = body.channel === 'mail' && body.mailCameBack === true;
  return {
    ...withBouncesOf(known, body),
    ...(again && request !== undefined ? { request: whatCameBack(request, body.was) } : {}),
    sent: correctedSent(sent, body),
  };
};
