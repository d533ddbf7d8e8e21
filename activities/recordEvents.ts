// Commits events and the notices they call for. Thin: what is idempotent, and what is refused, is the records'.

import type { Activities, RecordEventsInput } from '../contracts/activities';
import { whatIsRecorded } from '../platform/logging/whatIsRecorded';
import type { Logger } from '../platform/logging/createLogger';
import type { Records } from '../records/records';
import { plainFailure } from './plainFailure';

export interface RecordEventsParts {
  readonly records: { readonly events: Pick<Records['events'], 'record'> };
  readonly logger: Pick<Logger, 'info' | 'error'>;
}

export const createRecordEvents =
  ({ records, logger }: RecordEventsParts): Activities['recordEvents'] =>
  async ({ reference, events, notices }: RecordEventsInput) => {
    const what = { reference, notices: notices.length, ...whatIsRecorded(events) };
    try {
      await records.events.record({ reference, events, notices });
      logger.info(what, 'events recorded');
    } catch (error) {
      logger.error({ ...what, err: error }, 'recording failed');
      throw plainFailure('recordEvents', error);
    }
  };
