// Of what went to the national Panel with decision and report and does not stand any more: by when, and whether the Panel has heard
// anything since. What it is, the reference of the notification or a sign-off, `reference.ts` and `signOffs.ts` say.

import type { CaseEvent } from '../events';
import type { Dispatch, NoMore, Panel } from './state';

export const noMoreBy = ({ contacts }: Panel, { number }: Pick<CaseEvent, 'number'>): NoMore => ({
  event: number,
  contacts: contacts.length,
});

/** The dispatch that went with it; nothing where another, or any other word, has gone since. */
export const sentBefore = ({ dispatches, contacts }: Panel, noMore: NoMore): Dispatch | undefined => {
  const last = dispatches.findLast(({ sent }) => sent !== undefined);
  return last?.event !== undefined && last.event < noMore.event && contacts.length === noMore.contacts
    ? last
    : undefined;
};
