// After it: the first review is completed early; the other moves its meeting off the proclaimed day, is reminded and
// answered by the new dates, does nothing on the day itself, decides, and is completed on its new fifteenth day.

import { londonInstant } from '../../../domain/calendar/londonTime';
import { answered, papersForPanel, quorateMeeting, secured, threeSignOffs, whyLate } from '../scenes/acts';
import { ASKED_ON_MONDAY } from './before';
import type { TellingOfTwo } from './telling';

export const meetingMoves = async ({ stage, review }: TellingOfTwo): Promise<void> => {
  const { cast, at, until, act } = review;
  stage.chapter('The meeting was arranged for the proclaimed day: it moves into its new window');
  await until(2, 10, 15);
  await act(cast.coordinator, async (write) => ({
    kind: 'rearrangeMeeting',
    startsAt: at(8, 10),
    reason: await write('reason', 'reason', 'The day was proclaimed a bank holiday.'),
  }));
  await until(2, 14);
  for (const kind of ASKED_ON_MONDAY) await secured(review, 2, kind, true);
};

export const earlierCompleted = async ({ stage, earlier }: TellingOfTwo): Promise<void> => {
  const { cast, until, act } = earlier;
  stage.chapter('The first review is completed');
  await threeSignOffs(earlier, 9);
  await until(10, 10);
  await papersForPanel(earlier);
  await act(cast.chair, () => ({ kind: 'informPanel' }));
};

export const answers = async ({ stage, review, days }: TellingOfTwo): Promise<void> => {
  const { until } = review;
  stage.chapter('The answers come in; two agencies are silent');
  await until(4, 12, 10);
  await answered(review, 4, 'localAuthority', 'full', 'api');
  await until(4, 15, 30);
  await answered(review, 4, 'generalPractice', 'nil', 'secureMail');
  await until(5, 11);
  await answered(review, 5, 'integratedCareBoard', 'full', 'secureMail');
  await until(6, 17);
  stage.chapter('The proclaimed day');
  await stage.untilMoment(londonInstant(stage.calendar, days.holiday, 18, 0));
  await stage.remark('Nobody is mailed.');
  stage.chapter('The day after');
  await until(7, 11, 20);
  await answered(review, 7, 'police', 'full', 'secureMail');
  await whyLate(review, 'police');
  await until(7, 15);
  await answered(review, 7, 'school', 'full', 'mail');
};

export const completed = async ({ stage, review }: TellingOfTwo): Promise<void> => {
  const { cast, until, act } = review;
  stage.chapter('The meeting is held in its new window, and decides');
  await quorateMeeting(review, 8, 10);
  stage.chapter('The three partners sign off');
  await threeSignOffs(review, 10);
  stage.chapter('The Panel is informed on the new fifteenth working day');
  await until(14, 10);
  await papersForPanel(review);
  await until(15, 11);
  await act(cast.chair, () => ({ kind: 'informPanel' }));
};
