// Why mails of a case could not go, which the case itself is not told: the ledger of its mails knows. Asked only where one could not.

import { excludedFrom } from '../../domain/rapidReview/agenciesOfCase';
import type { FoldedCase, Records } from '../../records/records';
import type { WhyRefused } from './sayClock';

/** What the ledger has of a mail that there was nobody left to send to, or no address that is one. */
const NO_ADDRESS = 'EADDRESS';

type WhyOf = (notice: string) => WhyRefused | undefined;

export const whyMailsFailed = async (
  { notices }: Pick<Records, 'notices'>,
  { state, events }: FoldedCase,
): Promise<WhyOf> => {
  const failed = events.some(({ kind, body }) => kind === 'NoticeFailed' && body.outcome === 'refused');
  if (!failed) return () => undefined;
  const rows = await notices.ofCase(state.reference);
  const codes = new Map(rows.map(({ key, lastError }) => [key, lastError]));
  const anybodyExcluded = excludedFrom(state).length > 0;
  return (notice) => {
    const code = codes.get(notice);
    if (code === undefined) return undefined;
    if (code !== NO_ADDRESS) return 'byServer';
    return anybodyExcluded ? 'noAddressOrExcluded' : 'noAddress';
  };
};
