// The end of the race: three sign-offs; report and decision to the national Panel by mail, everybody told the outcome; the
// Panel agrees, and the case ends.

import type { Scene } from '../telling';
import { papersForPanel, threeSignOffs } from './acts';

export const signingOff: Scene = async (telling) => {
  telling.chapter('The three partners sign off');
  await threeSignOffs(telling, 12);
};

export const informing: Scene = async (telling) => {
  const { cast, until, chapter, act } = telling;
  chapter('The national Panel is informed');
  await until(13, 10);
  await papersForPanel(telling);
  await until(14, 11);
  await act(cast.chair, () => ({ kind: 'informPanel' }));
};

export const reply: Scene = async ({ cast, day, until, chapter, act }) => {
  chapter('The Panel replies');
  await until(19, 10, 30);
  await act(cast.coordinator, async (write) => ({
    kind: 'recordPanelReply',
    reply: 'agrees',
    on: day(19),
    letter: await write('letter', 'letter', "The Panel's letter."),
  }));
};
