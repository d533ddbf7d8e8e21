// Which receipt a case counts from: the earliest of its own and those of the cases that were merged into it (R22); and since when those
// are known whom a referral named. Each receipt is kept, so that one that is put right leaves the others as they came (R8).

import type { Instant } from '../../calendar/instant';
import type { AgencyId } from '../../timetable/facts';
import type { CaseReference } from '../references';
import type { AnyCase, CaseWithReview } from '../state';
import type { ReceiptOfMerged } from './state';

type Received = Pick<AnyCase, 'timestamps'> & Partial<Pick<CaseWithReview, 'receivedItself' | 'duplicates'>>;

/** Its own, or that of a case that was merged into it. Nothing where none is kept of that one. */
export const receiptOf = (
  { timestamps, receivedItself, duplicates = [] }: Received,
  of: CaseReference | undefined,
): Instant | undefined =>
  of === undefined
    ? (receivedItself ?? timestamps.referralReceived)
    : duplicates.find((merged) => merged.of === of)?.receivedAt;

/** The other's own, where others came with it whose receipt may be the one that counted there. */
export const ownReceipt = ({
  of,
  receivedAt,
  receipts = [],
}: ReceiptOfMerged & { readonly receipts?: readonly ReceiptOfMerged[] | undefined }): Instant =>
  receipts.find((one) => one.of === of)?.receivedAt ?? receivedAt;

/** The one that counts, were that receipt so. */
export const countedWith = (state: Received, of: CaseReference | undefined, at: Instant): Instant => {
  const { duplicates = [] } = state;
  const own = of === undefined ? undefined : receiptOf(state, undefined);
  const others = duplicates.flatMap(({ of: other, receivedAt }) =>
    receivedAt === undefined || other === of ? [] : [receivedAt],
  );
  return Math.min(at, ...(own === undefined ? [] : [own]), ...others) as Instant;
};

/** The case whose receipt that is: of one that was merged, its reference; nothing where it is the case's own. */
export const whoseReceipt = (state: Received, at: Instant): CaseReference | undefined =>
  receiptOf(state, undefined) === at
    ? undefined
    : state.duplicates?.find(({ receivedAt }) => receivedAt === at)?.of;

type Receiving = Pick<CaseWithReview, 'reference' | 'duplicates'>;

type Known = Pick<CaseWithReview['agencies'][number], 'agency' | 'identified' | 'named'>;

/**
 * When the first referral came that named it, of this case or of another, or when a case that was merged found it, if that was before. Of
 * one that came with another and of which no receipt is kept, that of the other stands for it.
 */
const firstKnown = (
  { reference, duplicates }: Receiving,
  agency: AgencyId,
  own: Instant,
): Required<Pick<Known, 'named'>> & { readonly since: Instant } => {
  const receipts = new Map(duplicates.map(({ of, receivedAt }) => [of, receivedAt]));
  const there = duplicates.flatMap(({ of, receivedAt, agencies = [] }) =>
    agencies.filter((one) => one.agency === agency).map((one) => ({ on: [of], ...one, receivedAt })),
  );
  const came = there.flatMap(({ on, receivedAt }) =>
    on.flatMap((one) => (one === reference ? [] : (receipts.get(one) ?? receivedAt ?? []))),
  );
  const referral = Math.min(own, ...came) as Instant;
  const since = Math.min(referral, ...there.flatMap(({ found = [] }) => found)) as Instant;
  return { since, named: since < referral ? 'foundThere' : true };
};

/** As it is known once that receipt is the case's own, and the earliest counts. Not of whoever was found later here. */
const knownAnew = <K extends Known>(receiving: Receiving, own: Instant, counted: Instant, known: K): K => {
  if (known.identified !== 'withReferral' && known.named === undefined) return known;
  const { since, named } = firstKnown(receiving, known.agency, own);
  return since <= counted
    ? { ...known, named: true, identified: 'withReferral' }
    : { ...known, named, identified: since };
};

type Receipts = Pick<
  CaseWithReview,
  'timestamps' | 'duplicates' | 'agencies' | 'agenciesRemoved' | 'receivedItself'
>;

/** What changes with that receipt as its own, or as that of the case that was merged into it. */
export const receiptsWith = (state: CaseWithReview, of: CaseReference | undefined, at: Instant): Receipts => {
  const own = of === undefined ? at : (receiptOf(state, undefined) ?? at);
  const counted = countedWith(state, of, at);
  const timestamps = { ...state.timestamps, referralReceived: counted };
  const duplicates = state.duplicates.map((known) =>
    known.of === of ? { ...known, receivedAt: at } : known,
  );
  const { reference, agencies, agenciesRemoved } = state;
  // Alone it counts, and whoever its referral named is known since.
  if (!duplicates.some(({ receivedAt }) => receivedAt !== undefined))
    return { timestamps, duplicates, agencies };
  const receiving = { reference, duplicates };
  return {
    timestamps,
    duplicates,
    receivedItself: own,
    agencies: agencies.map((known) => knownAnew(receiving, own, counted, known)),
    // They may be added again, and have been known all along then.
    ...(agenciesRemoved === undefined
      ? {}
      : {
          agenciesRemoved: agenciesRemoved.map((known) => knownAnew(receiving, own, counted, known)),
        }),
  };
};
