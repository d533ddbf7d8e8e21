// What the team's 09:00 mail has to know of its case beside the dates (R12): whom it has asked, what its words and its ends were, which
// day its meeting was to be on, and what is explained already. As it stands when the mail goes, hours after it was called for.

import type { Instant } from '../domain/calendar/instant';
import { ifCovered } from '../domain/calendar/workingCalendar';
import type { CaseEvent } from '../domain/rapidReview/events';
import { notHeld } from '../domain/rapidReview/meeting/dayOver';
import { RECONSIDERATION } from '../domain/rapidReview/panel/reconsidered';
import { reconsiderationsExplained } from '../domain/rapidReview/panel/whyLate';
import type { AnyCase } from '../domain/rapidReview/state';
import type { AgencyId, ObligationKey } from '../domain/timetable/facts';
import { isAgencysOwn, refOf } from '../domain/timetable/obligationKey';
import type { MailFacts } from '../platform/mail/wording/mailFacts';
import type { FoldedCase } from '../records/records';

export type BriefingFacts = Pick<
  MailFacts,
  | 'agenciesAsked'
  | 'endings'
  | 'explained'
  | 'hasEnded'
  | 'notHeldOn'
  | 'reconsiderationsExplained'
  | 'wordsToPanel'
>;

const agenciesAsked = (state: AnyCase): Pick<MailFacts, 'agenciesAsked'> =>
  state.status === 'recordedOnly'
    ? {}
    : {
        agenciesAsked: new Set(
          state.agencies.flatMap(({ agency, sent }) => (sent === undefined ? [] : [agency])),
        ),
      };

/**
 * A reason given for a miss that was taken back says nothing of one that came after it; nor does that for what an agency owed by a request
 * which is void: it owes it anew (R3), unless nothing had come back. That it was to be asked at all stays missed, for the reason that was given. Those of a reconsideration
 * are beside these.
 */
const explainedIn = (events: readonly CaseEvent[]): ReadonlySet<ObligationKey> => {
  const explained = new Set<ObligationKey>();
  const voided = new Map<AgencyId, readonly ObligationKey[]>();
  for (const { kind, body } of events) {
    if (kind === 'LatenessExplained') explained.add(body.key);
    if (kind === 'ObligationReinstated') explained.delete(body.key);
    if (kind === 'RequestVoided') {
      const own = [...explained].filter((key) => isAgencysOwn(key) && refOf(key).agency === body.agency);
      for (const key of own) explained.delete(key);
      voided.set(body.agency, own);
    }
    if (kind === 'RequestBounceCorrected' && body.stands !== undefined)
      for (const key of voided.get(body.agency) ?? []) explained.add(key);
    if (kind === 'OutcomeRestated' && body.now?.kind !== 'missed') explained.delete(body.key);
  }
  explained.delete(RECONSIDERATION);
  return explained;
};

export const briefingFacts = ({ state, events, calendar }: FoldedCase, now: Instant): BriefingFacts => ({
  wordsToPanel: new Map(
    events.flatMap((event) => (event.kind === 'PanelContacted' ? [[event.number, event.body.contact]] : [])),
  ),
  endings: new Map(
    events.flatMap((event) => (event.kind === 'CaseEnded' ? [[event.number, event.body.cause]] : [])),
  ),
  explained: explainedIn(events),
  reconsiderationsExplained: reconsiderationsExplained(events),
  ...agenciesAsked(state),
  ...(state.status === 'ended' ? { hasEnded: true } : {}),
  ...ifCovered(() => notHeld(state, calendar, now)),
});
