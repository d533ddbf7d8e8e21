// Before the proclamation: one review is at its meeting, which decides on the Friday; another is received on the Thursday,
// its three partners are asked on the Friday, and its meeting is arranged for what will be the proclaimed day.

import type { AgencyKind } from '../../../domain/policy/agencyKinds';
import { SEATS } from '../../../domain/policy/policyProfile';
import { invitees, requestTo } from '../addressed';
import { answered, notified, quorateMeeting, received, secured } from '../scenes/acts';
import type { TellingOfTwo } from './telling';

export const ASKED_ON_MONDAY = ['school', 'generalPractice'] as const satisfies readonly AgencyKind[];

export const earlierReview = async ({ earlier, stage }: TellingOfTwo): Promise<void> => {
  const { cast, at, until, act } = earlier;
  stage.chapter('A first review, ten days before the proclamation');
  await received(earlier, { child: { name: 'Wren Halloway', dateOfBirth: '2024-11-19' }, agencies: SEATS });
  await until(1, 9, 40);
  await notified(earlier, at(1, 9, 20));
  await act(cast.coordinator, () => requestTo(cast, SEATS));
  await act(cast.coordinator, () => ({
    kind: 'arrangeMeeting',
    startsAt: at(7, 14),
    invitees: invitees(cast, SEATS),
  }));
  await until(1, 16);
  for (const seat of SEATS) await secured(earlier, 1, seat, false);
  await until(3, 12);
  for (const seat of SEATS) await answered(earlier, 3, seat, 'full', 'secureMail');
};

export const reviewBegins = async ({ review, stage }: TellingOfTwo): Promise<void> => {
  const { cast, at, until, act } = review;
  stage.chapter('The review of this story is received on the Thursday, and its partners are asked');
  await received(review, {
    child: { name: 'Kit Farrow', dateOfBirth: '2023-05-02' },
    agencies: [...SEATS, ...ASKED_ON_MONDAY],
  });
  await until(1, 9, 40);
  await notified(review, at(1, 9, 20));
  await until(1, 9, 50);
  await act(cast.coordinator, () => requestTo(cast, SEATS));
  await until(1, 10, 30);
  await act(cast.coordinator, () => ({
    kind: 'arrangeMeeting',
    startsAt: at(7, 10),
    invitees: invitees(cast, [...SEATS, 'school']),
  }));
};

export const earlierMeeting = async ({ earlier, review, stage }: TellingOfTwo): Promise<void> => {
  stage.chapter('The first review decides on the Friday, within a window that closes on the Monday to be');
  await quorateMeeting(earlier, 7, 14);
  await review.until(1, 16);
  for (const seat of SEATS) await secured(review, 1, seat, seat === 'localAuthority');
};
