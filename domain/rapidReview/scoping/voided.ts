// What a void request takes with it: its outcomes and its rungs, so that the dispatch is due again, and nothing is owed by an agency that
// was never asked. And what stands again where nothing had come back after all (R8). When either is so `bounces.ts` and `correctBounce.ts` say.

import type { AgencyId, ObligationKey } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyOn, withAgency } from '../agenciesOfCase';
import { undone } from '../clock/outcomes';
import type { Envelope } from '../events';
import type { AgencyOnCase, CaseWithReview, VoidedRequest } from '../state';
import type { RequestVoided } from './events';
import { bouncedIn, stillUnreachable } from './unreachable';

type ByKey<V> = Readonly<Record<ObligationKey, V>>;

const filtered = <V>(record: ByKey<V>, keeps: (key: string) => boolean): ByKey<V> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => keeps(key)));

const ownKeys = (agency: AgencyId): readonly string[] => [
  keyOf({ obligation: 'agencyReturn', agency }),
  keyOf({ obligation: 'recordsSecured', agency }),
];

/** Nobody is asked, and so nothing is agreed or confirmed. */
const withoutRequest = ({
  request: _request,
  sent: _sent,
  agreed: _agreed,
  escalationConfirmed: _word,
  ...known
}: AgencyOnCase): AgencyOnCase => known;

const KEPT = ['sent', 'agreed', 'escalationConfirmed', 'unreachable', 'voidFor', 'voidRounds'] as const;

/** What people recorded may turn out to be a mistake. */
const keptOf = (
  state: CaseWithReview,
  { cause, agency }: RequestVoided['body'],
  { at }: Pick<Envelope, 'at'>,
): { readonly voided?: VoidedRequest } => {
  const onCase = agencyOn(state, agency);
  if (cause !== 'everyAddressBounced' || onCase?.request === undefined || onCase.bounces === undefined)
    return {};
  const kept: readonly string[] = KEPT;
  const own = ownKeys(agency);
  const isOwn = (key: string): boolean => own.includes(key);
  const known = Object.fromEntries(
    Object.entries(onCase).filter(([field]) => kept.includes(field)),
  ) as VoidedRequest['known'];
  return {
    voided: {
      at,
      request: onCase.request,
      known,
      counted: {
        outcomes: filtered(state.outcomes, isOwn),
        rungs: filtered(state.rungs, isOwn),
        untoldMoves: filtered(state.untoldMoves, isOwn),
        missesTakenBack: state.missesTakenBack.filter(({ key }) => isOwn(key)),
      },
    },
  };
};

/** Of the dispatch it stays that it was missed, and that the team knows. */
export const voided = <C extends CaseWithReview>(
  state: C,
  { body, at }: RequestVoided & Pick<Envelope, 'at'>,
): C => {
  const { agency, round, cause } = body;
  const dispatch = keyOf({ obligation: 'scopingDispatch', agency });
  const keys = [dispatch, ...ownKeys(agency)];
  const isOther = (key: string): boolean => !keys.includes(key);
  const dispatched = state.outcomes[dispatch];
  const outcomes = filtered(state.outcomes, isOther);
  return withAgency(
    {
      ...state,
      rungs: filtered(state.rungs, isOther),
      untoldMoves: filtered(state.untoldMoves, isOther),
      missesTakenBack: state.missesTakenBack.filter(({ key }) => key === dispatch || isOther(key)),
      outcomes: dispatched?.kind === 'missed' ? { ...outcomes, [dispatch]: undone(dispatched) } : outcomes,
    },
    agency,
    (known) => ({
      ...withoutRequest(known),
      ...stillUnreachable(known, bouncedIn(known.request)),
      ...keptOf(state, body, { at }),
      voidFor: cause,
      voidRounds: round,
    }),
  );
};

/** As if it had stood all the while; what the dispatch comes to follows from its day. */
export const standsAgain = <C extends CaseWithReview>(state: C, agency: AgencyId): C => {
  const onCase = agencyOn(state, agency);
  if (onCase?.voided === undefined) return state;
  const { voided: standing, unreachable: dead = [], voidFor: _cause, ...since } = onCase;
  const { request, counted } = standing;
  const { unreachable: before = [], ...known } = standing.known;
  // Of some of them that may have been taken back meanwhile.
  const unreachable = before.filter((contact) => dead.includes(contact));
  return withAgency(
    {
      ...state,
      outcomes: { ...state.outcomes, ...counted.outcomes },
      rungs: { ...state.rungs, ...counted.rungs },
      untoldMoves: { ...state.untoldMoves, ...counted.untoldMoves },
      missesTakenBack: [...state.missesTakenBack, ...counted.missesTakenBack],
    },
    agency,
    () => ({ ...since, ...known, request, ...(unreachable.length === 0 ? {} : { unreachable }) }),
  );
};
