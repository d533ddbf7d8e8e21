// The beginning of the race: the referral, with six agencies named in it; the notification; the scoping requests; a meeting
// arranged at once.

import { invitees, NAMED_IN_REFERRAL, requestTo } from '../addressed';
import type { Scene } from '../telling';
import { notified, received } from './acts';

export const referral: Scene = async (telling) => {
  telling.chapter('The referral');
  await received(telling, {
    child: { name: 'Kit Farrow', dateOfBirth: '2023-05-02' },
    agencies: NAMED_IN_REFERRAL,
  });
};

export const asking: Scene = async (telling) => {
  const { cast, at, until, chapter, act, diarise } = telling;
  const { coordinator } = cast;
  chapter('Six agencies are asked, and a meeting is arranged');
  const diary = await diarise(coordinator, at(8, 10));
  await until(1, 9, 40);
  await notified(telling, at(1, 9, 20));
  await until(1, 9, 50);
  await act(coordinator, () => requestTo(cast, NAMED_IN_REFERRAL));
  await until(1, 10, 30);
  await act(coordinator, () => ({
    kind: 'arrangeMeeting',
    startsAt: at(8, 10),
    diary,
    invitees: invitees(cast),
  }));
};
