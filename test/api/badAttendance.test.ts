// Bad acts while a meeting is held (point 11 of the issue): each is refused for what it is, says what would be right, and
// changes nothing.

import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { BOARD, Cast, COUNCIL, decisionBody, HOSPITAL, moment, POLICE, SCHOOL, type Race } from './cast';
import type { Refusal } from './refusals';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

describe('holding', () => {
  let race: Race;
  beforeAll(async () => {
    race = await cast.open();
    await race.meets('04-14 10:00', ['localAuthority', 'police']);
    race.at('04-14 10:30');
  });

  test.each<Refusal>([
    [
      'R14: two people for one seat',
      '/meeting/arrivals',
      { name: 'Canaryname', agency: POLICE, seat: 'police' },
      {
        status: 409,
        type: 'seat-already-filled',
        pointer: 'body /seat',
        says: 'Record the arrival without a seat',
      },
    ],
    [
      'R14: one person for two seats',
      '/meeting/seats',
      { attendee: `${COUNCIL}-C1`, seat: 'police' },
      { status: 422, type: 'seat-not-for-agency', pointer: 'body /seat', says: 'cannot fill the seat' },
    ],
    [
      'R14: a provider on the seat of the integrated care board',
      '/meeting/arrivals',
      { contact: `${HOSPITAL}-C1`, agency: HOSPITAL, seat: 'integratedCareBoard' },
      { status: 422, type: 'seat-not-for-agency', pointer: 'body /seat' },
    ],
    [
      'who is there already',
      '/meeting/arrivals',
      { contact: `${COUNCIL}-C1`, agency: COUNCIL },
      { status: 409, type: 'attendee-already-present' },
    ],
    [
      'an arrival in the future',
      '/meeting/arrivals',
      { contact: `${BOARD}-C1`, agency: BOARD, at: moment('04-14 10:31') },
      { status: 422, type: 'moment-in-future', pointer: 'body /at' },
    ],
    [
      'an arrival before the opening',
      '/meeting/arrivals',
      { contact: `${BOARD}-C1`, agency: BOARD, at: moment('04-14 09:59') },
      { status: 422, type: 'moment-before-meeting', pointer: 'body /at' },
    ],
    [
      'nobody in particular',
      '/meeting/arrivals',
      { agency: BOARD },
      { status: 400, type: 'malformed-request', pointer: 'body /contact' },
    ],
    [
      'somebody in two ways',
      '/meeting/arrivals',
      { contact: `${BOARD}-C1`, name: 'Canaryname', agency: BOARD },
      { status: 400, type: 'malformed-request', pointer: 'body /name' },
    ],
    [
      'a contact of somebody else',
      '/meeting/arrivals',
      { contact: `${BOARD}-C1`, agency: SCHOOL },
      { status: 422, type: 'contact-not-of-agency', pointer: 'body /contact' },
    ],
    [
      'a person who is not known here',
      '/meeting/arrivals',
      { person: 'P-0999', agency: BOARD },
      { status: 422, type: 'unknown-person', pointer: 'body /person' },
    ],
    [
      'somebody of an agency that is not in the register',
      '/meeting/arrivals',
      { name: 'Canaryname', agency: 'AG-0999' },
      { status: 422, type: 'agency-not-in-register', pointer: 'body /agency' },
    ],
    [
      'somebody back who never came',
      '/meeting/arrivals',
      { attendee: 'A-9', agency: BOARD },
      { status: 404, type: 'no-such-attendee' },
    ],
    [
      'the departure of somebody who is not there',
      '/meeting/departures',
      { attendee: `${BOARD}-C1` },
      { status: 409, type: 'attendee-not-present' },
    ],
    [
      'a departure before the arrival',
      '/meeting/departures',
      { attendee: `${COUNCIL}-C1`, at: moment('04-14 09:00') },
      { status: 422, type: 'moment-before-meeting', pointer: 'body /at' },
    ],
    [
      'a seat for somebody who is not there',
      '/meeting/seats',
      { attendee: `${BOARD}-C1`, seat: 'integratedCareBoard' },
      { status: 409, type: 'attendee-not-present' },
    ],
    [
      'closing without minutes',
      '/meeting/closing',
      {},
      { status: 400, type: 'malformed-request', pointer: 'body /minutes' },
    ],
    [
      'cancelling what is under way',
      '/meeting/cancellation',
      { reason: 'No reason' },
      { status: 409, type: 'meeting-under-way' },
    ],
    [
      'moving what is under way',
      '/meeting/rearrangement',
      { startsAt: moment('04-15 10:00'), reason: 'No reason' },
      { status: 409, type: 'meeting-under-way' },
    ],
    ['opening what is open', '/meeting/opening', {}, { status: 409, type: 'meeting-under-way' }],
  ])('%s is refused', (_, path, body, bad) => race.refused(path, body, bad));

  test('who has declared a conflict of interest fills no seat again, and declares it once', async () => {
    await race.act('/meeting/conflicts', { attendee: `${POLICE}-C1`, note: 'Canarynote' });
    await race.refused(
      '/meeting/seats',
      { attendee: `${POLICE}-C1`, seat: 'police' },
      { status: 422, type: 'conflicted-fills-no-seat', pointer: 'body /seat' },
    );
    await race.refused(
      '/meeting/conflicts',
      { attendee: `${POLICE}-C1`, note: 'Canarynote' },
      { status: 409, type: 'conflict-already-declared' },
    );
  });

  test('one person fills one seat, whatever their organisation', async () => {
    await race.act('/meeting/arrivals', { name: 'Canaryname', agency: POLICE, seat: 'police' });
    await race.at('04-14 10:40').act('/meeting/departures', { attendee: 'A-1' });
    // The same person, said to come for the integrated care board now.
    await race.refused(
      '/meeting/arrivals',
      { attendee: 'A-1', agency: BOARD, seat: 'integratedCareBoard' },
      { status: 409, type: 'one-person-one-seat', pointer: 'body /seat', says: 'one person fills one seat' },
    );
  });

  test('R14: nothing recorded later takes a decision its quorum', async () => {
    const other = await (await cast.open()).meets('04-14 10:00');
    await other.at('04-14 11:00').act('/decision', decisionBody());
    other.at('04-14 11:30');
    await other.refused(
      '/meeting/departures',
      { attendee: `${POLICE}-C1`, at: moment('04-14 10:50') },
      {
        status: 409,
        type: 'would-undo-decision',
        pointer: 'body /at',
        says: 'decide again in this meeting',
      },
    );
    await other.refused(
      '/meeting/closing',
      { minutes: 'No minutes', at: moment('04-14 10:55') },
      {
        status: 422,
        type: 'moment-out-of-order',
        pointer: 'body /at',
        says: 'but the decision is recorded for Tuesday 14 April 2026 at 11:00 already',
      },
    );
  });

  test('nothing is recorded of a meeting that is closed', async () => {
    const closed = await (await cast.open()).decided();
    for (const [path, body] of [
      ['/meeting/arrivals', { name: 'Canaryname', agency: BOARD }],
      ['/meeting/departures', { attendee: `${POLICE}-C1` }],
      ['/meeting/closing', { minutes: 'No minutes' }],
    ] as const)
      await closed.refused(path, body, { status: 409, type: 'meeting-not-under-way' });
  });
});
