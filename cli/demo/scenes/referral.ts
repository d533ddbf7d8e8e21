// The referral, with six agencies named in it; the notification; the scoping requests; a meeting arranged at once.

import type { Instant } from '../../../domain/calendar/instant';
import { invitees, NAMED_IN_REFERRAL, requestTo } from '../addressed';
import type { Scene } from '../telling';

const HOUR = 3_600_000;

export const referral: Scene = async ({ cast, received, chapter, open }) => {
  const { coordinator } = cast;
  const before = (hours: number): Instant => (received - hours * HOUR) as Instant;
  chapter('The referral');
  await open(coordinator, async (write) => {
    await write('referrer', 'referrer', {
      name: 'Elspeth Marden',
      organisation: 'Brookfield Hospitals NHS Trust',
      role: 'Named doctor for safeguarding',
      email: 'elspeth.marden@agencies.example',
    });
    await write('incident', 'incident', 'What was known of the incident on the day, in a few sentences.');
    await write('child-1', 'childParticulars', { name: 'Kit Farrow', dateOfBirth: '2023-05-02' });
    return {
      receivedAt: received,
      timestamps: { incident: before(43), localAuthorityAware: before(30) },
      agencies: NAMED_IN_REFERRAL.map((kind) => cast.agency(kind).id),
    };
  });
};

export const asking: Scene = async ({ cast, at, until, chapter, act, diarise }) => {
  const { coordinator } = cast;
  chapter('Six agencies are asked, and a meeting is arranged');
  const diary = await diarise(coordinator, at(8, 10));
  await until(1, 9, 40);
  await act(coordinator, () => ({
    kind: 'recordTimestamp',
    timestamp: 'notificationSent',
    at: at(1, 9, 20),
  }));
  await until(1, 9, 50);
  await act(coordinator, () => requestTo(cast, NAMED_IN_REFERRAL));
  await until(1, 10, 30);
  await act(coordinator, () => ({
    ...{ kind: 'arrangeMeeting', startsAt: at(8, 10), diary },
    invitees: invitees(cast),
  }));
};
