// Of what nothing would ever be due, over HTTP: a notification that nobody recorded the moment for, and a case without an agency (R3, C2).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, SCHOOL, type Warned } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

test('R3: that nobody recorded since when the local authority was aware is warned of, until it is: the notification would wait for ever', async () => {
  const race = await cast.open();
  const record = (timestamp: string, on: string) =>
    race.ask('/timestamps', { body: { timestamp, at: `${on}T12:00:00Z` } });
  const where = 'POST /cases/{reference}/timestamps, "localAuthorityAware"';
  const warning = {
    about: 'momentNotRecorded',
    what: 'localAuthorityAware',
    inWords: `The day the local authority became aware is not recorded, so the notification to the national Panel has no date. Record the moment (${where}).`,
  };
  expect((await race.read<Warned>('')).warnings).toEqual([warning]);
  const explained = async () =>
    (await race.read<{ explanation: { text: string } }>('/timetable/notification')).explanation.text;
  expect(await explained()).toContain(`\nRecord it once it is known (${where}).`);
  const sent = await record('notificationSent', '2026-03-30');
  expect(sent.json<Warned>().warnings).toEqual([
    {
      ...warning,
      on: '2026-03-30',
      inWords: `The day the local authority became aware is not recorded, so it is not known whether the notification to the national Panel, sent on Monday 30 March 2026, was in time. Record the moment (${where}).`,
    },
  ]);
  const aware = await record('localAuthorityAware', '2026-03-27');
  expect(aware.json<Warned>().warnings).toEqual([]);
  expect(await explained()).not.toContain('Record it');
});

test('C2: that no agency is on the case is warned of, until one is added: asking would be due of nobody', async () => {
  const race = await cast.open({ agencies: [] });
  expect((await race.read<Warned>('')).warnings).toContainEqual({
    about: 'noAgencyNamed',
    due: '2026-04-01',
    inWords:
      'No agency is on the case: nobody is asked for a return, and no date for asking counts. Add each that knew the child or the family (POST /cases/{reference}/agencies), and ask them (POST /cases/{reference}/scoping-requests): those whom the referral names by the end of Wednesday 1 April 2026, one that is found later by the end of the next working day.',
  });
  const { warnings } = (await race.ask('/agencies', { body: { agency: SCHOOL } })).json<Warned>();
  expect(warnings.map(({ about }) => about)).not.toContain('noAgencyNamed');
});
