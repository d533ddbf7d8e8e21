// Particulars (R24): no event, notice or state of a played race holds a text, a name or an address; only codes, dates,
// references and the rows of the dossier where the texts are.

import { describe, expect, it } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civilDate';
import type { ActorId } from '../../../domain/rapidReview/commands';
import type { DiaryDateId } from '../../../domain/rapidReview/meeting/state';
import { writtenBy } from '../../../domain/rapidReview/referral/particulars';
import type { CaseReference } from '../../../domain/rapidReview/state';
import { AGENCY, CONTACT, REASON, REFERENCE, london } from './story';
import { ALL_AGREE, CHAIR, POLICE, Race, SCHOOL, answer, excluded, invitation, row } from './race';

const OTHER = 'RR-2026-0003' as CaseReference;

/** Nearly everything that can be said of a case, said. */
const eventful = (): Race => {
  const race = new Race().received({ maybeDuplicateOf: OTHER, episodeOf: OTHER, timestamps: {} });
  race.act({ kind: 'settleDuplicate', of: OTHER, as: 'linked', reason: REASON }).asked();
  race.act({ kind: 'addAgency', agency: AGENCY(5), note: row('how') }).send([AGENCY(5)], 2);
  race.hear(race.report(AGENCY(5), 'accepted', { refused: [CONTACT(AGENCY(5))] }));
  race.act({ kind: 'recordBounce', agency: AGENCY(5), contact: CONTACT(AGENCY(5), 2), note: row('bounce') });
  race.act({ kind: 'correctParticulars', parts: ['children', 'incident', 'referrer'], reason: REASON });
  race.act({ kind: 'raiseSafetyConcern', concern: row('concern') });
  race.act({ kind: 'acknowledgeSafetyConcern', number: 1, note: row('action') });
  race.act({ kind: 'recordSafetyAction', number: 1, action: row('done') });
  race.act(excluded(SCHOOL));
  race.act({ kind: 'readmitContact', agency: SCHOOL, contact: CONTACT(SCHOOL), reason: REASON });
  race.meetingArranged('2026-04-14 10:00', { diary: { date: 'SG-0004' as DiaryDateId, version: 1 } });
  race.act({ kind: 'recordInvitationReply', agency: SCHOOL, reply: 'declined' });
  race.at('2026-04-08 12:00').act({ ...answer(SCHOOL, '2026-04-08', { content: row('return') }) });
  race.act({ kind: 'sendBackReturn', agency: SCHOOL, number: 1, missing: row('missing') });
  race.act({ kind: 'agreeReturnDate', agency: SCHOOL, due: civilDate('2026-04-10'), reason: REASON });
  const askInstead = { named: row('organisation') };
  race.act(answer(POLICE, '2026-04-08', { answer: 'wrongOrganisation', askInstead }));
  race.act({
    kind: 'contactPanel',
    contact: 'willBeLate',
    expected: civilDate('2026-04-30'),
    channel: 'mail',
    note: REASON,
  });
  race.at('2026-04-13 12:00').act({ kind: 'explainLateness', key: `agencyReturn:${SCHOOL}`, reason: REASON });
  race
    .act({ ...invitation('2026-04-21 10:00'), kind: 'rearrangeMeeting', reason: REASON })
    .convened()
    .arrived();
  race.act({
    kind: 'recordArrival',
    who: { named: row('name') },
    agency: AGENCY(6),
    agencyKind: 'voluntary',
    remote: true,
    at: race.now,
  });
  race.act({ kind: 'declareConflict', attendee: 'A-1', at: race.now, note: row('interest') });
  race.decided({
    dissent: [{ seat: 'police', reasons: row('dissent') }],
    outcome: 'alternativeLearningReview',
    learningReview: 'other',
  });
  race.evidenced().closed().at('2026-04-23 12:00').reported();
  race.by(CHAIR).act({ kind: 'informPanel', proceedReason: row('reason') });
  race.hear(race.dispatch('refused'));
  race.by(CHAIR).act({
    kind: 'recordPanelInformed',
    channel: 'portal',
    on: civilDate('2026-04-23'),
    evidence: row('receipt'),
    proceedReason: REASON,
  });
  race.at('2026-04-24 12:00').replied('disagrees');
  race.act({ kind: 'confirmDecision', on: civilDate('2026-04-24'), agreedBy: ALL_AGREE, reason: REASON });
  race.act({ kind: 'contactPanel', contact: 'other', channel: 'telephone', note: row('words') });
  return race.at('2026-05-15 12:00').act({ kind: 'settleReply', reason: REASON });
};

const ALLOWED: readonly RegExp[] = [
  // Codes: kinds, names of obligations, rungs, seats, answers, roles, actors.
  /^[a-z][A-Za-z]*$/,
  // A civil date.
  /^\d{4}-\d{2}-\d{2}$/,
  // Case, agency, contact, person, attendee, date of the diary, command, row of the dossier.
  /^RR-\d{4}-\d{4}$/,
  /^AG-\d{4}(-C\d+)?$/,
  /^(P-\d{4}|A-\d+|SG-\d{4}|c\d+)$/,
  /^c\d+\.[a-z]+$/,
  // An obligation of an agency; a profile; a calendar's version.
  /^[a-z][A-Za-z]*:AG-\d{4}$/,
  /^cscp-wt2018$/,
  /^[0-9a-f]{8,64}$/,
  // Keys of notices and topics: codes, numbers and dates.
  /^(RR-\d{4}-\d{4}\/)?[a-z][A-Za-z]*(\/[A-Za-z0-9.+-]+)+$/,
  // A command's id, empty where nobody asked.
  /^$/,
];

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]);
};

const texts = (value: unknown): readonly string[] =>
  [...new Set(stringsIn(value))].filter(
    (found) => !/^\d+$/.test(found) && !ALLOWED.some((one) => one.test(found)),
  );

describe('R24: particulars', () => {
  const race = eventful();

  it.each([
    // Its kind is one of those that the code names.
    ['event', race.events.map(({ kind: _kind, ...event }) => event)],
    ['notice', race.notices],
    ['state', race.state],
  ] as const)('no %s of a whole race holds a text', (_what, value) => {
    expect(stringsIn(value).length).toBeGreaterThan(100);
    expect(texts(value)).toEqual([]);
  });

  it('a text, a name, an address would be found', () => {
    expect(
      texts([{ reason: 'He was seen on Monday.' }, 'Smith', 'jo@school.example', '12 High Street']),
    ).toHaveLength(4);
  });

  it('every kind of event that carries a text carries its row', () => {
    const carrying = race.events.filter(({ body }) => stringsIn(body).some((found) => /^c\d+\./.test(found)));
    expect(new Set(carrying.map(({ kind }) => kind)).size).toBeGreaterThan(20);
  });

  it('a notice says to whom by role and code, never where', () => {
    for (const { to, key } of race.notices) {
      expect(
        Object.keys(to).every((name) => ['role', 'agency', 'contacts', 'seat', 'of'].includes(name)),
      ).toBe(true);
      expect(key.startsWith(`${REFERENCE}/`)).toBe(true);
    }
    expect(
      race.events.every(
        ({ actor }) => ['clock', 'messenger'].includes(actor) || /^P-\d{4}$/.test(actor as ActorId),
      ),
    ).toBe(true);
    expect(race.events.some(({ at }) => at > london('2026-05-01 10:00'))).toBe(true);
  });
});

it('each part of the particulars is the one written last: with the referral, or by who put it right', () => {
  const race = new Race().received();
  const opened = race.last.commandId;
  race.act({ kind: 'correctParticulars', parts: ['children'], reason: REASON });
  const children = race.last.commandId;
  expect(writtenBy(race.events)).toEqual({ referrer: opened, incident: opened, children });
  race.act({ kind: 'correctParticulars', parts: ['referrer', 'children'], reason: REASON });
  const both = race.last.commandId;
  expect(writtenBy(race.events)).toEqual({ referrer: both, incident: opened, children: both });
  expect(new Set([opened, children, both]).size).toBe(3);
});

it('of a part whose newest text was lost with the records, the last that is there', () => {
  const race = new Race().received();
  const opened = race.last.commandId;
  race.act({ kind: 'correctParticulars', parts: ['children'], reason: REASON });
  const isHeld = (_part: string, commandId: string) => commandId === opened;
  expect(writtenBy(race.events, isHeld)).toEqual({ referrer: opened, incident: opened, children: opened });
  expect(writtenBy(race.events, () => false)).toEqual({});
});
