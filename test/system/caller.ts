// Somebody who calls the API over HTTP, as a partner's system would: a token, a key for each write, and the same
// request with the same key again when there was no answer or the service was not up to it.

import { randomUUID } from 'node:crypto';
import { until } from './until';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Asking {
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly body?: object;
  readonly key?: string;
  readonly ifMatch?: string;
  readonly role?: string;
}

export interface Insisted {
  readonly answer: Answer;
  readonly key: string;
  readonly ifMatch?: string;
  /** How often it was asked. */
  readonly tries: number;
}

const ANSWER_WITHIN_MS = 30_000;
/** Under the limit of requests a minute. */
const AGAIN_MS = 250;

export class Caller {
  /** Everything that ever came back. */
  readonly answers: { readonly asking: Asking; readonly answer: Answer }[] = [];

  constructor(
    readonly url: string,
    private readonly tokens: ReadonlyMap<string, string>,
  ) {}

  /** The same person at another API. */
  at(url: string): Caller {
    return new Caller(url, this.tokens);
  }

  secrets(): readonly string[] {
    return [...this.tokens.values()];
  }

  tokenOf(role: string): string {
    return this.tokens.get(role) ?? '';
  }

  async ask(asking: Asking): Promise<Answer> {
    const { method = 'GET', path, body, key, ifMatch, role = 'coordinator' } = asking;
    const response = await fetch(`${this.url}${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      headers: {
        authorization: `Bearer ${this.tokenOf(role)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = { status: response.status, headers: response.headers, text: await response.text() };
    this.answers.push({ asking, answer });
    return answer;
  }

  /** What a read answers; anything but 200 is a failure. */
  async read<T>(path: string, role?: string): Promise<T> {
    const { status, text } = await this.ask({ path, ...(role === undefined ? {} : { role }) });
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  /** The ETag of the preview of a correction; nothing where it cannot be had now. */
  async preview({
    path,
    body,
  }: {
    readonly path: string;
    readonly body: object;
  }): Promise<string | undefined> {
    const { reason: _, ...previewed } = body as { readonly reason?: unknown };
    const seen = await this.ask({ method: 'POST', path: `${path}/preview`, body: previewed }).catch(
      () => undefined,
    );
    return seen?.status === 200 ? (seen.headers.get('etag') ?? undefined) : undefined;
  }

  /** Repeats with the same key while nobody answers or the service is not up to it. A refusal is a failure. */
  async insist(asking: Asking, limitMs = 120_000): Promise<Insisted> {
    const key = asking.key ?? randomUUID();
    const what = `${asking.method ?? 'POST'} ${asking.path}`;
    let tries = 0;
    let last = 'no answer';
    const answer = await until(
      what,
      limitMs,
      async () => {
        tries += 1;
        const got = await this.ask({ method: 'POST', ...asking, key }).catch((error: unknown) => {
          last = String(error);
          return undefined;
        });
        if (got === undefined || got.status === 429 || got.status >= 500) {
          last = got?.text ?? last;
          return undefined;
        }
        if (got.status >= 300) throw new Error(`${what}, try ${tries}: ${got.status} ${got.text}`);
        return got;
      },
      AGAIN_MS,
    ).catch((error: unknown) => {
      throw new Error(`${String(error)}; last: ${last}`, { cause: error });
    });
    return { answer, key, tries, ...(asking.ifMatch === undefined ? {} : { ifMatch: asking.ifMatch }) };
  }
}
