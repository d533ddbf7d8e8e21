// The lines of a what-if as both forms of the command print them: obligations first, then what hangs on publication and
// decision. It chooses the words; it derives no date.

import type { CivilDate } from '../../domain/calendar/civilDate';
import type { WorkingCalendar } from '../../domain/calendar/workingCalendar';
import type { ObligationName } from '../../domain/policy/policyProfile';
import type { ProfileId } from '../../domain/policy/profiles';
import type { AgencyId } from '../../domain/timetable/facts';
import { sayPublicationDate, type PublicationDateName } from '../../domain/timetable/publication';
import { sayExplanation, type Naming } from '../../domain/timetable/sayExplanation';
import { ANY_AGENCY, inOneSentence, type Waiting, type WhatIf } from '../../domain/timetable/whatIf';

export interface Line {
  readonly obligation: ObligationName | PublicationDateName;
  /** `Agency 2`, by the order in which they were given; absent where one stands for any. */
  readonly agency?: string;
  readonly what: string;
  readonly opens?: CivilDate;
  readonly due: CivilDate;
  readonly paragraph: string;
  /** How the due day was counted, in one sentence. */
  readonly explanation: string;
  /** The same day by day. */
  readonly text: string;
  /** It rests on bank holidays that are only predicted. */
  readonly provisional?: true;
}

/** What is due, in a few words. */
export const LABELS: Readonly<Record<Line['obligation'], string>> = {
  notification: 'Notification to the national Panel',
  scopingDispatch: 'Scoping template sent to the agency',
  agencyReturn: 'Scoping template returned',
  recordsSecured: 'Records secured',
  meeting: 'Rapid Review meeting',
  completeLocal: 'Rapid Review complete',
  completePanel: "Rapid Review complete, by the Panel's count",
  reconsideration: 'The partners confirm or decide again',
  reportToPanel: 'Report sent before publication',
  reportToPanelClearDays: 'The same, by clear working days',
  staysPublished: 'Report stays published at least until',
  reviewDue: 'Practice review finished and published',
};

/** A number, not a code: codes are those of the register, and nobody there is meant. */
const sayAgency = (agency: AgencyId): string =>
  agency === ANY_AGENCY ? 'Any agency' : `Agency ${Number(agency.slice(3))}`;

const whose = (agency: AgencyId | undefined): Pick<Line, 'agency'> =>
  agency === undefined || agency === ANY_AGENCY ? {} : { agency: sayAgency(agency) };

/** What has no date, with agencies said as in the lines. */
export type WaitingLine = Omit<Waiting, 'agency'> & Pick<Line, 'agency'>;

export const waitingIn = ({ waiting }: WhatIf): readonly WaitingLine[] =>
  waiting.map(({ agency, ...rest }) => ({ ...rest, ...whose(agency) }));

/** Nobody recorded anything, and nothing moved: agencies alone are named. */
const NAMING: Naming = { agency: sayAgency, person: (id) => id, event: String };

export const linesOf = (
  { dates, publication }: WhatIf,
  profile: ProfileId,
  calendar: WorkingCalendar,
): readonly Line[] => [
  ...dates.map((date): Line => ({
    obligation: date.obligation,
    ...whose(date.agency),
    what: date.what,
    ...(date.opens === undefined ? {} : { opens: date.opens.reaches }),
    due: date.due,
    paragraph: date.paragraph,
    explanation: inOneSentence(date),
    text: sayExplanation(date, calendar, NAMING),
    ...(date.provisional === undefined ? {} : { provisional: true }),
  })),
  ...publication.map((date): Line => ({
    obligation: date.obligation,
    what: date.what,
    due: date.due,
    paragraph: date.paragraph,
    explanation: date.inWords,
    text: sayPublicationDate(date, profile, calendar),
    ...(date.provisional === undefined ? {} : { provisional: true }),
  })),
];
