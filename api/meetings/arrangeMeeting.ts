// POST /cases/:reference/meeting and what comes of it before it is held: rearranged, cancelled, replied to (C5).

import type { Static } from 'typebox';
import type { RearrangeMeeting } from '../../domain/rapidReview/meeting/commands';
import type { Records } from '../../records/records';
import type { ApiDeps } from '../deps';
import type { TypedApp } from '../http/typedApp';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { actRoute } from '../writing/actRoute';
import { inviteesOf, namedInvitees } from './inviteesOf';
import { ArrangeSchema, CancelSchema, RearrangeSchema, ReplySchema } from './meetingSchemas';
import { followDiarySince, startOf } from './startOf';

const othersInvited = async (
  records: Records,
  { invitees, alsoInvite }: Static<typeof RearrangeSchema>,
): Promise<Pick<RearrangeMeeting, 'invitees' | 'alsoInvite'>> => {
  if (alsoInvite === undefined)
    return invitees === undefined ? {} : { invitees: await namedInvitees(records, invitees, 'invitees') };
  if (invitees === undefined) return { alsoInvite: await namedInvitees(records, alsoInvite, 'alsoInvite') };
  throw problem(
    requestProblems.malformedRequest,
    {},
    inBody('/alsoInvite', 'cannot be given beside invitees, which name everybody'),
  );
};

export const arrangeMeetingRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const common = { permission: 'arrangeMeeting', tag: 'meeting' } as const;
  actRoute(app, deps, {
    ...common,
    path: '/meeting',
    summary: 'Arrange the meeting',
    description:
      'On a working day, by day, in its window; outside the window with a reason, as a recorded departure. Those invited are told by mail. One that took place before it was arranged here is recorded with held, whether its day was a working day or not.',
    body: ArrangeSchema,
    example: { version: 24, events: ['MeetingArranged'] },
    act: async ({ body, reference, write }) => {
      const start = await startOf(deps, body);
      const invitees = await inviteesOf(deps.records, reference, body.invitees);
      const { held, reason } = body;
      return {
        kind: 'arrangeMeeting',
        ...start,
        invitees,
        ...(held === true ? { held } : {}),
        ...(reason === undefined ? {} : { reason: await write('reason', 'reason', reason) }),
      };
    },
    afterwards: ({ body, reference, request }) => followDiarySince(deps, request, body, reference),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/rearrangement',
    summary: 'Rearrange the meeting',
    description:
      'To another time: all who are invited are told, and asked again. Or with others invited: then only whoever is new, asked for another seat or not reached is told, and replies stand.',
    body: RearrangeSchema,
    example: { version: 27, events: ['MeetingRearranged'] },
    act: async ({ body, write }) => {
      const { startsAt, diaryDate } = body;
      const start = startsAt === undefined && diaryDate === undefined ? {} : await startOf(deps, body);
      const invitees = await othersInvited(deps.records, body);
      const reason = await write('reason', 'reason', body.reason);
      return { kind: 'rearrangeMeeting', ...start, ...invitees, reason };
    },
    afterwards: ({ body, reference, request }) => followDiarySince(deps, request, body, reference),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/cancellation',
    summary: 'Cancel the meeting',
    description: 'Those invited are told. The case needs another.',
    body: CancelSchema,
    example: { version: 28, events: ['MeetingCancelled'] },
    act: async ({ body, write }) => ({
      kind: 'cancelMeeting',
      reason: await write('reason', 'reason', body.reason),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/meeting/replies',
    summary: 'Record the reply to an invitation',
    description:
      "It reaches the team by mail, and counts once it is recorded here: until then a seat that somebody is asked to fill counts as filled. Where nobody is left who is to fill a partner's seat, the team is told that quorum is at risk.",
    body: ReplySchema,
    example: { version: 26, events: ['InvitationAnswered'] },
    act: ({ body: { agency, reply } }) => ({
      kind: 'recordInvitationReply',
      agency: agency,
      reply,
    }),
  });
};
