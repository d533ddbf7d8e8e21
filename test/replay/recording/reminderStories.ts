// The story of the fuller ladder: a silent agency reminded up to its executive once a coordinator has said so, and one for
// which nobody does.

import { newestProfile } from '../../../domain/policy/profiles';
import type { ContactLevel } from '../../../domain/policy/contactLevels';
import type { ContactAbove } from '../../../domain/rapidReview/scoping/state';
import type { AgencyId } from '../../../domain/timetable/facts';
import { CONTACT } from '../../unit/rapidReview/story';
import { HOSPITAL, ROW, SCHOOL } from '../../workflow/race/cast';
import { minutely } from '../../workflow/script';
import type { RecordedStory } from './recordedStory';

const LEVELS = ['deputy', 'senior', 'executive'] as const satisfies readonly ContactLevel[];

const withThoseAbove = (agency: AgencyId) => ({
  agency,
  contacts: [CONTACT(agency)],
  above: LEVELS.map((level, index): ContactAbove => ({ contact: CONTACT(agency, index + 2), level })),
});

export const reminderStories: Readonly<Record<string, RecordedStory>> = {
  escalated: {
    about:
      'the fuller ladder: one agency reminded up to its executive by the word of a coordinator, another without, and a deputy in place of an excluded lead',
    play: async ({ one, at, until, play }) => {
      const profile = newestProfile('cscp-wt2018-full-ladder');
      if (profile === undefined) throw new Error('there is no profile with the fuller ladder');
      await until(0, 10);
      await one.open(at(0, 9), { agencies: [HOSPITAL, SCHOOL], profile });
      await play([
        ...minutely(at(1, 10), {
          kind: 'sendScopingRequests',
          agencies: [HOSPITAL, SCHOOL].map(withThoseAbove),
        }),
        ...minutely(at(4, 10), {
          kind: 'excludeContact',
          agency: SCHOOL,
          contact: CONTACT(SCHOOL),
          reason: ROW,
        }),
        ...minutely(at(7, 11), { kind: 'confirmEscalation', agency: HOSPITAL }),
      ]);
      await until(10, 12);
    },
  },
};
