// The desk at which the change of the calendar is previewed and accepted: the API itself, asked from inside the process with
// a coordinator's token, its clock the test server's. It opens no port.

import { randomUUID } from 'node:crypto';
import { buildApi } from '../../../api/buildApi';
import type { ChangeView, PreviewView } from '../../../api/calendarChanges/changeSchemas';
import { startBringing } from '../../../api/calendarChanges/startBringing';
import type { Instant } from '../../../domain/calendar/instant';
import { tokenIdentity } from '../../../platform/identity/tokenIdentity';
import type { Cast } from '../cast';
import { TASK_QUEUE, type Theatre } from '../theatre';

export interface DaysAsked {
  readonly list: readonly { readonly date: string; readonly title: string }[];
}

export interface Accepting extends DaysAsked {
  /** The version of its preview. */
  readonly preview: string;
  readonly authority: string;
  readonly reason: string;
}

export interface RefusedChange {
  readonly status: number;
  /** The problem's own name, such as `preview-stale`. */
  readonly problem: string;
  readonly detail: string;
}

export interface CasesBrought {
  readonly cases: readonly {
    readonly reference: string;
    readonly moves: readonly { readonly key: string; readonly was: string; readonly due: string }[];
  }[];
}

export interface ChangeDesk {
  readonly preview: (asked: DaysAsked) => Promise<{ readonly view: PreviewView; readonly table: string }>;
  readonly accept: (given: Accepting) => Promise<ChangeView | RefusedChange>;
  /** As it is now. */
  readonly change: (number: number) => Promise<ChangeView>;
  readonly casesOf: (number: number) => Promise<CasesBrought>;
  readonly close: () => Promise<void>;
}

interface ProblemBody {
  readonly type: string;
  readonly detail: string;
}

export const createChangeDesk = async (theatre: Theatre, cast: Cast): Promise<ChangeDesk> => {
  const { records, cases, temporal, logger, answerLinks, partnership } = theatre;
  const { actor } = cast.coordinator;
  let moment = await theatre.now();
  const snapshot = (): ReturnType<typeof records.holidays.snapshot> => records.holidays.snapshot(moment);
  const known = await snapshot();
  const { token } = await records.people.issue({
    ...{ role: 'coordinator', person: cast.name(actor), actor, at: moment },
  });
  const app = await buildApi({
    ...{ records, cases, logger, calendar: snapshot, lastCalendar: () => known },
    ...{ answerLinks, partnership },
    identity: tokenIdentity((text, at) => records.people.findByToken(text, at)),
    now: (): Instant => moment,
    bringCalendar: startBringing(temporal, TASK_QUEUE),
    readiness: { temporal: () => Promise.resolve(), worker: () => Promise.resolve(true) },
  });

  const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    moment = await theatre.now();
    return app.inject({
      ...{ method, url },
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { payload }),
    });
  };
  /** What must be answered. */
  const answered = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await ask(method, url, payload);
    if (answer.statusCode >= 300) throw new Error(`${method} ${url}: ${answer.statusCode} ${answer.body}`);
    return answer;
  };

  return {
    preview: async (asked) => ({
      view: (await answered('POST', '/calendar-changes/preview', asked)).json<PreviewView>(),
      table: (await answered('POST', '/calendar-changes/preview.txt', asked)).body,
    }),
    accept: async (given) => {
      const answer = await ask('POST', '/calendar-changes', given);
      if (answer.statusCode === 201) return answer.json<ChangeView>();
      const { type, detail } = answer.json<ProblemBody>();
      return { status: answer.statusCode, problem: type.split('/').at(-1) ?? type, detail };
    },
    change: async (number) => (await answered('GET', `/calendar-changes/${number}`)).json<ChangeView>(),
    casesOf: async (number) =>
      (await answered('GET', `/calendar-changes/${number}/cases`)).json<CasesBrought>(),
    close: () => app.close(),
  };
};
