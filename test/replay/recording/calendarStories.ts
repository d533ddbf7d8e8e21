// The stories of dates that move without anybody's doing: bank holidays proclaimed and taken back while the case runs, and a
// day that was mistyped; and of what is left to whoever asks to record, as changes of the calendar were first.

import type { CommandBody } from '../../../domain/rapidReview/commands';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import { ask, BY_ALL, CHAIR, COUNCIL, INVITEES, POLICE, ROW, SCHOOL } from '../../workflow/race/cast';
import { quorate } from '../../workflow/race/meetings';
import { minutely, type Step } from '../../workflow/script';
import { withDays } from '../../workflow/withDays';
import { adopt } from './adopt';
import type { RecordedStory } from './recordedStory';

const byApi = (act: CommandBody): Omit<Step, 'when'> => ({
  act,
  beside: (events) => ({ recordedByAsker: true, recordedUpTo: events.length }),
});

export const calendarStories: Readonly<Record<string, RecordedStory>> = {
  proclaimed: {
    about:
      'a bank holiday proclaimed on a Saturday: dates move, agencies hear on Monday at nine; another taken back, one that comes late and one that changes nothing; a sent day corrected; continued as new in between',
    historyLimit: 90,
    play: async ({ one, at, day, until, play, snapshot }) => {
      const mourning = withDays(snapshot, day(6));
      const both = withDays(snapshot, day(6), day(9));
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE, SCHOOL] });
      await play([
        ...minutely(
          at(1, 10),
          ask(COUNCIL, POLICE),
          {
            kind: 'recordRequestSent',
            agency: SCHOOL,
            channel: 'telephone',
            on: day(1),
            contacts: [],
            note: ROW,
          },
          { kind: 'arrangeMeeting', startsAt: at(8, 10), invitees: INVITEES },
        ),
        ...minutely(at(2, 10), {
          kind: 'recordReturn',
          agency: COUNCIL,
          answer: 'full',
          how: 'paper',
          on: day(2),
          content: ROW,
        }),
        ...minutely(at(3, 10), { kind: 'correctRequestSent', agency: SCHOOL, on: day(0), reason: ROW }),
        // Saturday at 17:07.
        ...minutely(at(4, 24 + 17, 7), adopt(1, mourning), adopt(1, mourning)),
        ...minutely(at(5, 11), adopt(3, both), adopt(2, mourning)),
        ...minutely(at(6, 11), adopt(4, mourning)),
      ]);
      await until(16, 12);
    },
  },

  takenUpAgain: {
    about:
      'a holiday on a day agreed with an agency, and one that makes an extension shorter than its own count; withdrawn while one is taken back, and taken up again by the calendar of then; a day before anything was counted from, and a fact corrected to before it',
    play: async ({ one, at, day, until, play, snapshot }) => {
      const onAgreed = withDays(snapshot, day(7));
      const onBoth = withDays(snapshot, day(4), day(5), day(7));
      const before = withDays(snapshot, day(-2), day(7));
      const agreed = (agency: AgencyId, due: number): CommandBody => ({
        kind: 'agreeReturnDate',
        agency,
        due: day(due),
        reason: ROW,
      });
      await until(0, 10);
      await one.open(at(0, 9), {
        agencies: [COUNCIL, POLICE, SCHOOL],
        timestamps: { localAuthorityAware: at(0, 8) },
      });
      await play([
        ...minutely(at(1, 10), ask(COUNCIL, POLICE, SCHOOL)),
        ...minutely(at(2, 10), agreed(SCHOOL, 8), agreed(POLICE, 7)),
        ...minutely(at(2, 11), adopt(1, onAgreed), adopt(2, onBoth)),
        ...minutely(at(3, 10), { kind: 'withdrawCase', agreedBy: BY_ALL, reason: ROW }),
        ...minutely(at(6, 10), {
          act: { kind: 'undoWithdrawal', reason: ROW, follow: { change: 3, calendar: before.version } },
          beside: { calendar: before },
        }),
        ...minutely(at(6, 12), {
          kind: 'correctTimestamp',
          timestamp: 'localAuthorityAware',
          reason: ROW,
          at: at(-3, 9),
        }),
      ]);
      await until(12, 12);
    },
  },

  meetsAgain: {
    about:
      'the Panel disagrees, and the group is to meet again: its day becomes a bank holiday and is none again, its window closes before it and opens over it as the day of the reply is put right twice; continued as new in between',
    historyLimit: 120,
    play: async ({ one, at, day, until, play, snapshot }) => {
      const replied = (on: number): CommandBody => ({
        kind: 'correctPanelReply',
        number: 1,
        on: day(on),
        reason: ROW,
      });
      await until(0, 16, 20);
      await one.open(at(0, 16, 20), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(2, 10), { kind: 'arrangeMeeting', startsAt: at(12, 14), invitees: INVITEES }),
        ...quorate({ at, day }),
        ...minutely(
          at(13, 10),
          { kind: 'evidenceDuty', duty: 'facts', evidence: ROW },
          { kind: 'attachReport', document: ROW },
          {
            act: {
              kind: 'recordPanelInformed',
              channel: 'portal',
              on: day(13),
              evidence: ROW,
              proceedReason: ROW,
            },
            as: CHAIR,
          },
        ),
        ...minutely(
          at(16, 10),
          { kind: 'recordPanelReply', reply: 'disagrees', on: day(16) },
          { kind: 'arrangeMeeting', startsAt: at(26, 10), invitees: INVITEES },
          adopt(1, withDays(snapshot, day(26))),
        ),
        ...minutely(at(17, 10), adopt(2, snapshot)),
        ...minutely(at(18, 10), replied(14)),
        ...minutely(at(19, 10), replied(16)),
      ]);
      await until(28, 12);
    },
  },

  correctedAfterChange: {
    about:
      'facts corrected after a bank holiday was proclaimed: an answer that came after it, a request with a date agreed upon the wrong day; a late answer sent back; continued as new in between',
    historyLimit: 70,
    play: async ({ one, at, day, until, play, snapshot }) => {
      const asked = (agency: AgencyId): CommandBody => ({
        kind: 'recordRequestSent',
        agency,
        channel: 'telephone',
        on: day(0),
        contacts: [],
        note: ROW,
      });
      const answered = (agency: AgencyId, on: number): CommandBody => ({
        kind: 'recordReturn',
        agency,
        answer: 'full',
        how: 'paper',
        on: day(on),
        content: ROW,
      });
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE, SCHOOL] });
      await play([
        ...minutely(at(0, 11), asked(COUNCIL), asked(POLICE), asked(SCHOOL), {
          kind: 'agreeReturnDate',
          agency: SCHOOL,
          due: day(7),
          reason: ROW,
        }),
        ...minutely(at(3, 12), answered(POLICE, 3), adopt(1, withDays(snapshot, day(4)))),
        ...minutely(at(6, 12), { kind: 'correctReturn', agency: POLICE, number: 1, on: day(6), reason: ROW }),
        ...minutely(at(7, 12), answered(COUNCIL, 7)),
        ...minutely(
          at(8, 10),
          { kind: 'sendBackReturn', agency: COUNCIL, number: 1, missing: ROW },
          { kind: 'correctRequestSent', agency: SCHOOL, on: day(8), reason: ROW },
        ),
      ]);
      await until(10, 12);
    },
  },

  meetingDayRestored: {
    about:
      'a meeting that a bank holiday puts outside its window, in it again as the day is taken back: told at nine, and not what had changed again before; continued as new in between',
    historyLimit: 70,
    play: async ({ one, at, day, until, play, snapshot }) => {
      const mourning = withDays(snapshot, day(5));
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL] });
      await play([
        ...minutely(at(1, 10), ask(COUNCIL), {
          kind: 'arrangeMeeting',
          startsAt: at(7, 10),
          invitees: INVITEES,
        }),
        ...minutely(at(2, 10), adopt(1, mourning), adopt(2, snapshot)),
        ...minutely(at(3, 12), adopt(3, mourning), adopt(4, snapshot), adopt(5, mourning)),
        ...minutely(at(4, 11), adopt(6, snapshot)),
      ]);
      await until(6, 12);
    },
  },

  toldOnTheWay: {
    about:
      'a bank holiday proclaimed while a scoping request is with the mail server: the agency, told the dates of before, hears the new one, once, also under the runs after; what a second agency is told holds',
    historyLimit: 40,
    play: async ({ one, at, day, until, play, records, snapshot }) => {
      const tells = (agency: AgencyId, due: number): void => {
        const key = `${one.reference}/scopingRequest/${agency}/1.1`;
        const dates = [
          { key: `agencyReturn:${agency}` as ObligationKey, due: day(due) },
          { key: `recordsSecured:${agency}` as ObligationKey, due: day(3) },
        ];
        records.told.set(key, { asOf: records.events.length, dates });
      };
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      records.inHand = async (mails) => {
        if (!mails.some(({ body }) => body.kind === 'scopingRequest')) return;
        tells(COUNCIL, 6);
        records.inHand = () => Promise.resolve();
        const calendar = withDays(snapshot, day(5));
        await one.act({ kind: 'adoptCalendar', change: 1, calendar: calendar.version }, { calendar });
      };
      await play(minutely(at(1, 10), ask(COUNCIL)));
      await until(1, 11);
      records.inHand = () => {
        tells(POLICE, 7);
        return Promise.resolve();
      };
      await play(minutely(at(1, 12), ask(POLICE)));
      await until(10, 12);
    },
  },

  recordedByAsker: {
    about:
      'changes that whoever brings them records: kept until the next events of the case, asked twice, with mail to send, and continued as new while something is kept',
    historyLimit: 60,
    play: async ({ one, at, day, until, play, snapshot }) => {
      const first = withDays(snapshot, day(7));
      const second = withDays(snapshot, day(6), day(7));
      const third = withDays(snapshot, day(6), day(7), day(9));
      const byAsker = { recordedByAsker: true } as const;
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(at(1, 10), ask(COUNCIL, POLICE)),
        ...minutely(at(2, 18), adopt(1, first, byAsker), adopt(1, first, byAsker), adopt(2, second, byAsker)),
        ...minutely(at(4, 11), {
          kind: 'recordReturn',
          agency: COUNCIL,
          answer: 'full',
          how: 'paper',
          on: day(4),
          content: ROW,
        }),
        // In the hours of notices the agency hears at once, so the case records by itself.
        ...minutely(at(5, 11), adopt(3, third, byAsker), adopt(4, first, byAsker)),
        ...minutely(at(5, 19), adopt(5, second, byAsker)),
      ]);
      await until(12, 12);
    },
  },

  recordedByApi: {
    about:
      'acts as the API sends them: those that call for no mail left to it and forgotten with the next, one with mail between them, a reminder in between, and continued as new while something is kept',
    historyLimit: 50,
    play: async ({ one, at, day, until, play }) => {
      const returned = (agency: typeof COUNCIL, n: number) =>
        byApi({ kind: 'recordReturn', agency, answer: 'full', how: 'paper', on: day(n), content: ROW });
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [COUNCIL, POLICE] });
      await play([
        ...minutely(
          at(1, 10),
          byApi({ kind: 'addAgency', agency: SCHOOL }),
          byApi(ask(COUNCIL, POLICE)),
          byApi({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(1, 9) }),
        ),
        ...minutely(at(2, 11), byApi(ask(SCHOOL)), returned(COUNCIL, 2)),
        ...minutely(at(7, 11), returned(POLICE, 7), returned(SCHOOL, 7)),
      ]);
      await until(10, 12);
    },
  },
};
