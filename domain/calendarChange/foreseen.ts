// What a change of the calendar does to all open cases together, in numbers: added up from what it does to each shape.

import type { DayChanged } from '../calendar/daysChanged';
import { OBLIGATIONS, type ObligationName } from '../policy/policyProfile';
import { earliestOf, type Instant } from '../calendar/instant';
import type { MailMove } from '../rapidReview/clock/mailMoves';
import type { EffectOnAgency, EffectOnCase } from './effects';
import type { Move } from './moves';
import { isHeardAtNine, type AgencyHears } from './told';

export interface ObligationsForeseen {
  readonly obligation: ObligationName;
  readonly move: number;
  readonly becomeLate: number;
  readonly inTimeAgain: number;
}

/** Mails of 09:00 that come at another time, or not at all. */
export interface MailsForeseen {
  readonly sooner: number;
  readonly later: number;
  readonly fallAway: number;
}

export interface Foreseen {
  /** On which days the cases' calendars and the new one do not agree, and those that the change names. */
  readonly days: readonly DayChanged[];
  /** Open when it was worked out, and those among them that count with another calendar. */
  readonly openCases: number;
  readonly casesToBring: number;
  readonly casesThatMove: number;
  /** Cases of which a date lies beyond the calendar: they keep the one they have, and nothing else here is about them. */
  readonly cannotFollow: number;
  readonly obligations: readonly ObligationsForeseen[];
  /** Cases of which the meeting's window opens on another day. Not worked out for the first changes. */
  readonly windowsThatOpenAnew?: number;
  readonly meetingsThatLeave: number;
  /** Meetings whose day lay wrong and no longer does. Not worked out for the first changes. */
  readonly meetingDaysRestored?: number;
  /** To agencies. */
  readonly reminders: RemindersForeseen;
  /** That a date is at risk. Not worked out for the first changes. */
  readonly teamWarnings?: MailsForeseen;
  /** The other lines of its mails of 09:00. Not worked out for the first changes. */
  readonly teamLines?: MailsForeseen;
  readonly told: Told;
}

export interface RemindersForeseen extends MailsForeseen {
  /** In how many mails those go that come, at most. Not worked out for the first changes. */
  readonly mails?: number;
}

export interface Told {
  /** Agencies of cases: one that is on three cases is told three times, of three cases. */
  readonly byMail: number;
  readonly inPerson: number;
  /** When the first of them are told; absent where nobody is. */
  readonly at?: Instant;
  /** Agencies that were to hear of an earlier move, and are spared that. Not worked out for the first changes. */
  readonly noMore?: number;
  /** Mails that the team gets at once, and what stands in its next mails of 09:00. Not worked out for the first changes. */
  readonly team?: { readonly atOnce: number; readonly atNine: number };
}

/** How often a shape occurs among the cases that can be brought, and what the change does to it. */
export interface Tally<E> {
  readonly times: number;
  readonly effect: E;
}

type Cases = Pick<Foreseen, 'days' | 'openCases' | 'casesToBring' | 'casesThatMove' | 'cannotFollow'>;

const sum = <E>(tallies: readonly Tally<E>[], of: (effect: E) => number): number =>
  tallies.reduce((total, { times, effect }) => total + times * of(effect), 0);

const mails = <E>(tallies: readonly Tally<E>[], of: (effect: E) => readonly MailMove[]): MailsForeseen => {
  const those = (how: MailMove['how']): number =>
    sum(tallies, (effect) => of(effect).filter((one) => one.how === how).length);
  return { sooner: those('sooner'), later: those('later'), fallAway: those('fallsAway') };
};

const told = (
  ofCases: readonly Tally<EffectOnCase>[],
  ofAgencies: readonly Tally<EffectOnAgency>[],
): Told => {
  const agencies = (how: AgencyHears['how']): number =>
    sum(ofAgencies, (effect) => (effect.told?.how === how ? 1 : 0));
  const at = earliestOf(
    ofAgencies.flatMap(({ times, effect }) => (times > 0 ? (effect.told?.at ?? []) : [])),
  );
  const team = (atNine: boolean): number =>
    sum<EffectOnCase | EffectOnAgency>(
      [...ofCases, ...ofAgencies],
      (effect) => effect.team.filter((hears) => isHeardAtNine(hears) === atNine).length,
    );
  return {
    byMail: agencies('byMail'),
    inPerson: agencies('inPerson'),
    ...(at === undefined ? {} : { at }),
    noMore: sum(ofAgencies, ({ toldNoMore }) => (toldNoMore === undefined ? 0 : 1)),
    team: { atOnce: team(false), atNine: team(true) },
  };
};

export const foreseen = (
  cases: Cases,
  ofCases: readonly Tally<EffectOnCase>[],
  ofAgencies: readonly Tally<EffectOnAgency>[],
): Foreseen => {
  const moves = [...ofCases, ...ofAgencies].flatMap(({ times, effect }) =>
    effect.moves.map((move) => ({ times, move })),
  );
  const count = (wanted: (move: Move) => boolean): number =>
    moves.reduce((sum, { times, move }) => sum + (wanted(move) ? times : 0), 0);
  return {
    ...cases,
    obligations: OBLIGATIONS.map((obligation) => ({
      obligation,
      move: count((move) => move.obligation === obligation),
      becomeLate: count((move) => move.obligation === obligation && move.lateness === 'late'),
      inTimeAgain: count((move) => move.obligation === obligation && move.lateness === 'inTimeAgain'),
    })).filter(({ move }) => move > 0),
    windowsThatOpenAnew: sum(ofCases, ({ windowOpens }) => (windowOpens === undefined ? 0 : 1)),
    meetingsThatLeave: sum(ofCases, ({ meetingLeaves }) => (meetingLeaves === undefined ? 0 : 1)),
    meetingDaysRestored: sum(ofCases, ({ meetingDayRestored }) => (meetingDayRestored === undefined ? 0 : 1)),
    reminders: {
      ...mails(ofAgencies, ({ reminders }) => reminders),
      mails: sum(ofAgencies, ({ reminderMails }) => reminderMails),
    },
    teamWarnings: mails<EffectOnCase | EffectOnAgency>(
      [...ofCases, ...ofAgencies],
      ({ teamWarnings }) => teamWarnings,
    ),
    teamLines: mails<EffectOnCase | EffectOnAgency>(
      [...ofCases, ...ofAgencies],
      ({ teamLines }) => teamLines,
    ),
    told: told(ofCases, ofAgencies),
  };
};
