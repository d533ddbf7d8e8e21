// The story of mails that were recorded by mistake as come back.

import type { DossierRow } from '../../../domain/rapidReview/state';
import { AGENCY, CONTACT } from '../../unit/rapidReview/story';
import type { RecordedStory } from './recordedStory';

const ONE = AGENCY(1);
const ROW = 'dossier-row-1' as DossierRow;

export const bounceStories: Readonly<Record<string, RecordedStory>> = {
  bounceByMistake: {
    about:
      'a mail recorded by mistake as come back: the request is void and due again, missed, and then stands as it did; of two addresses one alone',
    play: async ({ one, at, until, day }) => {
      const back = (n: number) =>
        ({ kind: 'recordBounce', agency: ONE, contact: CONTACT(ONE, n), note: ROW }) as const;
      const never = (n: number) =>
        ({ kind: 'correctBounce', agency: ONE, contact: CONTACT(ONE, n), mails: [], reason: ROW }) as const;
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [ONE] });
      await until(1, 10);
      await one.act({
        kind: 'sendScopingRequests',
        agencies: [{ agency: ONE, contacts: [CONTACT(ONE, 1), CONTACT(ONE, 2)] }],
      });
      await until(2, 10);
      await one.act(back(1));
      await until(2, 11);
      await one.act(back(2));
      await until(4, 11);
      await one.act(never(2));
      await until(4, 12);
      await one.act(never(1));
      await until(7, 10);
      await one.act({
        kind: 'recordReturn',
        agency: ONE,
        answer: 'full',
        how: 'paper',
        on: day(7),
        content: ROW,
      });
      await until(8, 12);
    },
  },
};
