// The timetable that would follow from a few dates, without a case: what `npm run timetable` prints. It counts
// nothing itself.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import type { Instant } from '../../domain/calendar/instant';
import { addWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { currentProfile, profileOf } from '../../domain/policy/profiles';
import { daysPassedOver, sayCounting } from '../../domain/timetable/explanation';
import type { AgencyId, TimetableFacts } from '../../domain/timetable/facts';
import { timetableOf, type TimetableLine } from '../../domain/timetable/timetable';

export interface Dates {
  readonly received: Instant;
  readonly notified?: Instant;
  readonly aware?: Instant;
  /** The day the scoping request went to one agency. */
  readonly sent?: CivilDate;
  /** The planned day of publication. */
  readonly publish?: CivilDate;
}

export interface WhatIfLine {
  readonly obligation: string;
  readonly opens?: CivilDate;
  readonly due: CivilDate;
  readonly explanation: string;
  readonly paragraph: string;
}

/** C13: the report goes out no later than so many working days before publication; clear days are one more. */
const BEFORE_PUBLICATION = 7;

const factsOf = ({ received, notified, aware, sent }: Dates): TimetableFacts => ({
  profile: currentProfile,
  timestamps: {
    referralReceived: received,
    ...(notified === undefined ? {} : { notificationSent: notified }),
    ...(aware === undefined ? {} : { localAuthorityAware: aware }),
  },
  agencies: [
    {
      agency: 'AG-0000' as AgencyId,
      identified: 'withReferral',
      ...(sent === undefined ? {} : { sent: { on: sent, channel: 'mail' } }),
    },
  ],
  outcomes: {},
});

const explained = (calendar: WorkingCalendar, { counting, due, squeezed }: TimetableLine): string => {
  if (counting === undefined || due === undefined) return '';
  if (squeezed === true) return 'the headline date leaves the window no day: the earliest workable one';
  return sayCounting(counting, daysPassedOver(calendar, counting.anchorDate, due));
};

const publication = (calendar: WorkingCalendar, publish: CivilDate): readonly WhatIfLine[] =>
  [
    { obligation: 'reportToPanel', days: BEFORE_PUBLICATION, says: 'working days' },
    { obligation: 'reportToPanelClearDays', days: BEFORE_PUBLICATION + 1, says: 'clear working days' },
  ].map(({ obligation, days, says }) => ({
    obligation,
    due: addWorkingDays(calendar, publish, -days),
    explanation: `${BEFORE_PUBLICATION} ${says} before ${sayDate(publish)} (the day of publication)`,
    paragraph: 'C13',
  }));

/** What falls due, in the profile's order; what waits for a date that was not given is left out. */
export const whatIf = (dates: Dates, calendar: WorkingCalendar): readonly WhatIfLine[] => [
  ...timetableOf(factsOf(dates), calendar).lines.flatMap((line) =>
    line.due === undefined
      ? []
      : [
          {
            obligation: line.obligation,
            ...(line.opens === undefined ? {} : { opens: line.opens }),
            due: line.due,
            explanation: explained(calendar, line),
            paragraph: profileOf(currentProfile).obligations[line.obligation].paragraph,
          },
        ],
  ),
  ...(dates.publish === undefined ? [] : publication(calendar, dates.publish)),
];
