// The end: three sign-offs, one of them given by telephone; report and decision to the national Panel by mail, everybody
// told the outcome; the Panel agrees, and the case ends.

import type { Scene } from '../telling';

export const signingOff: Scene = async ({ cast, day, until, chapter, act }) => {
  chapter('The three partners sign off');
  await until(12, 10);
  await act(cast.delegate('localAuthority'), () => ({
    ...{ kind: 'signOffDecision', seat: 'localAuthority', on: day(12) },
  }));
  await until(12, 11, 30);
  await act(cast.delegate('police'), () => ({ kind: 'signOffDecision', seat: 'police', on: day(12) }));
  await until(12, 15);
  await act(cast.coordinator, async (write) => ({
    ...{ kind: 'signOffDecision', seat: 'integratedCareBoard', on: day(12) },
    evidence: await write('evidence', 'note', 'Given by telephone: by whom, and who heard it.'),
  }));
};

export const informing: Scene = async ({ cast, until, chapter, act }) => {
  chapter('The national Panel is informed');
  await until(13, 10);
  await act(cast.coordinator, async (write) => ({
    kind: 'recordNotificationReference',
    reference: await write('reference', 'note', 'The reference that the notification was given.'),
  }));
  await act(cast.coordinator, async (write) => ({
    kind: 'attachReport',
    document: await write('document', 'document', { title: 'Rapid Review report', where: 'case folder' }),
  }));
  await until(14, 11);
  await act(cast.chair, () => ({ kind: 'informPanel' }));
};

export const reply: Scene = async ({ cast, day, until, chapter, act }) => {
  chapter('The Panel replies');
  await until(19, 10, 30);
  await act(cast.coordinator, async (write) => ({
    ...{ kind: 'recordPanelReply', reply: 'agrees', on: day(19) },
    letter: await write('letter', 'letter', "The Panel's letter."),
  }));
};
