// A line about a mail names the command that called for it, and none where the clock did.

import { describe, expect, it } from '@jest/globals';
import { aboutNotice } from '../../../activities/aboutNotice';
import type { RecordedEvent } from '../../../records/records';
import { AGENCY, REFERENCE, Story } from '../rapidReview/story';

const story = new Story()
  .opened('2026-03-30 16:20')
  .send([AGENCY(1)])
  .at('2026-04-10 12:00');
const folded = { events: story.events as unknown as readonly RecordedEvent[] };
const about = (kind: string) => {
  const notice = story.notices.find(({ body }) => body.kind === kind);
  if (notice === undefined) throw new Error(`no ${kind}`);
  return aboutNotice(notice, folded);
};

describe('about a mail', () => {
  it('that somebody called for: the mail, the case, the command', () => {
    expect(about('scopingRequest')).toEqual({
      notice: `${REFERENCE}/scopingRequest/AG-0001/1.1`,
      reference: REFERENCE,
      commandId: 'c2',
    });
  });

  it('that the clock called for: no command', () => {
    expect(Object.keys(about('teamBriefing'))).toEqual(['notice', 'reference']);
  });
});
