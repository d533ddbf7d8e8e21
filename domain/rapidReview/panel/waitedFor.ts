// Since when we wait for the national Panel's next word (R12): the last between us and it, where the next is not with the partners.

import type { CivilDate } from '../../calendar/civilDate';
import { reconsiders } from '../meeting/window';
import type { OpenCase } from '../state';
import { askedSince } from './state';

/** R12: the last word between us and the Panel; nothing where the word is not with it. */
export const panelWaitedFor = (state: OpenCase): CivilDate | undefined => {
  const { panel } = state;
  const sent = panel.dispatches.findLast((one) => one.sent !== undefined)?.sent?.on;
  // While the partners reconsider, the word is with them.
  if (sent === undefined || reconsiders(state)) return undefined;
  // It has asked for more, or waits for what was decided again; unless it was answered otherwise than by a dispatch.
  const asked = askedSince(panel);
  if (asked !== undefined && !panel.contacts.some(({ contact, on }) => contact !== 'chase' && on >= asked.on))
    return undefined;
  return [
    sent,
    ...panel.replies.map(({ on }) => on),
    ...panel.contacts.flatMap(({ contact, on }) => (contact === 'chase' ? [on] : [])),
  ]
    .sort()
    .at(-1);
};
