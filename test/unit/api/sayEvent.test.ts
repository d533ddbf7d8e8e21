// Everything that can have happened to a case, said in words; and where its texts are.

import { describe, expect, test } from '@jest/globals';
import { sayEvent } from '../../../api/chronology/sayEvent';
import { sayNotice, sayRecipient } from '../../../api/chronology/sayNotice';
import { textsOf } from '../../../api/chronology/textsOf';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { CaseEvent, EventBody } from '../../../domain/rapidReview/events';
import type { NoticeBody, Recipient } from '../../../domain/rapidReview/noticeBodies';
import type { CaseReference, DossierRow } from '../../../domain/rapidReview/state';
import { keyOf } from '../../../domain/timetable/obligationKey';
import { AGENCY, CONTACT, london } from '../rapidReview/story';
import { SAID as SAID_OF_OTHERS } from './saidEvents';
import { SAID_OF_MEETINGS } from './saidMeetingEvents';
import { SAID_OF_REQUESTS } from './saidRequestEvents';

const NAMES: Readonly<Record<string, string>> = {
  'AG-0003': 'Example Trust',
  'AG-0005': 'Example School',
  'P-0002': 'Robin Thorley',
};
const name = (code: string): string => NAMES[code] ?? code;
const event = (body: EventBody): CaseEvent => ({
  ...body,
  number: 5,
  at: london('2026-04-14 10:00'),
  actor: 'clock',
  authority: 'policy',
  commandId: '',
});

const [agency, on] = [AGENCY(3), civilDate('2026-04-14')];
const owed = keyOf({ obligation: 'agencyReturn', agency });

const SAID = [...SAID_OF_OTHERS, ...SAID_OF_REQUESTS, ...SAID_OF_MEETINGS];

test.each(SAID.map(([body, said]) => [said, body] as const))('%s', (said, body) => {
  expect(sayEvent(event(body), name)).toBe(said);
});

test.each([
  ['met', 'in time'],
  ['missed', 'late'],
] as const)(
  'R8, R19: of a reply put right is said that the answer overtaken was %s after all',
  (kind, said) => {
    const answer =
      kind === 'met' ? { kind, due: on, on } : { kind, due: on, on, noticed: london('2026-04-14 10:00') };
    const body = {
      number: 1,
      was: on,
      on: civilDate('2026-04-10'),
      answer,
      reason: 'c1.reason' as DossierRow,
    };
    expect(sayEvent(event({ kind: 'PanelReplyCorrected', body }), name)).toBe(
      `Corrected: the national Panel replied on Friday 10 April 2026, not on Tuesday 14 April 2026. The answer to it was due by the end of Tuesday 14 April 2026, and ${said}.`,
    );
  },
);

test('dates that moved by a year are said with it', () => {
  const [was, due] = [civilDate('2025-04-14'), civilDate('2026-04-14')];
  expect(sayEvent(event({ kind: 'DatesMoved', body: { moves: [{ key: owed, was, due }] } }), name)).toBe(
    'Dates moved: the scoping return (Example Trust) from Monday 14 April 2025 to Tuesday 14 April 2026.',
  );
});

test('an agency that has just been named is not named again with what is its own', () => {
  const [was, due] = [civilDate('2026-04-13'), on];
  const told = event({
    kind: 'AgencyToldOfDates',
    body: { agency, moves: [{ key: owed, was, due }], because: [4] },
  });
  expect(sayEvent(told, name)).toBe(
    'Example Trust was told of its new dates: the scoping return, due Tuesday 14 April 2026.',
  );
  const byMail = event({
    kind: 'MailToldOtherDates',
    body: { agency, notice: 'n', asOf: 4, dates: [{ key: owed, told: was, due }] },
  });
  expect(sayEvent(byMail, name)).toBe(
    'A mail told Example Trust other dates than it was known to have been told: the scoping return, due Monday 13 April 2026 and not Tuesday 14 April 2026, as it is now.',
  );
});

describe('what the team is told', () => {
  const items: readonly (readonly [BriefingItem, string])[] = [
    [{ about: 'meetingNotFixed', by: on }, 'no meeting is fixed, which was wanted by Tuesday 14 April 2026'],
    [
      { about: 'momentNotRecorded', what: 'localAuthorityAware' },
      'the day the local authority became aware is not recorded, and the notification to the national Panel is counted from it',
    ],
    [
      { about: 'noAgencyNamed', due: on },
      'no agency is on the case, and those whom the referral names are to be asked by the end of Tuesday 14 April 2026',
    ],
    [
      { about: 'quorumAtRisk', meeting: 1, on, seats: ['police', 'localAuthority'] },
      'nobody is coming to the meeting of Tuesday 14 April 2026 for the police or the local authority',
    ],
    [{ about: 'meetingNotClosed', meeting: 1, on }, 'nobody has closed the meeting of Tuesday 14 April 2026'],
    [{ about: 'papersDue', meeting: 1, on }, 'the papers of the meeting of Tuesday 14 April 2026 are due'],
    [{ about: 'missed', key: owed, due: on }, 'missed: the scoping return (Example Trust)'],
    [
      { about: 'missed', key: owed, due: on, on },
      'missed, and done on Tuesday 14 April 2026: the scoping return (Example Trust)',
    ],
    [
      { about: 'missTakenBack', key: owed, was: on },
      'not missed after all: the scoping return (Example Trust), which stood as missed (due Tuesday 14 April 2026)',
    ],
    [
      { about: 'missTakenBack', key: owed, was: on, on },
      'not missed after all: the scoping return (Example Trust), which stood as missed (due Tuesday 14 April 2026), and was done on Tuesday 14 April 2026',
    ],
    [
      { about: 'missTakenBack', key: owed, was: on, due: on },
      'not missed after all: the scoping return (Example Trust), which stood as missed (due Tuesday 14 April 2026), and is now due Tuesday 14 April 2026',
    ],
    [
      { about: 'meetingDayRestored', on, was: 'late', way: 'inside', closes: on },
      'the meeting on Tuesday 14 April 2026 lies inside its window, which closes on Tuesday 14 April 2026',
    ],
    [
      { about: 'meetingDayRestored', on, was: 'dayOff', way: 'early', opens: on, closes: on },
      'the meeting on Tuesday 14 April 2026 lies on a working day again, before its window, which opens on Tuesday 14 April 2026',
    ],
    [
      { about: 'panelAwaitsWord', word: 'decisionAgain', on },
      'the decision that was taken again has not gone to the national Panel',
    ],
    [{ about: 'panelSilent', since: on }, 'the national Panel has been silent since Tuesday 14 April 2026'],
    [
      { about: 'agencyProposed', by: agency, proposal: 12 },
      'Example Trust says that another organisation should be asked',
    ],
    [
      { about: 'escalationWaits', agency, on },
      'the reminder of Tuesday 14 April 2026 to the executive of Example Trust waits for a word',
    ],
    [{ about: 'mailFailed', notice: 'x' }, 'a mail to somebody outside that did not go'],
    [
      { about: 'mailFailed', notice: 'RR-2026-0007/outcome/1/referrer/RR-2026-0007' },
      'a mail to the referrer that did not go',
    ],
    ...['panelDispatch/1', 'panelContact/31', 'ended/40/panel'].map(
      (key) =>
        [
          { about: 'mailFailed', notice: `RR-2026-0007/${key}` },
          'a mail to the national Panel that did not go',
        ] as const,
    ),
  ];
  test.each(items)('$about', (item, said) => {
    const told = sayEvent(event({ kind: 'TeamBriefed', body: { on, items: [item] } }), name);
    expect(told).toBe(`The team was told: ${said}.`);
  });
});

describe('reminders that did not go, and mails that failed', () => {
  test.each([
    ['notConfirmed', 'did not go: nobody had confirmed that the executive may be written to'],
    ['remindedToday', 'did not go: somebody had sent one that day'],
    ['noContact', 'did not go: there is nobody who can be mailed'],
  ] as const)('%s', (cause, said) => {
    const rungs = [{ key: owed, rung: 'oneBefore', due: on }];
    expect(sayEvent(event({ kind: 'RungsSkipped', body: { agency, rungs, cause } }), name)).toBe(
      `1 reminder to Example Trust ${said}.`,
    );
  });

  test.each([
    [{ to: 'panel' }, 'the national Panel'],
    [{ to: 'onCall' }, 'those on call'],
    [{ agency }, 'Example Trust'],
    [{}, 'the team'],
    [{ to: 'partner', notice: 'RR-2026-0007/outcome/1/partner/police' }, 'the police as a partner'],
  ] as const)('a mail for %j', (whom, said) => {
    const failed = { kind: 'NoticeFailed', body: { notice: 'x', outcome: 'refused', ...whom } } as const;
    expect(sayEvent(event(failed), name)).toBe(
      `A mail to ${said} could not go: the mail server refused it for good, no address is known, or whoever it was for is excluded from the case.`,
    );
  });
});

describe('the texts of an event', () => {
  const textsIn = (kind: EventBody['kind']): readonly string[] =>
    SAID.filter(([body]) => body.kind === kind).flatMap(([body]) =>
      textsOf(event(body)).map(({ of, row }) => `${of}: ${row}`),
    );

  test('one for most', () => {
    expect(textsIn('ReturnReceived')).toEqual(['answer: c1.content']);
    expect(textsIn('ReportAttached')).toEqual(['document: c1.document']);
    expect(textsIn('ConflictDeclared')).toEqual(['note: c1.note']);
    expect(textsIn('ReturnAccepted')).toEqual([]);
  });

  test('several for a decision and for what the partners agree on, the reason first', () => {
    expect(textsIn('DecisionTaken')).toEqual([
      'reason: c1.reason',
      'whether themes recur: c1.themes',
      'dissent of the police: c1.dissent',
    ]);
    expect(textsIn('DecisionConfirmed')).toEqual(['reason: c1.reason', 'word of the police: c1.police']);
    expect(textsIn('CaseEnded')).toEqual(['reason: c1.reason', 'word of the local authority: c1.la']);
  });

  test('every row that an event carries is among them', () => {
    for (const [body] of SAID) {
      const carried = JSON.stringify(body.body).match(/c1\.\w+/g) ?? [];
      expect([
        body.kind,
        textsOf(event(body))
          .map(({ row }) => row as string)
          .sort(),
      ]).toEqual([body.kind, [...carried].sort()]);
    }
  });
});

describe('what a mail is about, and whom it is for', () => {
  const startsAt = london('2026-04-14 10:00');
  const told = { outcome: 'noFurtherReview', again: false } as const;
  const bodies: readonly (readonly [NoticeBody, string])[] = [
    [{ kind: 'scopingRequest', agency, sending: 2 }, 'the scoping request again (sending 2)'],
    [{ kind: 'agencyReminder', agency, number: 1, sentOn: on }, 'reminder 1 of everything that it owes'],
    [{ kind: 'answerReceived', agency, number: 2, answer: 'nil', on }, 'the receipt for its answer 2'],
    [{ kind: 'returnSentBack', agency, number: 1 }, 'something is missing in its answer 1'],
    [{ kind: 'answerByMistake', agency, number: 1, on }, 'its answer 1 was recorded by mistake'],
    [
      { kind: 'meetingInvitation', agency, meeting: 1, change: 0, startsAt, papersOn: on },
      'the invitation to the meeting on Tuesday 14 April 2026 at 10:00',
    ],
    [
      { kind: 'meetingInvitation', agency, meeting: 1, change: 1, startsAt, papersOn: on },
      'the meeting as it is now arranged, on Tuesday 14 April 2026 at 10:00',
    ],
    [
      { kind: 'meetingCancelled', agency, meeting: 1, startsAt },
      'the meeting on Tuesday 14 April 2026 at 10:00 is cancelled',
    ],
    [
      { kind: 'teamBriefing', on, items: [{ about: 'atRisk', key: owed, due: on }] },
      'due Tuesday 14 April 2026: the scoping return (Example Trust)',
    ],
    [
      { kind: 'completionMissed', key: keyOf({ obligation: 'completeLocal' }), due: on },
      'missed: the completion (15 working days from the referral), due on Tuesday 14 April 2026',
    ],
    [
      { kind: 'meetingWindowLeavesNothing', headline: on, earliestWorkable: on },
      'the headline date Tuesday 14 April 2026 leaves the meeting window no day',
    ],
    [
      { kind: 'meetingOutsideWindow', meeting: 1, on, way: 'late', closes: on },
      'the meeting on Tuesday 14 April 2026 lies after its window, which closes on Tuesday 14 April 2026',
    ],
    [{ kind: 'panelDispatch', dispatch: 1, decidedOn: on, without: [] }, 'decision and report'],
    [
      { kind: 'panelWillBeLate', expected: on },
      'the Rapid Review will be late, and is expected on Tuesday 14 April 2026',
    ],
    [{ kind: 'panelChase', sentOn: on }, 'a reply is awaited to what went on Tuesday 14 April 2026'],
    [{ kind: 'panelContact' }, 'a word of the partnership'],
    [{ kind: 'panelCriteriaNotMet' }, 'the criteria were found not to be met'],
    [{ kind: 'outcomeToAgency', agency, ...told }, 'what was decided: no further review'],
    [
      { kind: 'outcomeToPartner', seat: 'police', ...told, again: true },
      'what was decided anew: no further review',
    ],
    [{ kind: 'outcomeToReferrer', again: false }, 'that the review has decided'],
    [{ kind: 'endedToAgency', agency, cause: 'withdrawn' }, 'the case has ended: the referral was withdrawn'],
    [{ kind: 'resumedToAgency', agency }, 'the case goes on: its withdrawal was undone'],
    [{ kind: 'resumedToReferrer' }, 'the case goes on: its withdrawal was undone'],
    [{ kind: 'safetyAlert', concern: 1, alert: 3 }, 'safety concern 1, alert 3'],
  ];
  test.each(bodies.map(([body, said]) => [said, body] as const))('%s', (said, body) => {
    expect(sayNotice(body, name)).toBe(said);
  });

  test.each<[string, Recipient]>([
    ['Example Trust (AG-0003-C1)', { role: 'agency', agency, contacts: [CONTACT(agency)] }],
    ['the team', { role: 'team' }],
    ['the national Panel', { role: 'panel' }],
    ['the police', { role: 'partner', seat: 'police' }],
    ['the referrer', { role: 'referrer', of: 'RR-2026-0004' as CaseReference }],
    ['those on call for safety', { role: 'onCall' }],
  ])('%s', (said, to) => {
    expect(sayRecipient(to, name)).toBe(said);
  });
});
