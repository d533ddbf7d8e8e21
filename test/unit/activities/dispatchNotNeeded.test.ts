// Decision and report on their way to the Panel, and what makes their mail needless: they went another way, a newer one did, or that was a
// mistake and another mail says it (R18).

import { describe, expect, it } from '@jest/globals';
import { Race, wentByPortal } from '../rapidReview/race';
import { REASON, REFERENCE } from '../rapidReview/story';
import { expectNotNeeded } from './expectNotNeeded';
import { Office } from './office';

describe('decision and report to the Panel (R18)', () => {
  const key = `${REFERENCE}/panelDispatch/1`;
  const ordered = (): Office => new Office(new Race().toGate().act({ kind: 'informPanel' })).only(key);
  const anotherWay = wentByPortal('2026-04-14');

  it('are not sent once they went another way', async () => {
    const office = ordered();
    office.story.act(anotherWay);
    await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
  });

  it('are not sent once a newer report went another way', async () => {
    const office = ordered();
    office.story.act({ kind: 'attachReport', document: REASON }).act(anotherWay);
    await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
  });

  it('are not sent once that they went another way was a mistake: another mail says it', async () => {
    const office = ordered();
    office.story.act(anotherWay).act({ kind: 'correctPanelInformed', dispatch: 1, reason: REASON });
    await expectNotNeeded(office.catchUp().only(key), key, 'EOVERTAKEN');
    office.story.act({ kind: 'informPanel' });
    await office.catchUp().only(`${REFERENCE}/panelDispatch/2`).call();
    expect(office.sent.map((mail) => mail.key)).toEqual([`${REFERENCE}/panelDispatch/2`]);
  });

  it('go where nothing of them is recorded', async () => {
    const office = ordered();
    await office.call();
    expect(office.sent.map((mail) => mail.key)).toEqual([key]);
  });
});
