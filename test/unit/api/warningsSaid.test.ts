// What a warning advises is what would be granted.

import { expect, it } from '@jest/globals';
import { sayWarning } from '../../../api/cases/presentWarnings';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { CaseReference } from '../../../domain/rapidReview/references';
import { AGENCY, london } from '../rapidReview/story';

const name = (): string => 'Example School';
const agency = AGENCY(4);
const OTHER = 'RR-2026-0008' as CaseReference;

it('an answer that is to be a mistake is to be sent back instead only where it can be', () => {
  const warning = { about: 'sentByAgency', agency, number: 2 } as const;
  expect(sayWarning({ ...warning, canBeSentBack: true }, name)).toBe(
    'Example School sent answer 2 itself. If it is about this case and something is missing in it, send it back instead; it is a mistake only where it belongs elsewhere.',
  );
  expect(sayWarning(warning, name)).toBe(
    'Example School sent answer 2 itself. It is a mistake only where it belongs elsewhere.',
  );
});

it('R22: a moment of a merged case is recorded here, or settled so', () => {
  const of = 'RR-2026-0005' as CaseReference;
  const at = london('2026-03-27 12:00');
  expect(sayWarning({ about: 'momentOfMerged', what: 'notificationSent', of, at }, name)).toBe(
    'The notification to the national Panel is not recorded here, and was in RR-2026-0005, which was merged into this case: on Friday 27 March 2026 at 12:00. It was not taken over, since it did not fit what was known here. Record it, or the right moment (POST /cases/{reference}/timestamps); until then no date is counted from it. If it is none of this case, take that back again.',
  );
});

it('R22: a receipt that is put right and does not count: whose counts, and how that is put right', () => {
  const warning = { about: 'otherReceiptCounts', on: civilDate('2026-03-27') } as const;
  const how = 'POST /cases/{reference}/timestamps/referralReceived/corrections';
  expect(sayWarning({ ...warning, of: 'RR-2026-0005' as CaseReference }, name)).toBe(
    `Dates are counted from the receipt of RR-2026-0005, on Friday 27 March 2026, which is the earlier. If that one is wrong, correct it (${how}, with "of": "RR-2026-0005").`,
  );
  expect(sayWarning(warning, name)).toBe(
    `Dates are counted from this case's own receipt, on Friday 27 March 2026, which is the earlier. If that one is wrong, correct it (${how}, without "of").`,
  );
});

it('records that are to be a mistake are wanted on a page only where the agency has one', () => {
  const warning = { about: 'securedByAgency', agency } as const;
  const first =
    'Example School has told us itself that its records are secured. If they are, nothing is to be taken back. No mail says that its word is';
  expect(sayWarning({ ...warning, onItsPage: true }, name)).toBe(
    `${first}: it sees on its page what is wanted, and while its day is ahead its reminders say so. Tell it.`,
  );
  expect(sayWarning(warning, name)).toBe(`${first}. Tell it.`);
});

it('R23: a concern says where it is read and acknowledged: with the case that it was raised on', () => {
  const warning = { about: 'safetyConcernOpen', number: 2 } as const;
  const until =
    'is not acknowledged: those on call are alerted again until somebody has it in hand and says so (POST /cases/';
  expect(sayWarning(warning, name)).toBe(
    `Safety concern 2 ${until}{reference}/safety-concerns/2/acknowledgement). What it is about: GET /cases/{reference}/safety-concerns.`,
  );
  expect(sayWarning({ ...warning, of: OTHER }, name)).toBe(
    `Safety concern 2 of RR-2026-0008, which was merged into this case, ${until}RR-2026-0008/safety-concerns/2/acknowledgement). What it is about: GET /cases/RR-2026-0008/safety-concerns.`,
  );
});

it('another meeting is to be arranged by the day on which it is due, or was', () => {
  const on = civilDate('2026-04-14');
  const due = civilDate('2026-04-20');
  const warning = { about: 'noMeetingArranged', on } as const;
  const held = 'No meeting is arranged: the last, of Tuesday 14 April 2026, was held, and decided nothing.';
  expect(sayWarning(warning, name)).toBe(`${held} Arrange another (POST /cases/{reference}/meeting).`);
  expect(sayWarning({ ...warning, due }, name)).toBe(
    `${held} Arrange another, which is due by the end of Monday 20 April 2026 (POST /cases/{reference}/meeting).`,
  );
  expect(sayWarning({ ...warning, cancelled: true, due, missed: true }, name)).toBe(
    'No meeting is arranged: the last, of Tuesday 14 April 2026, was cancelled. Arrange another, which was due by the end of Monday 20 April 2026 (POST /cases/{reference}/meeting).',
  );
});

it('R13: a request that nobody has who may answer it says whom it goes to where it is sent again', () => {
  expect(sayWarning({ about: 'askedAreExcluded', agency }, name)).toBe(
    'Nobody who may answer it has the scoping request to Example School: whoever it was addressed to is excluded from this case, or cannot be mailed, and the link in it has ended. Send it again (POST /cases/{reference}/scoping-requests, the agency named in "agencies"): it goes to another lead of the agency in the register, else to its deputy, else to its senior contact. Where it has none of them, reach it another way.',
  );
});

it('a request that is void says why, and the addresses of both ways to ask again', () => {
  const isVoid = { about: 'requestVoid', agency, due: civilDate('2026-04-01') } as const;
  const says = (it: string, mailable: string): string =>
    `The scoping request to Example School does not count as sent: it ${it}. Another is due, by the end of Wednesday 1 April 2026. Send it again (POST /cases/{reference}/scoping-requests)${mailable}, or ask another way and record that (POST /cases/{reference}/scoping-requests/${agency}/sent-another-way).`;
  expect(sayWarning({ ...isVoid, cause: 'everyAddressBounced' }, name)).toBe(
    says(
      'reached nobody, since the mail to each address came back or could not go',
      ', with a contact of it in the register who can be mailed',
    ),
  );
  expect(sayWarning({ ...isVoid, cause: 'byPerson' }, name)).toBe(says('was declared void', ''));
});

it('R12: a meeting that nobody closed: where it is closed, and what waits for that', () => {
  expect(sayWarning({ about: 'meetingNotClosed', on: civilDate('2026-04-14') }, name)).toBe(
    'The meeting of Tuesday 14 April 2026 is not closed. Record when it ended, with its minutes (POST /cases/{reference}/meeting/closing, "at"); until then no other can be arranged.',
  );
});

it('R8: of a meeting before the receipt that has decided, the receipt alone is put right', () => {
  const [at, receivedAt] = [london('2026-03-30 10:00'), london('2026-03-30 16:20')];
  expect(sayWarning({ about: 'meetingBeforeReceipt', at, receivedAt, decided: true }, name)).toBe(
    'The meeting of Monday 30 March 2026 at 10:00 began before the referral was received, on Monday 30 March 2026 at 16:20. One of the hours may be mistyped: correct that of the receipt (POST /cases/{reference}/timestamps/referralReceived/corrections); that of the meeting stays, since it has decided, and no date is counted from its hour.',
  );
});

it('R13: a request that is void, of an agency that has nobody any more, asks for a contact first', () => {
  const warning = { about: 'requestVoid', agency, cause: 'byPerson' } as const;
  const void_ =
    'The scoping request to Example School does not count as sent: it was declared void. Another is due.';
  const send = 'end it again (POST /cases/{reference}/scoping-requests)';
  const otherWay =
    'or ask another way and record that (POST /cases/{reference}/scoping-requests/AG-0004/sent-another-way).';
  expect(sayWarning(warning, name)).toBe(`${void_} S${send}, ${otherWay}`);
  expect(sayWarning({ ...warning, nobody: true }, name)).toBe(
    `${void_} Nobody at it in the register can be written to any longer: add a contact who can be (PATCH /agencies/AG-0004, "contacts", with the ids of those that stay), and s${send}, ${otherWay}`,
  );
});
