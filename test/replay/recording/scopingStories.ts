// The stories of the first half of a case: requests, mail that fails, corrected timestamps, outages.

import { goOnAsNew } from '../../../contracts/messages';
import type { DossierRow } from '../../../domain/rapidReview/state';
import { AGENCY, CONTACT } from '../../unit/rapidReview/story';
import type { RecordedStory } from './recordedStory';
import type { Stage } from './stage';

const ONE = AGENCY(1);
const TWO = AGENCY(2);
const ROW = 'dossier-row-1' as DossierRow;
const ask = (agency: typeof ONE, ...contacts: readonly number[]) =>
  ({
    kind: 'sendScopingRequests',
    agencies: [{ agency, contacts: contacts.map((n) => CONTACT(agency, n)) }],
  }) as const;

/** Opens on Monday at 16:20, asks one agency on Tuesday, leaves the other unasked. */
const oneAsked = async ({ one, at, until }: Stage): Promise<void> => {
  await until(0, 16, 20);
  await one.open(at(0, 16, 20), { agencies: [ONE, TWO] });
  await until(1, 11);
  await one.act(ask(ONE, 1));
};

export const scopingStories: Readonly<Record<string, RecordedStory>> = {
  life: {
    about: 'six weeks of a case: one agency asked and silent, the other never asked',
    play: async (stage) => {
      await oneAsked(stage);
      await stage.until(30, 12);
    },
  },

  continued: {
    about: 'the same case, asked to go on as new between its days; it ends while a timer runs',
    play: async (stage) => {
      await oneAsked(stage);
      for (const day of [2, 4, 7, 9]) {
        await stage.until(day, 12);
        await stage.one.handle.signal(goOnAsNew);
      }
      await stage.until(14, 12);
    },
  },

  bounced: {
    about: 'requests that come to nothing: refused by the mail server, returned, declared void, asked again',
    play: async ({ one, at, until, refused, day }) => {
      await until(0, 9, 30);
      await one.open(at(0, 9), { agencies: [ONE] });
      refused.add(CONTACT(ONE, 1));
      await one.act(ask(ONE, 1));
      await until(0, 14);
      await one.act(ask(ONE, 2));
      await until(2, 10);
      await one.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 2), note: ROW });
      await until(2, 15);
      await one.act(ask(ONE, 3, 4));
      await until(3, 10);
      await one.act({ kind: 'addAgency', agency: TWO, note: ROW });
      await until(3, 11);
      await one.act(ask(TWO, 1));
      await until(3, 16);
      await one.act({ kind: 'voidRequest', agency: TWO, reason: ROW });
      await until(4, 10);
      await one.act({
        kind: 'recordRequestSent',
        agency: TWO,
        channel: 'telephone',
        contacts: [],
        on: day(4),
      });
      await until(12, 12);
    },
  },

  mailedAgain: {
    about:
      'a request mailed again to a second address the day after; then the first mail comes back: the request counts from the second',
    play: async ({ one, at, until, day }) => {
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [ONE] });
      await until(1, 10);
      await one.act(ask(ONE, 1));
      await until(2, 10);
      await one.act(ask(ONE, 2));
      await until(3, 11);
      const mails = [1, 2].map((n) => ({ round: 1, at: at(n, 10), to: [CONTACT(ONE, n)] }));
      await one.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 1), mails, note: ROW });
      await until(6, 10);
      await one.act({
        kind: 'recordReturn',
        agency: ONE,
        answer: 'full',
        how: 'paper',
        on: day(6),
        content: ROW,
      });
      await until(7, 12);
    },
  },

  corrected: {
    about: 'timestamps recorded and corrected: outcomes restated, a miss reinstated, dates moved',
    play: async ({ one, at, until }) => {
      await until(0, 10);
      await one.open(at(0, 9), {
        agencies: [ONE],
        timestamps: { incident: at(-5, 20), localAuthorityAware: at(-1, 12) },
      });
      await until(0, 11);
      await one.act({ kind: 'recordTimestamp', timestamp: 'acceptedAsRapidReview', at: at(0, 10, 30) });
      await until(3, 10);
      await one.act({ kind: 'recordTimestamp', timestamp: 'notificationSent', at: at(3, 9, 30) });
      await until(3, 11);
      await one.act({
        kind: 'correctTimestamp',
        timestamp: 'localAuthorityAware',
        at: at(-4, 12),
        reason: ROW,
      });
      await until(4, 11);
      await one.act({
        kind: 'correctTimestamp',
        timestamp: 'acceptedAsRapidReview',
        at: at(4, 10),
        reason: ROW,
      });
      await one.act({ kind: 'correctTimestamp', timestamp: 'referralReceived', at: at(2, 9), reason: ROW });
      await until(4, 14);
      await one.act(ask(ONE, 1));
      await until(5, 10);
      await one.act({
        kind: 'correctTimestamp',
        timestamp: 'localAuthorityAware',
        at: at(-1, 13),
        reason: ROW,
      });
      await until(20, 12);
    },
  },

  takenBack: {
    about:
      'a missed dispatch that was in time after all, and late again, and in time: what the team is told of it; continued as new in between',
    historyLimit: 60,
    play: async ({ one, at, until, day }) => {
      const correct = (on: number) =>
        one.act({ kind: 'correctRequestSent', agency: ONE, on: day(on), reason: ROW });
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [ONE] });
      await until(3, 10);
      await one.act({
        kind: 'recordRequestSent',
        agency: ONE,
        channel: 'paper',
        on: day(3),
        contacts: [CONTACT(ONE, 1)],
      });
      await correct(2);
      await correct(3);
      await correct(2);
      await until(4, 10);
      await correct(3);
      await until(7, 10);
      await correct(2);
      await until(10, 12);
    },
  },

  cameBack: {
    about:
      'a request by mail, rung the day before as it turned out; the mail comes back, and the call was of another case: void, and asked anew',
    play: async ({ one, at, until, day }) => {
      const correct = (on: number, channel?: 'telephone') =>
        one.act({
          kind: 'correctRequestSent',
          agency: ONE,
          on: day(on),
          reason: ROW,
          ...(channel === undefined ? {} : { channel }),
        });
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [ONE] });
      await until(2, 10);
      await one.act(ask(ONE, 1));
      await until(2, 12);
      await correct(1, 'telephone');
      await one.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 1), note: ROW });
      await until(3, 10);
      await correct(2);
      await until(4, 10);
      await one.act(ask(ONE, 2));
      await until(12, 12);
    },
  },

  rungAfter: {
    about:
      'a mail that came back, and then a call: nobody writes to that address; a part of the answer is sent back, the call declared void, and another address written to',
    play: async ({ one, at, until, day }) => {
      const rung = (on: number) =>
        ({
          kind: 'recordRequestSent',
          agency: ONE,
          channel: 'telephone',
          contacts: [CONTACT(ONE, 1)],
          on: day(on),
        }) as const;
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [ONE] });
      await until(1, 10);
      await one.act(ask(ONE, 1));
      await until(1, 12);
      await one.act({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, 1), mailed: true, note: ROW });
      await one.act(rung(1));
      await until(4, 10);
      await one.act({
        kind: 'recordReturn',
        agency: ONE,
        answer: 'partial',
        how: 'paper',
        on: day(3),
        content: ROW,
      });
      await until(5, 12);
      await one.act({ kind: 'sendBackReturn', agency: ONE, number: 1, missing: ROW });
      await one.act({ kind: 'voidRequest', agency: ONE, reason: ROW });
      await one.act(ask(ONE, 2));
      await until(6, 10);
      await one.act({
        kind: 'correctRequestSent',
        agency: ONE,
        on: day(4),
        channel: 'telephone',
        reason: ROW,
      });
      await until(12, 12);
    },
  },

  outage: {
    about: 'mail away over a deadline, then the records over another: both are kept, and nothing is lost',
    play: async ({ one, at, until, records }) => {
      await until(0, 10);
      await one.open(at(0, 10), { agencies: [ONE] });
      await until(2, 17);
      records.mailAway = true;
      await one.act(ask(ONE, 1));
      await until(2, 24, 30);
      records.mailAway = false;
      await until(8, 23, 30);
      records.recordsAway = true;
      await until(8, 24, 30);
      records.recordsAway = false;
      await until(10, 12);
    },
  },

  squeezed: {
    about: 'a notification long before the referral: the meeting window is left no day',
    play: async ({ one, at, until, day }) => {
      await until(0, 15);
      await one.open(at(0, 14), {
        agencies: [ONE],
        timestamps: {
          localAuthorityAware: at(-10, 9),
          notificationSent: at(-8, 12),
          notificationCopyReceived: at(-7, 9),
        },
      });
      await until(0, 16);
      await one.act({
        kind: 'recordRequestSent',
        agency: ONE,
        channel: 'secureMail',
        contacts: [],
        on: day(0),
      });
      await until(9, 12);
    },
  },

  withoutClock: {
    about: "a care leaver's death without suspected abuse or neglect: recorded, and no clock runs",
    play: async ({ one, at, until }) => {
      await until(0, 10);
      await one.open(at(0, 9), { nature: 'careLeaverDeath', timestamps: { incident: at(-3, 7) } });
    },
  },
};
