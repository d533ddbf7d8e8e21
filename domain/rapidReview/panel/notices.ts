// The mails around the Panel: decision and report, any other word; and, once they went, the outcome to agencies, partners
// and referrers, each what they may know.

import type { CivilDate } from '../../calendar/civilDate';
import { profileOf } from '../../policy/profiles';
import { toAgencies, toReferrers } from '../agenciesToTell';
import type { Decision } from '../decision/state';
import type { EventOf } from '../events';
import type { Draft, NoticeBody, ToldOutcome } from '../noticeBodies';
import { holds } from '../rulesVersion';
import type { AgencyOnCase, CaseReference, CaseWithReview } from '../state';
import { panelContactKey, panelDispatchKey } from './mailReports';
import { decisionToldBy, lastTold, outcomeNotHeard } from './outcomeHeard';
import { reconsiders } from './reconsidered';
import { lastSent } from './state';
import { owedToPanel } from './waitedFor';

type Told = EventOf<'PanelInformed' | 'PanelDispatchSent' | 'PanelContacted' | 'CaseAbsorbed'>;

const PANEL = { role: 'panel' } as const;

const outcomeToReferrer = (
  decision: number,
  of: CaseReference,
  told: Pick<ToldOutcome, 'again' | 'putRight'>,
): Pick<Draft, 'key' | 'body'> => ({
  key: `outcome/${decision}/referrer/${of}`,
  body: { kind: 'outcomeToReferrer', ...told },
});

const toldOf = (
  { outcome, learningReview }: Decision,
  anew: Pick<ToldOutcome, 'again' | 'putRight'>,
): ToldOutcome => ({ outcome, ...anew, ...(learningReview === undefined ? {} : { learningReview }) });

/** Each decision since the one that was told takes the place of one that was recorded wrong. */
const isPutRight = ({ decisions }: CaseWithReview, toldBefore: number, number: number): boolean =>
  decisions
    .filter((one) => one.number > toldBefore && one.number <= number)
    .every(({ recordedAnew }) => recordedAnew === true);

/** As it is told to whoever heard of that one last; of none where it is 0. */
const anewSince = (
  state: CaseWithReview,
  toldBefore: number,
  { number }: Decision,
): Pick<ToldOutcome, 'again' | 'putRight'> => ({
  again: toldBefore > 0,
  ...(toldBefore > 0 && isPutRight(state, toldBefore, number) ? { putRight: true } : {}),
});

/** `heardBefore`: which decision that agency had heard of last. */
const outcomeToAgencies = (
  state: CaseWithReview,
  decision: Decision,
  heardBefore: (known: AgencyOnCase) => number | undefined,
): readonly Draft[] =>
  state.agencies.flatMap((known) => {
    const told = toldOf(decision, anewSince(state, heardBefore(known) ?? 0, decision));
    return toAgencies({ ...state, agencies: [known] }, (agency) => ({
      key: `outcome/${decision.number}/${agency}`,
      body: { kind: 'outcomeToAgency', agency, ...told },
    }));
  });

/** Whoever heard it by a dispatch that was recorded by mistake has it under the same key, and is not mailed again; whoever has come since is. */
const outcomeDrafts = (state: CaseWithReview, dispatch: number): readonly Draft[] => {
  const { dispatches } = state.panel;
  const decision = decisionToldBy(state, dispatch);
  if (decision === undefined) return [];
  const toldBefore = dispatches
    .filter((one) => one.decision < decision.number && (one.sent !== undefined || one.takenBack === true))
    .map((one) => one.decision);
  const before = Math.max(0, ...toldBefore);
  const anew = anewSince(state, before, decision);
  const told = toldOf(decision, anew);
  const key = `outcome/${decision.number}`;
  return [
    ...outcomeToAgencies(state, decision, ({ outcomeHeardBefore }) =>
      holds(state, 'outcomeIsToldAsEachHasHeardIt') ? outcomeHeardBefore : before,
    ),
    ...profileOf(state.profile).seats.map((seat): Draft => ({
      key: `${key}/partner/${seat}`,
      to: { role: 'partner', seat },
      body: { kind: 'outcomeToPartner', seat, ...told },
    })),
    ...toReferrers(state, (of) => outcomeToReferrer(decision.number, of, anew)),
  ];
};

/** R18, R22: to whoever was asked only since the last was told, as the case is settled. */
export const outcomeToAskedSince = (state: CaseWithReview): readonly Draft[] => {
  const left = outcomeNotHeard(state);
  if (left === undefined) return [];
  const { decision, agencies } = left;
  return outcomeToAgencies({ ...state, agencies }, decision, ({ outcomeHeard }) => outcomeHeard);
};

/** R22: whoever referred a case that is merged once the outcome has been told hears it too. */
const outcomeToAbsorbed = (
  { of, withAbsorbed = [] }: EventOf<'CaseAbsorbed'>['body'],
  state: CaseWithReview,
): readonly Draft[] => {
  const told = lastTold(state);
  if (told === 0) return [];
  return [of, ...withAbsorbed].map((one) => ({
    ...outcomeToReferrer(told, one, { again: false }),
    to: { role: 'referrer', of: one },
  }));
};

/** What of it is late, where that is not the review: the answer to what the Panel wrote last. */
const answerTo = (
  state: CaseWithReview,
): { readonly disagreedOn?: CivilDate; readonly askedOn?: CivilDate } => {
  const { panelDisagreedOn: disagreedOn } = state;
  if (reconsiders(state)) return disagreedOn === undefined ? {} : { disagreedOn };
  const owed = owedToPanel(state);
  if (owed === undefined) return {};
  return owed.word === 'more' || disagreedOn === undefined ? { askedOn: owed.on } : { disagreedOn };
};

/** It has written since decision and report went: that nothing has come would be untrue. */
const repliedSince = (
  state: CaseWithReview,
  { sent }: { readonly sent: { readonly on: CivilDate } },
): { readonly repliedOn?: CivilDate } => {
  const last = state.panel.replies.at(-1)?.on;
  return last === undefined || last < sent.on ? {} : { repliedOn: last };
};

const contactBody = (
  { contact, expected }: EventOf<'PanelContacted'>['body'],
  state: CaseWithReview,
): NoticeBody => {
  if (contact === 'willBeLate' && expected !== undefined) {
    return { kind: 'panelWillBeLate', expected, ...answerTo(state) };
  }
  const sent = lastSent(state.panel);
  return contact === 'chase' && sent !== undefined
    ? { kind: 'panelChase', sentOn: sent.sent.on, ...repliedSince(state, sent) }
    : { kind: 'panelContact' };
};

export const panelNotices = (event: Told, state: CaseWithReview): readonly Draft[] => {
  switch (event.kind) {
    case 'PanelInformed': {
      const { dispatch, decision, channel, without } = event.body;
      const decidedOn = state.decisions.find(({ number }) => number === decision)?.on;
      if (channel !== 'mail' || decidedOn === undefined) return [];
      return [
        {
          key: panelDispatchKey(dispatch),
          to: PANEL,
          body: { kind: 'panelDispatch', dispatch, decidedOn, without },
        },
      ];
    }
    case 'PanelDispatchSent':
      return outcomeDrafts(state, event.body.dispatch);
    case 'CaseAbsorbed':
      return outcomeToAbsorbed(event.body, state);
    case 'PanelContacted':
      return event.body.channel === 'mail'
        ? [{ key: panelContactKey(event.number), to: PANEL, body: contactBody(event.body, state) }]
        : [];
  }
};
