// The desk at which the change of the calendar is previewed and accepted: the API itself, asked with a coordinator's token.

import { randomUUID } from 'node:crypto';
import type { ChangeView, PreviewView } from '../../../api/calendarChanges/changeSchemas';
import type { Cast } from '../cast';
import type { Theatre } from '../theatre';

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
  /** The problem's own name, such as `change-already-accepted`. */
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
}

interface ProblemBody {
  readonly type: string;
  readonly detail: string;
}

export const createChangeDesk = async (theatre: Theatre, cast: Cast): Promise<ChangeDesk> => {
  const { records, now } = theatre;
  const { actor } = cast.coordinator;
  const { token } = await records.people.issue({
    role: 'coordinator',
    person: cast.name(actor),
    actor,
    at: await now(),
  });

  const ask = (method: 'GET' | 'POST', url: string, payload?: object) =>
    theatre.ask({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { payload }),
    });
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
  };
};
