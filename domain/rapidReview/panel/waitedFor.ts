// Since when we wait for the national Panel's next word (R12): the last between us and it, where the next is not with the partners.

import type { CivilDate } from '../../calendar/civilDate';
import { reconsiders } from '../meeting/window';
import type { OpenCase } from '../state';
import { panelContactKey } from './mailReports';
import { askedSince, type ContactMade } from './state';

/** What its mail came to nothing with, the Panel has not heard. Of contacts of before the thirteenth version the mail is not known. */
const heardByPanel = ({ reference, panel, failedNotices }: OpenCase): readonly ContactMade[] =>
  panel.contacts.filter(
    ({ mailedBy }) =>
      mailedBy === undefined || !failedNotices.includes(`${reference}/${panelContactKey(mailedBy)}`),
  );

/** R12: the last word between us and the Panel; nothing where the word is not with it. */
export const panelWaitedFor = (state: OpenCase): CivilDate | undefined => {
  const { panel } = state;
  const sent = panel.dispatches.findLast((one) => one.sent !== undefined)?.sent?.on;
  // While the partners reconsider, the word is with them.
  if (sent === undefined || reconsiders(state)) return undefined;
  // It has asked for more, or waits for what was decided again; unless it was answered otherwise than by a dispatch.
  const asked = askedSince(panel);
  const contacts = heardByPanel(state);
  if (asked !== undefined && !contacts.some(({ contact, on }) => contact !== 'chase' && on >= asked.on))
    return undefined;
  return [
    sent,
    ...panel.replies.map(({ on }) => on),
    ...contacts.flatMap(({ contact, on }) => (contact === 'chase' ? [on] : [])),
  ]
    .sort()
    .at(-1);
};
