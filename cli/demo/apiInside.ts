// The API itself, asked from inside the process, its clock the test server's. It opens no port.

import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { buildApi, type ServerDeps } from '../../api/buildApi';
import { startBringing } from '../../api/calendarChanges/startBringing';
import type { Instant } from '../../domain/calendar/instant';
import { tokenIdentity } from '../../platform/identity/tokenIdentity';
import type { TemporalLink } from '../../platform/temporal/connectTemporal';

export interface ApiInside {
  readonly ask: (asked: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

export interface ApiInsideParts extends Pick<
  ServerDeps,
  'records' | 'cases' | 'logger' | 'answerLinks' | 'partnership'
> {
  readonly temporal: TemporalLink;
  readonly taskQueue: string;
  /** The test server's time. */
  readonly time: () => Promise<Instant>;
}

export const apiInside = async ({
  temporal,
  taskQueue,
  time,
  ...parts
}: ApiInsideParts): Promise<ApiInside> => {
  const { records } = parts;
  let moment = await time();
  const app = await buildApi({
    ...parts,
    calendar: () => records.holidays.snapshot(moment),
    identity: tokenIdentity((text, at) => records.people.findByToken(text, at)),
    now: () => moment,
    bringCalendar: startBringing(temporal, taskQueue),
    readiness: {
      temporal: () => Promise.resolve(),
      worker: () => Promise.resolve(true),
      cases: () => Promise.resolve(undefined),
      missingKeys: () => records.missingKeys(),
    },
  });
  return {
    ask: async (asked) => {
      moment = await time();
      return app.inject(asked);
    },
    close: () => app.close(),
  };
};
