// An agency that is still to be asked, and of which the register has nobody to write to (R13): the case says so before anybody sends.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CaseView } from '../../api/cases/oneCaseSchema';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, COUNCIL, SCHOOL } from './cast';

let under: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  under = await apiUnderTest();
  cast = await Cast.of(under);
});
afterAll(() => under.close());

type Warned = Pick<CaseView, 'warnings'>;
/** In the register, without contacts. */
const SOCIETY = 'AG-0003';

test('R13: an agency that is still to be asked, and of which the register has nobody to write to, is warned of with the case and every act', async () => {
  const opened = await cast.open({
    agencies: [COUNCIL, SOCIETY],
    timestamps: { localAuthorityAware: '2026-03-28T08:30:00Z' },
  });
  const add = `add a contact who can be (PATCH /agencies/${SOCIETY}, "contacts", with the ids of those that stay)`;
  const otherWay = `ask another way and record that (POST /cases/{reference}/scoping-requests/${SOCIETY}/sent-another-way)`;
  const warning = {
    about: 'nobodyToAsk',
    agency: SOCIETY,
    due: '2026-04-01',
    inWords: `Nobody at Example Voluntary Society can be written to: it has no contact in the register, or each is excluded from this case. Its scoping request is due, by the end of Wednesday 1 April 2026. To send it, ${add}; or ${otherWay}.`,
  };
  expect((await opened.read<Warned>('')).warnings).toEqual([warning]);
  const acted = await opened.ask('/agencies', { body: { agency: SCHOOL } });
  expect(acted.json<Warned>().warnings).toEqual([warning]);
  const page = await under.ask('GET', `/cases/${opened.reference}/timetable.txt`);
  expect(page.body).toContain(`To be known\n- ${warning.inWords}\n`);
  await opened.act(`/scoping-requests/${SOCIETY}/sent-another-way`, {
    channel: 'telephone',
    on: '2026-03-30',
    note: 'Canarynote',
  });
  expect((await opened.read<Warned>('')).warnings).toMatchObject([
    { about: 'agencyNotReached', agency: SOCIETY },
  ]);
});
