// GET /cases/:reference/decision: the duties, every decision with its reasons and sign-offs, and what is missing.

import type { ApiDeps } from '../deps';
import { agencyNames, peopleNames, readCase } from '../cases/readCase';
import { CaseParams } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { attendeeNames } from '../meetings/attendeeNames';
import { textReader } from '../texts/textReader';
import { etagOf } from '../writing/writeHeaders';
import { DecisionsSchema } from './decisionViewSchema';
import { decisionsView } from './presentDecision';

export const readDecisionRoute = (app: TypedApp, deps: ApiDeps): void => {
  const { records } = deps;
  app.route({
    method: 'GET',
    url: '/cases/:reference/decision',
    config: { permission: 'readReview' },
    schema: {
      summary: 'Read the decision of a case',
      description:
        'The duties of the group, each decision with its quorum, reasons, dissent and sign-offs, and whose return is missing. That somebody reads the texts is recorded.',
      tags: ['decision'],
      security,
      params: CaseParams,
      response: { 200: DecisionsSchema, ...problems },
    },
    handler: async (request, reply) => {
      const folded = await readCase(records, request.params.reference);
      const { state } = folded;
      void reply.header('etag', etagOf(state.version));
      if (state.status === 'recordedOnly') {
        const { reference, version } = state;
        return {
          reference,
          version,
          duties: { evidenced: [], missing: [] },
          decisions: [],
          missingReturns: [],
        };
      }
      const presences = state.meetings.flatMap((meeting) => meeting.presences);
      return decisionsView(
        { ...folded, state },
        {
          read: textReader(deps, request, state.reference),
          agency: await agencyNames(records, folded),
          attendee: await attendeeNames(deps, request, folded, presences),
          person: await peopleNames(records, folded),
        },
      );
    },
  });
};
