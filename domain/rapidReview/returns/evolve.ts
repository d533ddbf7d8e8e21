// How answers, agreed dates and secured records enter the state.

import type { CivilDate } from '../../calendar/civilDate';
import type { AgencyId } from '../../timetable/facts';
import { keyOf } from '../../timetable/obligationKey';
import { agencyOn, hadStoppedBy, owesItsOwn, withAgency } from '../agenciesOfCase';
import { knowsDate, knowsItsDates } from '../clock/datesKnown';
import type { Decision } from '../decision/state';
import type { CaseEvent, EventOf } from '../events';
import type { AgencyProposed, AgencyReturn, CaseWithReview } from '../state';
import type { ReturnCorrected, ReturnsEvent } from './events';

const withReturn = <C extends CaseWithReview>(
  state: C,
  { agency, number }: { readonly agency: AgencyId; readonly number: number },
  change: Partial<AgencyReturn>,
): C =>
  withAgency(state, agency, (known) => ({
    ...known,
    returns: known.returns.map((one) => (one.number === number ? { ...one, ...change } : one)),
  }));

const lackingToo = (decision: Decision, agency: AgencyId): Decision =>
  decision.missingReturns.includes(agency)
    ? decision
    : { ...decision, missingReturns: [...decision.missingReturns, agency] };

/** The decisions that counted it had not got it (R16). */
const withoutAnswerOf = (
  state: CaseWithReview,
  agency: AgencyId,
  answerOn: CivilDate,
): CaseWithReview['decisions'] => {
  const known = agencyOn(state, agency);
  return state.decisions.map((decision) => {
    const { on, decidedAt: at } = decision;
    const had = known !== undefined && hadStoppedBy(known, { on, at });
    return answerOn > on || had ? decision : lackingToo(decision, agency);
  });
};

/** What has come by the day of a decision the group had, whenever it is recorded (R16); `was`: where that day was mistyped. */
const withAnswersOf = <C extends CaseWithReview>(state: C, agency: AgencyId, was?: CivilDate): C => {
  const known = agencyOn(state, agency);
  if (known === undefined) return state;
  return {
    ...state,
    decisions: state.decisions.map((decision) => {
      const { on, decidedAt: at, missingReturns } = decision;
      if (hadStoppedBy(known, { on, at }))
        return { ...decision, missingReturns: missingReturns.filter((one) => one !== agency) };
      const counted = was !== undefined && was <= on;
      return counted ? lackingToo(decision, agency) : decision;
    }),
  };
};

/** Whom it named to be asked instead nobody has named, also where that was settled. */
const neverGiven = <C extends CaseWithReview>(
  state: C,
  { agency, number, was: answerOn }: ReturnCorrected['body'],
): C => {
  const open = (proposals: readonly AgencyProposed[]): readonly AgencyProposed[] =>
    proposals.filter(({ by, answer }) => by !== agency || answer !== number);
  const proposals = open(state.proposals);
  const agencies = state.agencies.map((known) =>
    known.settles === undefined ? known : { ...known, settles: open(known.settles) },
  );
  const without = withReturn(
    { ...state, proposals, agencies },
    { agency, number },
    { judged: 'recordedByMistake', ...(state.status === 'ended' ? { mistakenAfterEnd: true } : {}) },
  );
  return { ...without, decisions: withoutAnswerOf(without, agency, answerOn) };
};

/** Where its own answer is wanted again, a mail says so, and by when. */
const toldAnew = <C extends CaseWithReview>(
  state: C,
  { body: { agency }, number }: EventOf<'ReturnCorrected'>,
): C => {
  const known = agencyOn(state, agency);
  return state.status === 'open' && known !== undefined && owesItsOwn(known)
    ? knowsItsDates(state, agency, number)
    : state;
};

const isByAgency = ({ authority }: CaseEvent): boolean => authority === 'agencyContact';

export const evolveReturns = <C extends CaseWithReview>(state: C, event: CaseEvent & ReturnsEvent): C => {
  switch (event.kind) {
    case 'ReturnReceived': {
      const { agency, number, answer, on, how } = event.body;
      const byAgency = how === 'link' || isByAgency(event);
      const given = { number, answer, on, ...(byAgency ? { byAgency } : {}) };
      const answered = withAgency(state, agency, (known) => ({
        ...known,
        returns: [...known.returns, given],
      }));
      return withAnswersOf(answered, agency);
    }
    case 'ReturnCorrected': {
      const { agency, on, was } = event.body;
      return on === undefined
        ? toldAnew(neverGiven(state, event.body), event)
        : withAnswersOf(withReturn(state, event.body, { on }), agency, was);
    }
    case 'ReturnAccepted':
      return withReturn(state, event.body, { judged: 'accepted' });
    case 'ReturnSentBack': {
      const { agency } = event.body;
      const sentBack = withReturn(state, event.body, { judged: 'sentBack', sentBackAt: event.at });
      return knowsItsDates(sentBack, agency, event.number);
    }
    case 'ReturnDateAgreed': {
      const { agency, due, on, afterMiss, own } = event.body;
      const { [keyOf({ obligation: 'agencyReturn', agency })]: _told, ...untoldMoves } = state.untoldMoves;
      // The agency knows its date now, whatever it had yet to hear of.
      const knowing = knowsDate({ ...state, untoldMoves }, agency, 'agencyReturn', event.number);
      return withAgency(knowing, agency, ({ agreed: before, ...known }) =>
        own === true
          ? known
          : {
              ...known,
              agreed: {
                due,
                ...(afterMiss === undefined ? {} : { afterMiss }),
                ...(known.sent === undefined ? {} : { askedOn: known.sent.on }),
                at: event.at,
                ...(on === undefined ? {} : { on }),
                extends: event.body.extends === true,
                ...(before === undefined ? {} : { before }),
              },
            },
      );
    }
    case 'RecordsSecured': {
      const { agency, on } = event.body;
      return withAgency(state, agency, (known) => ({
        ...known,
        recordsSecuredOn: on,
        ...(isByAgency(event) ? { securedByAgency: true } : {}),
      }));
    }
    case 'RecordsSecuredCorrected': {
      const { agency, on } = event.body;
      const corrected = withAgency(
        state,
        agency,
        ({ recordsSecuredOn: _was, securedByAgency: _own, ...known }) =>
          on === undefined ? known : { ...known, recordsSecuredOn: on },
      );
      return on === undefined ? knowsDate(corrected, agency, 'recordsSecured', event.number) : corrected;
    }
    case 'AgencyProposed': {
      const { by, agency } = event.body;
      // On the case already: there is nothing left to propose.
      if (agency !== undefined && agencyOn(state, agency) !== undefined) return state;
      // With its last answer, which comes just before.
      const { returns = [] } = agencyOn(state, by) ?? {};
      const proposed = { proposal: event.number, by, answer: returns.length, at: event.at };
      return {
        ...state,
        proposals: [...state.proposals, agency === undefined ? proposed : { ...proposed, agency }],
      };
    }
    case 'ProposalDeclined':
      return {
        ...state,
        proposals: state.proposals.filter(({ proposal }) => proposal !== event.body.proposal),
      };
    case 'LatenessExplained':
      return state;
  }
};
