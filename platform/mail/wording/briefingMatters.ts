// What the team hears once beside dates at risk, misses and failed mail (R12): each as a sentence with what to do now,
// under the heading it belongs to, and in two words for the subject.

import { sayDate } from '../../../domain/calendar/civilDate';
import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { OwedToPanel } from '../../../domain/rapidReview/panel/state';
import { ANCHORS } from '../../../domain/timetable/explanation';
import { saySeats } from './decisionNames';
import type { MailFacts } from './mailFacts';
import { sayAgency, sayObligation } from './obligationNames';

export interface Matter {
  readonly heading:
    | 'No longer missed'
    | 'The meeting'
    | 'The national Panel'
    | 'Waiting for you'
    | 'Another agency named';
  readonly sentence: string;
  readonly inShort: string;
}

const sayOwedToPanel = ({ word, on }: OwedToPanel): string => {
  switch (word) {
    case 'more':
      return `The national Panel asked for more on ${sayDate(on)}, and nothing that answers it has gone since. Send it what it asks for, and record that you have.`;
    case 'answerToDisagreement':
      return `The partners have answered the disagreement of the national Panel of ${sayDate(on)}. Tell the Panel today, and record that you have.`;
    case 'decisionAgain':
      return `The group decided again on ${sayDate(on)}. Send that decision to the national Panel, with the report.`;
  }
};

/** None for what has sections of its own. */
const matterOf = (item: BriefingItem, facts: MailFacts): readonly Matter[] => {
  switch (item.about) {
    case 'atRisk':
    case 'missed':
    case 'mailFailed':
      return [];
    case 'missTakenBack': {
      const { key, was, due, on } = item;
      const moved =
        due === undefined
          ? 'It has no date any more'
          : `Its date has moved: it is now due by the end of ${sayDate(due)}`;
      const now =
        on === undefined
          ? `${moved}. The case keeps what you were told`
          : `It was done in time, on ${sayDate(on)}: no reason is needed`;
      return [
        {
          heading: 'No longer missed',
          sentence: `${sayObligation(key, facts)}: we told you that it was missed (due ${sayDate(was)}). ${now}.`,
          inShort: 'miss taken back',
        },
      ];
    }
    case 'momentNotRecorded': {
      const { what, on } = item;
      const so =
        on === undefined
          ? 'The notification of the national Panel is counted from it: until it is recorded that has no date, nobody is warned of it, and no miss shows'
          : `Without it the case cannot say whether the notification of the national Panel, sent on ${sayDate(on)}, was in time`;
      return [
        {
          heading: 'The national Panel',
          // A case that was merged into it may know it.
          sentence: `The case lacks ${ANCHORS[what]}. ${so}. Record it today, in the case.`,
          inShort: on === undefined ? 'notification without a date' : 'not known if notified in time',
        },
      ];
    }
    case 'noAgencyNamed': {
      // After that day each is due once it is found: what is to be done is the same.
      const when = item.due < facts.today ? 'today' : `by the end of ${sayDate(item.due)}`;
      return [
        {
          heading: 'Waiting for you',
          sentence:
            'No agency is on the case: nobody is asked for a return, and no date for asking counts. Add each that knew the child or ' +
            `the family, and ask them ${when}.`,
          inShort: 'no agency to ask',
        },
      ];
    }
    case 'meetingNotFixed': {
      // After that day one may have been fixed, and cancelled, or held without a decision: what is to be done is the same.
      const when = item.by < facts.today ? 'Fix one today' : `Fix one by the end of ${sayDate(item.by)}`;
      const { notHeldOn } = facts;
      const sentence =
        notHeldOn === undefined
          ? `No meeting is arranged, and one is to decide this case. ${when}. The case proposes dates.`
          : `Meeting on ${sayDate(notHeldOn)}: nobody opened it on that day. If it was held, open it now with a moment of that day, and record who came. If it was not, no other is fixed: fix one today. The case proposes dates.`;
      return [
        {
          heading: 'The meeting',
          sentence,
          inShort: notHeldOn === undefined ? 'no meeting date' : 'meeting not opened',
        },
      ];
    }
    case 'quorumAtRisk':
      return [
        {
          heading: 'The meeting',
          sentence:
            `Meeting on ${sayDate(item.on)}: nobody is expected for ${saySeats(item.seats)}. Find somebody who may sit ` +
            'there, and invite them today. Without every seat filled there is no decision.',
          inShort: 'quorum at risk',
        },
      ];
    case 'meetingDayRestored': {
      const { on, was, way, closes } = item;
      const told = was === 'dayOff' ? 'on a bank holiday' : 'outside its window';
      const now =
        way === 'inside'
          ? `It is inside its window again, which closes on ${sayDate(closes)}: it need not be moved`
          : `It is on a working day again, ${way === 'late' ? `after its window, which closes on ${sayDate(closes)}` : 'before its window'}`;
      return [
        {
          heading: 'The meeting',
          sentence: `Meeting on ${sayDate(on)}: we told you that it lay ${told}. ${now}.`,
          inShort: way === 'inside' ? 'meeting in its window again' : 'meeting on a working day again',
        },
      ];
    }
    case 'papersDue':
      return [
        {
          heading: 'The meeting',
          sentence: `Meeting on ${sayDate(item.on)}: send the papers today, to everybody who is invited.`,
          inShort: 'papers due',
        },
      ];
    case 'meetingNotClosed':
      return [
        {
          heading: 'The meeting',
          sentence:
            `Meeting on ${sayDate(item.on)}: nobody has closed it. Record today when it ended, with its minutes. ` +
            'Until then no other can be arranged.',
          inShort: 'meeting not closed',
        },
      ];
    case 'panelSilent':
      return [
        {
          heading: 'The national Panel',
          sentence: `The Panel has not replied since ${sayDate(item.since)}. Ask for its reply today, and record that you have.`,
          inShort: 'no reply from the Panel',
        },
      ];
    case 'panelAwaitsWord':
      return [
        { heading: 'Waiting for you', sentence: sayOwedToPanel(item), inShort: 'the Panel waits for you' },
      ];
    case 'agencyProposed': {
      const add = `Add it to the register where it is not there, then to the case with the number of the proposal, ${item.proposal}`;
      const instead =
        item.agency === undefined
          ? 'another by its name alone, which is in the case'
          : sayAgency(item.agency, facts);
      const whom = `${instead}. ${item.agency === undefined ? add : 'Add that agency to the case'}`;
      const said = `${sayAgency(item.by, facts)} says that we asked the wrong organisation, and names`;
      return [
        {
          heading: facts.hasEnded === true ? 'Another agency named' : 'Waiting for you',
          sentence:
            facts.hasEnded === true ? `${said} ${instead}.` : `${said} ${whom}, or decline with a reason.`,
          inShort: 'agency proposed',
        },
      ];
    }
    case 'escalationWaits':
      return [
        {
          heading: 'Waiting for you',
          sentence:
            `${sayAgency(item.agency, facts)} has not answered. Its executive will be written to on ${sayDate(item.on)}, but ` +
            'only if a coordinator confirms that before 09:00 that day.',
          inShort: 'escalation to confirm',
        },
      ];
  }
};

export interface Section {
  readonly title: string;
  readonly sentences: readonly string[];
}

export interface Matters {
  readonly sections: readonly Section[];
  /** `quorum at risk`, `2 agencies proposed` … with how many there are of each. */
  readonly counts: readonly { readonly said: string; readonly number: number }[];
}

const PLURALS: Readonly<Record<string, string>> = {
  'agency proposed': 'agencies proposed',
  'escalation to confirm': 'escalations to confirm',
  'miss taken back': 'misses taken back',
};

const sayCount = (inShort: string, number: number): string => {
  const plural = PLURALS[inShort];
  if (plural === undefined) return inShort;
  return `${number} ${number === 1 ? inShort : plural}`;
};

export const briefingMatters = (items: readonly BriefingItem[], facts: MailFacts): Matters => {
  const matters = items.flatMap((item) => matterOf(item, facts));
  return {
    sections: [...Map.groupBy(matters, ({ heading }) => heading)].map(([title, found]) => ({
      title,
      sentences: found.map(({ sentence }) => sentence),
    })),
    counts: [...Map.groupBy(matters, ({ inShort }) => inShort)].map(([inShort, { length: number }]) => ({
      said: sayCount(inShort, number),
      number,
    })),
  };
};
