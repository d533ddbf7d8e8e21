// Within Temporal: it hears that we are alive, and a cancelled attempt begins no further mail.

import { describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createSendNotices } from '../../../activities/sendNotices';
import type { SendNoticesOutput } from '../../../contracts/activities';
import { AGENCY, REFERENCE, Story } from '../rapidReview/story';
import { Office } from './office';

const agencies = [AGENCY(1), AGENCY(2), AGENCY(3)];
const asked = (): Office =>
  new Office(new Story().opened('2026-03-30 16:20', { agencies }).at('2026-04-01 11:00').send(agencies)).only(
    'scopingRequest',
  );

describe('sendNotices as an activity', () => {
  it('beats at once, and sends all', async () => {
    const office = asked();
    const environment = new MockActivityEnvironment();
    let beats = 0;
    environment.on('heartbeat', () => (beats += 1));
    const sendNotices = createSendNotices(office.parts);
    const said = await environment.run(() => sendNotices({ reference: REFERENCE }));
    expect(said).toMatchObject({ waiting: 0 });
    expect(beats).toBe(1);
  });

  it('finishes the mail under way when it is cancelled, begins no other, and tells how it stands', async () => {
    const office = asked();
    const environment = new MockActivityEnvironment();
    office.onMail = () => {
      environment.cancel();
      return undefined;
    };
    const sendNotices = createSendNotices(office.parts);
    const said: SendNoticesOutput = await environment.run(() => sendNotices({ reference: REFERENCE }));
    expect(office.sent).toHaveLength(1);
    expect(said.waiting).toBe(2);
    expect(said.reports).toMatchObject([{ outcome: 'accepted' }]);
  });
});
