// The stories of safety concerns and of cases that end before a decision: withdrawn and taken up again, criteria not met,
// merged.

import type { CaseReference } from '../../../domain/rapidReview/state';
import { ask, BY_ALL, COUNCIL, POLICE, ROW, SCHOOL } from '../../workflow/race/cast';
import { minutely } from '../../workflow/script';
import type { RecordedStory } from './recordedStory';

const OTHER = (n: number): CaseReference => `RR-2026-${String(n).padStart(4, '0')}` as CaseReference;

export const endingStories: Readonly<Record<string, RecordedStory>> = {
  safety: {
    about:
      'a concern raised at night, alerted every half hour until acknowledged; another while the first waits',
    play: async ({ one, at, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL] });
      await play([
        ...minutely(at(1, 22, 40), { kind: 'raiseSafetyConcern', concern: ROW }),
        ...minutely(at(1, 23, 20), { kind: 'raiseSafetyConcern', concern: ROW }),
        ...minutely(
          at(1, 24, 20),
          { kind: 'acknowledgeSafetyConcern', number: 1, note: ROW },
          { kind: 'acknowledgeSafetyConcern', number: 2 },
        ),
      ]);
      await until(2, 12);
    },
  },

  alertsGoOn: {
    about:
      'a concern that nobody acknowledges for hours: the case goes on as new though time alone acts, and on with the alerts',
    historyLimit: 60,
    play: async ({ one, at, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL] });
      await play(minutely(at(1, 22, 40), { kind: 'raiseSafetyConcern', concern: ROW }));
      await until(2, 1);
      await play(minutely(at(2, 1, 5), { kind: 'acknowledgeSafetyConcern', number: 1, note: ROW }));
      await until(2, 2);
    },
  },

  unreached: {
    about:
      'a death that is only recorded, and a concern whose first alerts reach nobody on call; what was done about it',
    play: async ({ one, at, until, play, refused }) => {
      await until(0, 10);
      await one.open(at(0, 9), { nature: 'lookedAfterChildDeath' });
      refused.add('onCall');
      await play(minutely(at(1, 22, 40), { kind: 'raiseSafetyConcern', concern: ROW }));
      await until(1, 23, 20);
      refused.delete('onCall');
      await until(1, 23, 50);
      await play([
        ...minutely(at(1, 23, 55), { kind: 'acknowledgeSafetyConcern', number: 1, note: ROW }),
        ...minutely(at(2, 9), { kind: 'recordSafetyAction', number: 1, action: ROW }),
      ]);
      await until(2, 12);
    },
  },

  ended: {
    about:
      'withdrawn, a concern and an answer after the end, the withdrawal undone with the gap counted; notified, then found not to meet the criteria',
    play: async ({ one, at, day, until, play }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE, SCHOOL], episodeOf: OTHER(3) });
      await play([
        ...minutely(at(1, 10), ask(COUNCIL, POLICE)),
        ...minutely(at(2, 10), { kind: 'withdrawCase', agreedBy: BY_ALL, reason: ROW }),
        ...minutely(at(3, 10), {
          kind: 'recordReturn',
          agency: POLICE,
          answer: 'full',
          how: 'paper',
          on: day(3),
          content: ROW,
        }),
        ...minutely(
          at(3, 11),
          { kind: 'raiseSafetyConcern', concern: ROW },
          { kind: 'acknowledgeSafetyConcern', number: 1, note: ROW },
        ),
        ...minutely(
          at(8, 10),
          { kind: 'undoWithdrawal', reason: ROW },
          { kind: 'recordTimestamp', timestamp: 'localAuthorityAware', at: at(0, 8) },
          { kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(8, 10) },
        ),
        ...minutely(at(9, 10), { kind: 'findCriteriaNotMet', agreedBy: BY_ALL, reason: ROW }),
        ...minutely(at(10, 10), {
          kind: 'recordRecordsSecured',
          agency: COUNCIL,
          on: day(10),
          secured: { paper: true, electronic: false, locked: true },
        }),
      ]);
      await until(16, 12);
    },
  },

  merged: {
    about:
      'a referral logged late as a possible duplicate: one kept apart, one absorbed with its earlier receipt, and the case itself merged into a third',
    play: async ({ one, at, until, play }) => {
      await until(0, 10);
      await one.open(at(-30, 9), {
        agencies: [COUNCIL],
        lateLoggingReason: ROW,
        maybeDuplicateOf: OTHER(4),
      });
      await play([
        ...minutely(
          at(1, 10),
          ask(COUNCIL),
          { kind: 'settleDuplicate', of: OTHER(4), as: 'keptApart', reason: ROW },
          { kind: 'noteDuplicate', of: OTHER(5), note: ROW },
          { kind: 'absorbCase', of: OTHER(5), receivedAt: at(-32, 9), reason: ROW },
          { kind: 'noteDuplicate', of: OTHER(6) },
          { kind: 'settleDuplicate', of: OTHER(6), as: 'linked', reason: ROW },
        ),
        ...minutely(at(2, 10), { kind: 'endAsMerged', into: OTHER(7), reason: ROW }),
      ]);
      await until(4, 12);
    },
  },
};
