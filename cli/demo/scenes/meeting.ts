// The meetings of the race: the first without the health service's seat, so that it cannot decide whatever anybody wishes;
// the second with all three, which decides.

import { invitees } from '../addressed';
import type { Scene } from '../telling';
import { arrives, closed, decision, quorateMeeting } from './acts';

export const inquorate: Scene = async (telling) => {
  const { cast, at, until, chapter, act, refused } = telling;
  chapter('The first meeting cannot decide: nobody comes for the integrated care board');
  await until(8, 10, 5);
  await act(cast.coordinator, () => ({ kind: 'openMeeting', at: at(8, 10) }));
  await arrives(telling, 'localAuthority', at(8, 10, 0));
  await arrives(telling, 'police', at(8, 10, 2));
  await until(8, 10, 30);
  await refused(cast.chair, decision(at(8, 10, 30)));
  await until(8, 10, 35);
  await closed(telling, at(8, 10, 35));
  await until(8, 11, 15);
  await act(cast.coordinator, () => ({
    kind: 'arrangeMeeting',
    startsAt: at(11, 14),
    invitees: invitees(cast),
  }));
};

export const quorate: Scene = async (telling) => {
  telling.chapter('The second meeting is quorate, and decides');
  await quorateMeeting(telling, 11, 14);
};
