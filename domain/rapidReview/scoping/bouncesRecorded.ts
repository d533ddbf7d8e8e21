// What is kept of the mails that people record as come back, so that one recorded by mistake can be taken back (R8), and how the request
// stands without it. Whether it may be is `correctBounce.ts`; what a request that was void for it takes up again, `voided.ts`.

import type { ContactId } from '../../timetable/facts';
import type { AgencyOnCase } from '../state';
import { wasMailedTo } from './mailedTo';
import type { ContactAsked, ScopingRequest } from './state';

/** Sent again, it tries each address anew; and what came back before says nothing of how it stands now. */
export const withoutBounces = ({ bounces: _recorded, voided: _void, ...known }: AgencyOnCase): AgencyOnCase =>
  known;

export const bounceRecorded = (known: AgencyOnCase, contact: ContactId): AgencyOnCase => {
  const { request, bounces } = known;
  if (request === undefined) return known;
  const { round } = request;
  return {
    ...known,
    bounces: { round, ...bounces, contacts: [...(bounces?.contacts ?? []), contact] },
  };
};

/** `was`: as it stood before. The first that changes anything counts. */
export const movedByBounce = (known: AgencyOnCase, was: AgencyOnCase): AgencyOnCase => {
  const { bounces } = known;
  if (bounces === undefined || bounces.before !== undefined) return known;
  const { sent, request } = was;
  const cameBack = request?.cameBack;
  return {
    ...known,
    bounces: {
      ...bounces,
      before: {
        ...(sent === undefined ? {} : { sent }),
        ...(cameBack === undefined ? {} : { cameBack }),
      },
    },
  };
};

/** Put right, or known to have gone, after a bounce has changed it: how it would stand without is not known any more. */
export const sentSinceBounce = (known: AgencyOnCase): AgencyOnCase =>
  known.bounces?.before === undefined ? known : withoutBounces(known);

const unmarked = ({ returned: _back, ...asked }: ContactAsked): ContactAsked => ({
  ...asked,
  bounced: false,
});

const arrived = (request: ScopingRequest, contact: ContactId): ScopingRequest => ({
  ...request,
  contacts: request.contacts.map((asked) => (asked.contact === contact ? unmarked(asked) : asked)),
});

const without = (
  contacts: readonly ContactId[],
  contact: ContactId,
): readonly [ContactId, ...ContactId[]] | undefined => {
  const [first, ...left] = contacts.filter((one) => one !== contact);
  return first === undefined ? undefined : [first, ...left];
};

/** What has not come back from everywhere has asked the agency on its day. */
const asBefore = (known: AgencyOnCase, contact: ContactId): AgencyOnCase => {
  const { request, bounces } = known;
  if (request === undefined) return known;
  const marked = { ...known, request: arrived(request, contact) };
  if (bounces?.before === undefined || !wasMailedTo(request, contact)) return marked;
  const { before, ...recorded } = bounces;
  const { cameBack: _all, ...standing } = marked.request;
  const { sent: _otherwise, ...asked } = marked;
  const { cameBack, sent } = before;
  return {
    ...asked,
    ...(sent === undefined ? {} : { sent }),
    request: { ...standing, ...(cameBack === undefined ? {} : { cameBack }) },
    bounces: recorded,
  };
};

export const withoutBounce = (known: AgencyOnCase, contact: ContactId): AgencyOnCase => {
  const { bounces, unreachable = [], ...left } = asBefore(known, contact);
  const others = without(bounces?.contacts ?? [], contact);
  const dead = without(unreachable, contact);
  return {
    ...left,
    ...(dead === undefined ? {} : { unreachable: dead }),
    ...(bounces === undefined || others === undefined ? {} : { bounces: { ...bounces, contacts: others } }),
  };
};
