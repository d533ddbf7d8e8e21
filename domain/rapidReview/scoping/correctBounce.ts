// Whether it may be taken back that a mail came back (R8): what a person recorded of the request as it was sent last. How the request
// stands then is `bouncesRecorded.ts` and `voided.ts`; what that moves, `consequences.ts`.

import type { WorkingCalendar } from '../../calendar/workingCalendar';
import type { ContactId } from '../../timetable/facts';
import { agencyOn } from '../agenciesOfCase';
import type { EventBody } from '../events';
import { accept, refuse, type Decided, type Rejection } from '../rejections';
import type { AgencyOnCase, OpenCase } from '../state';
import { againByMail, asMailedAgain, mailStands } from './bounces';
import type { CorrectBounce } from './commands';
import type { RequestSentCorrected, ScopingEvent } from './events';
import { following } from './established';
import { wasMailedTo } from './mailedTo';
import { acceptance } from './mailReports';
import { isUnreachable } from './unreachable';

const lastRound = ({ request, voidRounds }: AgencyOnCase): number => request?.round ?? voidRounds;

const whyNot = (onCase: AgencyOnCase, round: number, contact: ContactId): Rejection | undefined => {
  const { agency, request, voided, bounces } = onCase;
  if (bounces?.round === round && bounces.contacts.includes(contact)) return undefined;
  const last = lastRound(onCase);
  if (round < last) return { code: 'RequestMadeAnew', agency, round: last };
  if (round > last || !isUnreachable(onCase, contact))
    return { code: 'BounceNotRecorded', agency, round, contact };
  const asked = (request ?? voided?.request)?.contacts.find((one) => one.contact === contact);
  return asked?.bounced === true && asked.returned !== true && asked.sending > 0
    ? { code: 'BounceByMailServer', agency, contact }
    : { code: 'BounceNotKept', agency, contact };
};

/** The day of the mail counts again. */
const onItsDay = ({ agency, sent: was }: AgencyOnCase, is: AgencyOnCase): readonly RequestSentCorrected[] => {
  const { sent } = is;
  if (was === undefined || sent === undefined || was.on === sent.on) return [];
  return [
    {
      kind: 'RequestSentCorrected',
      body: { agency, was: was.on, on: sent.on, ...againByMail(sent), mailArrived: true },
    },
  ];
};

/** A mail of which the server's word came while nothing of the request was held to stand: nobody hears it again. */
const heardMeanwhile = (
  state: OpenCase,
  { agency, mails = [] }: CorrectBounce,
  calendar: WorkingCalendar,
): readonly ScopingEvent[] => {
  const known = agencyOn(state, agency);
  const { request } = known ?? {};
  if (known === undefined || request === undefined) return [];
  const [first] = mails
    .filter((mail) => mailStands(request, mail))
    .toSorted((one, other) => one.at - other.at);
  if (first === undefined) return [];
  const numbered = { round: first.round, sending: first.sending ?? request.sendings };
  const word = acceptance(known, numbered, calendar, first.at);
  return word === undefined ? [] : [word];
};

/** What others recorded stands: from where a mail came back still, it has not gone. */
const othersCameBack = (
  state: OpenCase,
  { agency, mails = [] }: CorrectBounce,
  calendar: WorkingCalendar,
): readonly ScopingEvent[] => {
  const known = agencyOn(state, agency);
  const back = known?.request?.contacts.find(({ returned }) => returned === true);
  return known === undefined || back === undefined
    ? []
    : asMailedAgain(state, known, back.contact, mails, calendar);
};

export const correctBounce = (
  state: OpenCase,
  command: CorrectBounce,
  calendar: WorkingCalendar,
): Decided<EventBody> => {
  const { agency, contact, reason } = command;
  const onCase = agencyOn(state, agency);
  if (onCase === undefined) return refuse({ code: 'AgencyNotOnCase', agency });
  const { round = lastRound(onCase) } = command;
  const wrong = whyNot(onCase, round, contact);
  if (wrong !== undefined) return refuse(wrong);
  const { request = onCase.voided?.request, voided, bounces } = onCase;
  // Another mail than the request came back: that changes nothing of the request.
  const ofRequest = request !== undefined && wasMailedTo(request, contact);
  const stands = voided !== undefined && ofRequest;
  const on = (bounces?.before ?? voided?.known)?.sent?.on;
  const corrected = following({ state, events: [] }, [
    {
      kind: 'RequestBounceCorrected',
      body: {
        agency,
        round,
        contact,
        ...(stands ? { stands: on === undefined ? {} : { on } } : {}),
        reason,
      },
    },
  ]);
  if (!ofRequest) return accept<EventBody>(...corrected.events);
  const is = agencyOn(corrected.state, agency);
  const dated = following(corrected, is === undefined ? [] : onItsDay(onCase, is));
  const heard = following(dated, heardMeanwhile(dated.state, command, calendar));
  const { events } = following(heard, othersCameBack(heard.state, command, calendar));
  return accept<EventBody>(...events);
};
