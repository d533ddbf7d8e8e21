// The API, put together: how it reads, guards, answers, and which routes there are. It is given everything that lies
// outside it and opens no port; `main.ts` does.

import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import { answerLinkRoute } from './answers/answerLinkRoute';
import { answerRoutes } from './answers/answerRoutes';
import { identityByLink } from './answers/linkIdentity';
import { changeAgenciesRoutes } from './agencies/changeAgencies';
import { readAgenciesRoutes } from './agencies/readAgencies';
import { acceptChangeRoute } from './calendarChanges/acceptChange';
import { previewChangeRoutes } from './calendarChanges/previewChange';
import { readChangesRoutes } from './calendarChanges/readChanges';
import { addAgencyRoute } from './cases/addAgency';
import { correctAgencyRoutes } from './cases/correctAgency';
import { chronologyRoutes } from './cases/chronology';
import { explainDateRoutes } from './cases/explainDate';
import { listCasesRoute } from './cases/listCases';
import { openCasesPageRoute } from './cases/openCasesPage';
import { noticesRoute } from './cases/notices';
import { oneCaseRoutes } from './cases/oneCase';
import { oneScopingRequestRoutes } from './cases/oneScopingRequest';
import { openCaseRoute } from './cases/openCase';
import { particularsRoute } from './cases/particulars';
import { sendScopingRequestsRoute } from './cases/sendScopingRequests';
import { timestampRoutes } from './cases/timestamps';
import type { ApiDeps, ServerDeps } from './deps';
import { actOnDecisionRoutes } from './decision/actOnDecision';
import { readDecisionRoute } from './decision/readDecision';
import { changeDiaryRoutes } from './diary/changeDiary';
import { readDiaryRoutes } from './diary/readDiary';
import { duplicatesRoutes } from './duplicates/duplicates';
import { endCaseRoutes } from './ending/endCase';
import { describeRoutes, showDescription } from './docs/openApi';
import { healthRoutes } from './health/healthRoutes';
import { changeHolidaysRoutes } from './holidays/changeHolidays';
import { readHolidaysRoutes } from './holidays/readHolidays';
import { endConnections } from './http/endConnections';
import { readJsonInUtf8 } from './http/jsonBodies';
import { limitValuesInBodies } from './http/valuesInBody';
import { readNumbersInQueries } from './http/numbersInQueries';
import { refuseUnaskedQueries } from './http/queriesAskedFor';
import { isProbe, logRequests } from './http/requestLog';
import { serverOptions } from './http/serverOptions';
import type { TypedApp } from './http/typedApp';
import { changeLocalDaysRoutes } from './localDays/changeLocalDays';
import { readLocalDaysRoutes } from './localDays/readLocalDays';
import { arrangeMeetingRoutes } from './meetings/arrangeMeeting';
import { holdMeetingRoutes } from './meetings/holdMeeting';
import { readMeetingsRoutes } from './meetings/readMeetings';
import { actOnPanelRoutes } from './panel/actOnPanel';
import { readPanelRoute } from './panel/readPanel';
import { guardRoutes } from './permissions/guard';
import { LetIn } from './permissions/letIn';
import { handleErrors } from './problems/errorHandler';
import { problem, ProblemSchema } from './problems/problem';
import { problemRoutes } from './problems/problemRoutes';
import { requestProblems } from './problems/requestProblems';
import { changeRemindersRoutes } from './reminders/changeReminders';
import { readComingRoutes } from './reminders/readComing';
import { latenessRoutes } from './reports/lateness';
import { judgeReturnsRoutes } from './returns/judgeReturns';
import { readReturnsRoutes } from './returns/readReturns';
import { recordReturnsRoutes } from './returns/recordReturns';
import { safetyRoutes } from './safety/safetyConcerns';
import { readViewsRoute } from './texts/readViews';
import { whatIfRoute } from './timetables/whatIf';
import { watchRequests } from './watching/watchRequests';

export type { ServerDeps } from './deps';

const REQUESTS_PER_MINUTE = 600;

/** Who knocks at pages or at nothing at all, or with a token that nobody has, does not use up what the team has, where all come by one proxy. */
const bucketOf =
  (letIn: LetIn) =>
  ({ ip, is404, headers, routeOptions: { config } }: FastifyRequest): string => {
    if (is404) return `nowhere ${ip}`;
    if (config.page === true) return `pages ${ip}`;
    return letIn.who(headers.authorization) ?? `api ${ip}`;
  };

const protect = async (app: FastifyInstance, deps: ApiDeps, letIn: LetIn): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
  });
  await app.register(rateLimit, {
    // By the hook below: those that the library puts on each route come after the guard, and let every guess of a token through.
    global: false,
    max: deps.requestsPerMinute ?? REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    keyGenerator: bucketOf(letIn),
    errorResponseBuilder: ({ routeOptions: { url = '' } }) =>
      problem(requestProblems.tooManyRequests, { ofSafety: url.includes('/safety-concerns') }),
  });
  const limit = app.rateLimit();
  app.addHook('onRequest', async function limited(request, reply) {
    if (!isProbe(request)) await limit.call(this, request, reply);
  });
  app.addHook('onRequest', (request, reply, done) => {
    // Answers are about people: nothing in between keeps them.
    void reply.header('cache-control', 'no-store').header('x-request-id', request.id);
    done();
  });
};

const addRoutes = (app: TypedApp, deps: ApiDeps): void => {
  healthRoutes(app, deps);
  openCaseRoute(app, deps);
  listCasesRoute(app, deps);
  openCasesPageRoute(app, deps);
  oneCaseRoutes(app, deps);
  explainDateRoutes(app, deps);
  chronologyRoutes(app, deps);
  particularsRoute(app, deps);
  readViewsRoute(app, deps);
  noticesRoute(app, deps);
  timestampRoutes(app, deps);
  addAgencyRoute(app, deps);
  correctAgencyRoutes(app, deps);
  sendScopingRequestsRoute(app, deps);
  oneScopingRequestRoutes(app, deps);
  recordReturnsRoutes(app, deps);
  judgeReturnsRoutes(app, deps);
  readReturnsRoutes(app, deps);
  answerLinkRoute(app, deps);
  changeRemindersRoutes(app, deps);
  readComingRoutes(app, deps);
  changeAgenciesRoutes(app, deps);
  readAgenciesRoutes(app, deps);
  whatIfRoute(app, deps);
  readHolidaysRoutes(app, deps);
  changeHolidaysRoutes(app, deps);
  previewChangeRoutes(app, deps);
  acceptChangeRoute(app, deps);
  readChangesRoutes(app, deps);
  latenessRoutes(app, deps);
  readDiaryRoutes(app, deps);
  changeDiaryRoutes(app, deps);
  readLocalDaysRoutes(app, deps);
  changeLocalDaysRoutes(app, deps);
  arrangeMeetingRoutes(app, deps);
  holdMeetingRoutes(app, deps);
  readMeetingsRoutes(app, deps);
  actOnDecisionRoutes(app, deps);
  readDecisionRoute(app, deps);
  actOnPanelRoutes(app, deps);
  readPanelRoute(app, deps);
  endCaseRoutes(app, deps);
  duplicatesRoutes(app, deps);
  safetyRoutes(app, deps);
  problemRoutes(app);
};

export const buildApi = async (deps: ServerDeps): Promise<FastifyInstance> => {
  const logger: FastifyBaseLogger = deps.logger;
  const { trustedProxies = [] } = deps;
  const trustProxy = trustedProxies.length === 0 ? false : [...trustedProxies];
  const app = fastify({ ...serverOptions, trustProxy, loggerInstance: logger });
  handleErrors(app, deps.partnership);
  if (deps.metrics !== undefined) watchRequests(app, deps.metrics);
  logRequests(app);
  endConnections(app);
  const letIn = new LetIn();
  await protect(app, deps, letIn);
  guardRoutes(app, deps.identity, identityByLink(deps), () => deps.now(), letIn);
  readJsonInUtf8(app);
  limitValuesInBodies(app);
  readNumbersInQueries(app);
  refuseUnaskedQueries(app);
  app.setNotFoundHandler(() => {
    throw problem(requestProblems.noSuchPage, {});
  });
  app.addSchema(ProblemSchema);
  await describeRoutes(app);
  addRoutes(app.withTypeProvider<TypeBoxTypeProvider>(), deps);
  await answerRoutes(app, deps);
  await showDescription(app);
  await app.ready();
  return app;
};
