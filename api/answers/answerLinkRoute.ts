// GET /cases/:reference/answer-links/:agency, the link by which an agency answers, for one that gets no mail: to be read out, printed
// on a letter, or sent another way. It is the one that its mails hold.

import { Type } from 'typebox';
import { answerLinkRestsOn } from '../../domain/rapidReview/returns/answerLink';
import type { AnyCase } from '../../domain/rapidReview/state';
import type { AgencyId } from '../../domain/timetable/facts';
import { readCase } from '../cases/readCase';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseAgencyParams, ReferenceField, strict } from '../fields/fields';
import { problems, security, type TypedApp } from '../http/typedApp';
import { problem, type Problem } from '../problems/problem';
import { rejectionProblems } from '../problems/rejectionProblems';
import { requestProblems } from '../problems/requestProblems';

const AnswerLink = Type.Object(
  { reference: ReferenceField, agency: AgencyIdField, url: Type.String() },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        agency: 'AG-0003',
        url: 'https://rapid-review.partnership.example/answers/RR-2026-0007/AG-0003/Zt0yYq3mQm2xq0mYc1b9xA',
      },
    ],
  },
);

/** Only of an open case a request can still be sent. */
const whyNoLink = (state: AnyCase, agency: AgencyId): Problem => {
  switch (state.status) {
    case 'open':
      return problem(rejectionProblems.RequestNotMade, { code: 'RequestNotMade', agency });
    case 'ended':
      return problem(rejectionProblems.CaseHasEnded, { code: 'CaseHasEnded', ...state.ending });
    case 'recordedOnly':
      return problem(rejectionProblems.CaseCarriesNoReview, { code: 'CaseCarriesNoReview' });
  }
};

export const answerLinkRoute = (app: TypedApp, { records, answerLinks }: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases/:reference/answer-links/:agency',
    config: { permission: 'sendScopingRequests' },
    schema: {
      summary: 'Read the link by which an agency answers',
      description:
        'The one that its mails hold, for an agency that gets none. Whoever has it can answer for the agency. It ends when the request is declared void, or when somebody at the agency is excluded.',
      tags: ['returns'],
      security,
      params: CaseAgencyParams,
      response: { 200: AnswerLink, ...problems },
    },
    handler: async ({ params, log }) => {
      const { state } = await readCase(records, params.reference);
      const agency = params.agency;
      if (state.agencies.every((one) => one.agency !== agency))
        throw problem(requestProblems.agencyNotOnThisCase, {});
      const restsOn = state.status === 'recordedOnly' ? undefined : answerLinkRestsOn(state, agency);
      if (restsOn === undefined) throw whyNoLink(state, agency);
      const { reference } = state;
      log.info({ agency }, 'an answer link was handed out');
      return {
        reference,
        agency,
        url: answerLinks.urlTo({ reference, agency }, restsOn),
      };
    },
  });
};
