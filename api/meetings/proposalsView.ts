// Which days are proposed for the meeting, as the API shows them; and where there is none, why, in words. The rules are in
// `domain/rapidReview/meeting/proposals.ts`.

import { Type, type Static } from 'typebox';
import { sayDate, weekdayName } from '../../domain/calendar/civilDate';
import { formatInstant, type Instant } from '../../domain/calendar/instant';
import { londonDateOf } from '../../domain/calendar/londonTime';
import { countWorkingDays, type WorkingCalendar } from '../../domain/calendar/workingCalendar';
import { decisionInForce } from '../../domain/rapidReview/decision/state';
import type { DiaryDate } from '../../domain/rapidReview/meeting/diary';
import { proposeMeetings, type MeetingProposal } from '../../domain/rapidReview/meeting/proposals';
import { metByMeeting, windowNow } from '../../domain/rapidReview/meeting/window';
import { reconsiders } from '../../domain/rapidReview/panel/reconsidered';
import type { AnyCase, OpenCase } from '../../domain/rapidReview/state';
import type { FoldedCase } from '../../records/records';
import { DiaryDateField } from '../diary/diarySchemas';
import { DateField, InstantField, ReferenceField, strict, VersionField } from '../fields/fields';
import { ENDING_WORDS } from '../problems/reviewTerms';
import { sayInstant } from '../problems/saying';
import { LocalDaysBeside } from '../timetable/timetableSchema';

const Proposal = Type.Object(
  {
    on: DateField,
    weekday: Type.String(),
    workingDay: Type.Optional(Type.Integer({ description: 'Counted from the receipt, which is day 0.' })),
    startsAt: Type.Optional(InstantField),
    diaryDate: Type.Optional(DiaryDateField),
    inWords: Type.String(),
    localDays: Type.Optional(
      Type.Array(LocalDaysBeside, {
        description:
          "Closures and school holidays that it lies in, everybody's and those of the agencies on the case: it counts as a working day (R2).",
      }),
    ),
  },
  strict,
);

export const WindowField = Type.Object({ opens: Type.Optional(DateField), closes: DateField }, strict);

export const ProposalsSchema = Type.Object(
  {
    reference: ReferenceField,
    version: VersionField,
    window: Type.Optional(WindowField),
    proposals: Type.Array(Proposal),
    why: Type.Optional(Type.String({ description: 'Why nothing is proposed.' })),
  },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        version: 23,
        window: { opens: '2026-04-10', closes: '2026-04-20' },
        proposals: [
          {
            on: '2026-04-14',
            weekday: 'Tuesday',
            workingDay: 9,
            startsAt: '2026-04-14T09:00:00.000Z',
            diaryDate: 'SG-0004',
            inWords: 'Tuesday 14 April 2026 at 10:00 (working day 9), a date of the sub-group',
          },
        ],
      },
    ],
  },
);
export type ProposalsView = Static<typeof ProposalsSchema>;

const proposalView = (
  { timestamps }: OpenCase,
  calendar: WorkingCalendar,
  { on, diary }: MeetingProposal,
): ProposalsView['proposals'][number] => {
  const received = timestamps.referralReceived;
  const workingDay =
    received === undefined ? undefined : countWorkingDays(calendar, londonDateOf(calendar, received), on);
  const counted = workingDay === undefined ? '' : ` (working day ${workingDay})`;
  return {
    on,
    weekday: weekdayName(on),
    ...(workingDay === undefined ? {} : { workingDay }),
    ...(diary === undefined ? {} : { startsAt: formatInstant(diary.startsAt), diaryDate: diary.id }),
    inWords:
      diary === undefined
        ? `${sayDate(on)}${counted}`
        : `${sayInstant(diary.startsAt)}${counted}, a date of the sub-group`,
  };
};

const whyNone = (state: AnyCase): string | undefined => {
  switch (state.status) {
    case 'recordedOnly':
      return 'No Rapid Review runs for this case, so there is no meeting to arrange.';
    case 'ended':
      return `The case has ended: ${ENDING_WORDS[state.ending.cause]}. There is no meeting to arrange.`;
    case 'open': {
      const decided = decisionInForce(state);
      if (metByMeeting(state) !== undefined || decided === undefined) return undefined;
      return reconsiders(state)
        ? 'The national Panel has disagreed, and the group may meet again: on any working day, the sooner the better.'
        : `The group decided on ${sayDate(decided.on)}. There is no meeting to arrange.`;
    }
  }
};

/** Throws `BeyondCalendar`. */
export const proposalsView = (
  { state, calendar }: FoldedCase,
  diary: readonly DiaryDate[],
  now: Instant,
): ProposalsView => {
  const { reference, version } = state;
  const none = whyNone(state);
  if (none !== undefined || state.status !== 'open')
    return { reference, version, proposals: [], why: none ?? '' };
  const window = windowNow(state, calendar);
  if (window === undefined) {
    const why = 'The moment that the window of the meeting is counted from is not recorded yet.';
    return { reference, version, proposals: [], why };
  }
  const proposals = proposeMeetings(state, calendar, diary, now).map((proposal) =>
    proposalView(state, calendar, proposal),
  );
  return {
    reference,
    version,
    window,
    proposals,
    ...(proposals.length > 0
      ? {}
      : {
          why: `No day is left in the window, which closes on ${sayDate(window.closes)}. A meeting after it needs a reason, and is a recorded departure.`,
        }),
  };
};

/** A day in a closure is proposed all the same, and says so (R2). */
export const withLocalDays = (view: ProposalsView, beside: readonly LocalDaysBeside[]): ProposalsView => ({
  ...view,
  proposals: view.proposals.map((proposal) => {
    const localDays = beside.filter(({ on }) => on === proposal.on);
    return localDays.length === 0 ? proposal : { ...proposal, localDays };
  }),
});
