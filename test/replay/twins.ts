// Rules that are almost ours, each with one change of the kind that a replay by Temporal does not notice. The
// comparison with the committed events must notice every one of them.

import type { Instant } from '../../domain/calendar/instant';
import { cscpWt2018 } from '../../domain/policy/cscpWt2018';
import type { ObligationName, ObligationRule } from '../../domain/policy/policyProfile';
import type { CaseEvent } from '../../domain/rapidReview/events';
import { refuse } from '../../domain/rapidReview/rejections';
import { presentRules, type Rules } from './playActs';

const { decide, passTime, hearOfMail } = presentRules;

const numbered = (events: readonly CaseEvent[]): readonly CaseEvent[] => {
  const first = events[0]?.number ?? 1;
  return events.map((event, index) => ({ ...event, number: first + index }));
};
const without = (kind: CaseEvent['kind'], events: readonly CaseEvent[]): readonly CaseEvent[] =>
  numbered(events.filter((event) => event.kind !== kind));

const hearingWithout =
  (kind: CaseEvent['kind']): Rules['hearOfMail'] =>
  (...asked) => {
    const heard = hearOfMail(...asked);
    return { ...heard, events: without(kind, heard.events) };
  };

const decidingWithout =
  (kind: CaseEvent['kind']): Rules['decide'] =>
  (...asked) => {
    const decision = decide(...asked);
    return decision.ok ? { ok: true, events: without(kind, decision.events) } : decision;
  };

/** By name, with the story in which it must be noticed. */
export const twins: Readonly<Record<string, { readonly story: string; readonly rules: Rules }>> = {
  'a decision that forgets to restate an outcome': {
    story: 'corrected',
    rules: { ...presentRules, decide: decidingWithout('OutcomeRestated') },
  },
  'a decision that refuses what was accepted': {
    story: 'bounced',
    rules: {
      ...presentRules,
      decide: (state, command, calendar, now) =>
        command.kind === 'voidRequest'
          ? refuse({ code: 'RequestNotMade', agency: command.agency })
          : decide(state, command, calendar, now),
    },
  },
  'a clock that no longer briefs the team': {
    story: 'life',
    rules: { ...presentRules, passTime: (...asked) => without('TeamBriefed', passTime(...asked)) },
  },
  'a messenger that counts a request from the day it is heard of, not the day it was accepted': {
    story: 'outage',
    rules: {
      ...presentRules,
      hearOfMail: (state, reports, calendar, now) =>
        hearOfMail(
          state,
          reports.map(({ acceptedAt, ...report }) => ({
            ...report,
            ...(acceptedAt === undefined ? {} : { acceptedAt: (now + 86_400_000) as Instant }),
          })),
          calendar,
          now,
        ),
    },
  },
  'a meeting moved out of its window without a word': {
    story: 'diary',
    rules: { ...presentRules, decide: decidingWithout('MeetingOutsideWindow') },
  },
  'a meeting back in its window without a word': {
    story: 'meetingDayRestored',
    rules: { ...presentRules, decide: decidingWithout('MeetingDayRestored') },
  },
  'a case that believes a mail to have told what the case has come to': {
    story: 'toldOnTheWay',
    rules: {
      ...presentRules,
      hearOfMail: hearingWithout('MailToldOtherDates'),
    },
  },
  'a quorum that wants one seat more': {
    story: 'raceContinued',
    rules: {
      ...presentRules,
      decide: (state, command, calendar, now) =>
        command.kind === 'takeDecision'
          ? refuse({ code: 'Inquorate', at: command.at ?? now, unfilled: ['police'] })
          : decide(state, command, calendar, now),
    },
  },
  'a messenger that waits for no proof from the Panel': {
    story: 'race',
    rules: { ...presentRules, hearOfMail: hearingWithout('PanelDispatchSent') },
  },
  'a withdrawal that forgets what fell due meanwhile': {
    story: 'ended',
    rules: { ...presentRules, decide: decidingWithout('ObligationMissed') },
  },
  'an alert that is not repeated': {
    story: 'safety',
    rules: { ...presentRules, passTime: (...asked) => without('SafetyAlertRepeated', passTime(...asked)) },
  },
  'a ladder that reaches the executive without a word': {
    story: 'escalated',
    rules: { ...presentRules, passTime: (...asked) => without('RungsSkipped', passTime(...asked)) },
  },
};

/** Does something while an obligation of the profile in use has another number of days; then all is as it was. */
export const withWorkingDays = <T>(obligation: ObligationName, workingDays: number, then: () => T): T => {
  const rule = cscpWt2018.obligations[obligation] as {
    -readonly [K in keyof ObligationRule]: ObligationRule[K];
  };
  const before = rule.workingDays;
  rule.workingDays = workingDays;
  try {
    return then();
  } finally {
    rule.workingDays = before;
  }
};
