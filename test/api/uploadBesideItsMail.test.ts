// Decision and report that hung in the mail were uploaded, and then word came that their mail had gone before: both are shown (R18).

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { PanelView } from '../../api/panel/panelViewSchema';
import type { CaseReference } from '../../domain/rapidReview/state';
import { apiUnderTest, type ApiUnderTest } from './apiUnderTest';
import { Cast, type Race } from './cast';

let under: ApiUnderTest;
let race: Race;
beforeAll(async () => {
  under = await apiUnderTest();
  race = await (await (await Cast.of(under)).open()).readyForPanel();
});
afterAll(() => under.close());

const dispatched = async (): Promise<PanelView['dispatches'][number] | undefined> =>
  (await race.read<PanelView>('/panel')).dispatches[0];

test('R18: an upload is shown beside the mail that had gone before it', async () => {
  const { records, clock, gateway } = under;
  const reference = race.reference as CaseReference;
  const key = `${reference}/panelDispatch/1`;
  await race.at('04-16 12:00').act('/panel/dispatch');
  const begun = await records.notices.begin(key, clock.now);
  if (begun === 'finished') throw new Error('the mail had gone before it was sent');
  const accepted = { at: clock.now, accepted: ['panel'], refused: [], outcome: 'accepted' } as const;
  await records.notices.end(key, { attempt: begun.attempt, ...accepted });
  await race.at('04-17 12:00').act('/panel/dispatch/sent-another-way', {
    channel: 'portal',
    on: '2026-04-17',
    evidence: 'Canaryevidence of the portal',
  });
  const uploaded = await dispatched();
  expect(uploaded).toMatchObject({ channel: 'portal', sentOn: '2026-04-17' });
  expect(uploaded).not.toHaveProperty('wentBesides');
  await gateway.hear(reference);
  expect(await dispatched()).toMatchObject({
    channel: 'mail',
    sentOn: '2026-04-16',
    wentBesides: { channel: 'portal', on: '2026-04-17' },
    evidence: { text: 'Canaryevidence of the portal' },
    inWords:
      "Decision 1 and report 1 went to the national Panel on Thursday 16 April 2026, by mail. Before that was known they went on Friday 17 April 2026 too, through the Panel's portal.",
  });
});
