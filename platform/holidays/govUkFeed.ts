// Reads the official list where GOV.UK publishes it. Whatever does not come in time, is too large, or is not of the
// form that was agreed becomes a fault; whether a well-formed list is to be believed is for `domain/holidayLedger`.

import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parseCivilDate } from '../../domain/calendar/civilDate';
import type { FeedFault, ListedDay, Reading } from '../../domain/holidayLedger/reading';

export interface FeedLimits {
  readonly ms: number;
  readonly bytes: number;
}

/** The list is about 60 KB; ten times that is another thing. */
const FEED_LIMITS: FeedLimits = { ms: 10_000, bytes: 1_000_000 };

const DIVISION = 'england-and-wales';

// Other divisions and fields that may come are no concern of ours: only what is used is demanded.
const Feed = Compile(
  Type.Object({
    [DIVISION]: Type.Object({
      division: Type.Literal(DIVISION),
      events: Type.Array(
        Type.Object({
          title: Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000-\\u001f\\u007f]+$' }),
          date: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
        }),
        { maxItems: 1000 },
      ),
    }),
  }),
);

class Failed extends Error {
  constructor(readonly fault: FeedFault) {
    super(fault.fault);
  }
}

/** Stops as soon as there is too much: a size that is only promised is not believed. */
const textOf = async (response: Response, limitBytes: number): Promise<string> => {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.byteLength;
    if (bytes > limitBytes) throw new Failed({ fault: 'tooLarge', limitBytes });
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failed({ fault: 'notJson' });
  }
};

const daysIn = (body: unknown): readonly ListedDay[] => {
  if (!Feed.Check(body)) {
    const [first] = Feed.Errors(body);
    throw new Failed({ fault: 'notTheExpectedShape', at: first?.instancePath.slice(0, 80) ?? '' });
  }
  return body[DIVISION].events.map(({ date, title }, index) => {
    const day = parseCivilDate(date);
    if (day === undefined) {
      throw new Failed({ fault: 'notTheExpectedShape', at: `/${DIVISION}/events/${index}/date` });
    }
    return { date: day, title };
  });
};

const fetched = async (address: string, { ms, bytes }: FeedLimits): Promise<string> => {
  const limit = AbortSignal.timeout(ms);
  try {
    // Followed nowhere: whoever can redirect us could put another list in its place.
    const response = await fetch(address, {
      signal: limit,
      redirect: 'manual',
      headers: { accept: 'application/json' },
    });
    if (response.status !== 200) throw new Failed({ fault: 'badStatus', status: response.status });
    return await textOf(response, bytes);
  } catch (error) {
    if (error instanceof Failed) throw error;
    throw new Failed(limit.aborted ? { fault: 'tooSlow', limitMs: ms } : { fault: 'unreachable' });
  }
};

export const readGovUkFeed = async (
  address: string,
  limits: FeedLimits = FEED_LIMITS,
): Promise<Reading | FeedFault> => {
  try {
    return { source: { kind: 'govUk' }, days: daysIn(parsed(await fetched(address, limits))) };
  } catch (error) {
    if (error instanceof Failed) return error.fault;
    throw error;
  }
};
