// A random act of each kind around the referral and the agencies. Most can be refused: what is refused must change nothing.

import type { CivilDate } from '../../../../domain/calendar/civilDate';
import { TIMESTAMPS } from '../../../../domain/policy/policyProfile';
import { currentProfile } from '../../../../domain/policy/profiles';
import type { CommandBody } from '../../../../domain/rapidReview/commands';
import { PARTS_OF_PARTICULARS } from '../../../../domain/rapidReview/referral/partsOfParticulars';
import type { ReferralCommand } from '../../../../domain/rapidReview/referral/commands';
import type { RemindersCommand } from '../../../../domain/rapidReview/reminders/commands';
import type { ReturnsCommand } from '../../../../domain/rapidReview/returns/commands';
import { RULES_VERSION } from '../../../../domain/rapidReview/rulesVersion';
import type { MailOfRequest, ScopingCommand } from '../../../../domain/rapidReview/scoping/commands';
import { ANSWERS, WAYS, type DossierRow } from '../../../../domain/rapidReview/state';
import type { AgencyId } from '../../../../domain/timetable/facts';
import { AGENCY, CONTACT, REASON, REFERENCE, type Story } from '../story';
import {
  OTHER_CASES,
  aContact,
  aDay,
  aDayAhead,
  aMoment,
  aboveOf,
  anAgency,
  runningOf,
} from './agenciesOfTown';
import type { Dice } from './dice';

export type Draw<B extends CommandBody> = (story: Story, dice: Dice) => B;
/** One for each kind: a new command does not compile until it is drawn too. */
export type DrawEach<C extends CommandBody> = {
  readonly [K in C['kind']]: Draw<Extract<C, { readonly kind: K }>>;
};

/** Once in a while two lead the agency. */
const toAsk = (agency: AgencyId, two: boolean) => ({
  agency,
  contacts: two ? [CONTACT(agency), CONTACT(agency, 5)] : [CONTACT(agency)],
  above: aboveOf(agency),
});

/** An answer's number: mostly the last. */
const aReturn = (story: Story, dice: Dice): { readonly agency: AgencyId; readonly number: number } => {
  const agency = anAgency(dice);
  const last = runningOf(story)?.agencies.find((one) => one.agency === agency)?.returns.length ?? 1;
  return { agency, number: dice.pick([last, 1, last + 1]) };
};

/** Mostly one that was not asked by mail, where there is one. */
const askedByHand = (story: Story, dice: Dice): AgencyId => {
  const asked = runningOf(story)?.agencies.filter(
    ({ sent }) => sent !== undefined && sent.channel !== 'mail',
  );
  const agencies = asked?.map(({ agency }) => agency) ?? [];
  return dice.pick([...agencies, ...agencies, anAgency(dice)]);
};

/** Of a mail that asked the agency beside another way, or came back. */
const daysOfMail = (story: Story, agency: AgencyId): readonly CivilDate[] => {
  const known = runningOf(story)?.agencies.find((one) => one.agency === agency);
  return [known?.sent?.mailedOn, known?.request?.cameBack?.on].filter((day) => day !== undefined);
};

/** As if the mail server had accepted each at once. */
export const mailsOfRequest = (story: Story, agency: AgencyId): readonly MailOfRequest[] =>
  story
    .of('ScopingRequested')
    .filter(({ body }) => body.agency === agency)
    .map(({ at, body: { round, sending, contacts: to } }) => ({ round, sending, at, to }));

const aMiss = (story: Story, dice: Dice): string =>
  dice.pick(['meeting', ...Object.keys(runningOf(story)?.outcomes ?? {})]);

const aProposal = (story: Story, dice: Dice): number =>
  dice.pick([...(runningOf(story)?.proposals.map(({ proposal }) => proposal) ?? []), 99]);

export const ACTS_OF_AGENCIES: DrawEach<
  ReferralCommand | ScopingCommand | ReturnsCommand | RemindersCommand
> = {
  openCase: (story, dice) => ({
    kind: 'openCase',
    reference: REFERENCE,
    nature: 'suspectedAbuseOrNeglect',
    profile: currentProfile,
    receivedAt: aMoment(story, dice),
    timestamps: {},
    agencies: [AGENCY(1)],
    rulesVersion: RULES_VERSION,
  }),
  recordTimestamp: (story, dice) => ({
    kind: 'recordTimestamp',
    timestamp: dice.pick(TIMESTAMPS),
    at: aMoment(story, dice),
  }),
  correctParticulars: (_story, dice) => ({
    kind: 'correctParticulars',
    parts: [dice.pick(PARTS_OF_PARTICULARS)],
    reason: REASON,
  }),
  correctTimestamp: (story, dice) => ({
    kind: 'correctTimestamp',
    timestamp: dice.pick(TIMESTAMPS),
    reason: REASON,
    ...(dice.oneIn(4) ? {} : { at: aMoment(story, dice) }),
    ...(dice.oneIn(8) ? { of: dice.pick(OTHER_CASES) } : {}),
  }),
  addAgency: (story, dice) => ({
    kind: 'addAgency',
    agency: anAgency(dice),
    ...(dice.roll(3) === 0 ? { identifiedAt: aMoment(story, dice) } : {}),
  }),
  correctIdentified: (story, dice) => ({
    kind: 'correctIdentified',
    agency: anAgency(dice),
    at: aMoment(story, dice),
    reason: REASON,
  }),
  removeAgency: (_story, dice) => ({ kind: 'removeAgency', agency: anAgency(dice), reason: REASON }),
  sendScopingRequests: (_story, dice) => ({
    kind: 'sendScopingRequests',
    agencies: [anAgency(dice), anAgency(dice)]
      .slice(dice.roll(2))
      .map((agency) => toAsk(agency, dice.oneIn(2))),
  }),
  recordRequestSent: (story, dice) => {
    const agency = anAgency(dice);
    return {
      kind: 'recordRequestSent',
      agency,
      channel: dice.pick(['telephone', 'secureMail', 'paper']),
      on: aDay(story, dice),
      ...(dice.roll(2) === 0 ? { contacts: [CONTACT(agency)], above: aboveOf(agency) } : { contacts: [] }),
    };
  },
  recordBounce: (story, dice) => {
    const agency = dice.oneIn(2) ? askedByHand(story, dice) : anAgency(dice);
    const contact = dice.oneIn(3) ? CONTACT(agency, dice.roll(5) + 1) : CONTACT(agency);
    const mailed = dice.oneIn(2) ? ({ mailed: true } as const) : {};
    return { kind: 'recordBounce', agency, contact, ...mailed, mails: mailsOfRequest(story, agency) };
  },
  // Mostly one that is recorded.
  correctBounce: (story, dice) => {
    const recorded = runningOf(story)?.agencies.flatMap(({ agency, bounces }) =>
      (bounces?.contacts ?? []).map((contact) => ({ agency, contact })),
    );
    const agency = anAgency(dice);
    const bounce = dice.pick([...(recorded ?? []), { agency, contact: aContact(dice, agency) }]);
    const round = dice.oneIn(4) ? { round: dice.roll(3) } : {};
    const mails = mailsOfRequest(story, bounce.agency);
    return { kind: 'correctBounce', ...bounce, ...round, mails, reason: REASON };
  },
  voidRequest: (_story, dice) => ({ kind: 'voidRequest', agency: anAgency(dice), reason: REASON }),
  correctRequestSent: (story, dice) => {
    const agency = askedByHand(story, dice);
    return {
      kind: 'correctRequestSent',
      agency,
      on: dice.pick([aDay(story, dice), ...daysOfMail(story, agency)]),
      ...(dice.roll(3) === 0 ? { channel: dice.pick(['telephone', 'paper'] as const) } : {}),
      reason: REASON,
    };
  },
  recordReturn: (story, dice) => {
    const given = dice.pick(ANSWERS);
    const instead = given === 'wrongOrganisation' || dice.roll(9) === 1;
    return {
      kind: 'recordReturn',
      agency: anAgency(dice),
      answer: given,
      how: dice.pick(WAYS),
      on: aDay(story, dice),
      ...(instead ? { askInstead: { agency: anAgency(dice) } } : {}),
    };
  },
  correctReturn: (story, dice) => ({
    kind: 'correctReturn',
    ...aReturn(story, dice),
    ...(dice.oneIn(3) ? {} : { on: aDay(story, dice) }),
    reason: REASON,
  }),
  acceptReturn: (story, dice) => ({ kind: 'acceptReturn', ...aReturn(story, dice) }),
  sendBackReturn: (story, dice) => ({
    kind: 'sendBackReturn',
    ...aReturn(story, dice),
    missing: 'c1.missing' as DossierRow,
  }),
  agreeReturnDate: (story, dice) => ({
    kind: 'agreeReturnDate',
    agency: anAgency(dice),
    due: aDayAhead(story, dice),
    ...(dice.roll(3) === 0 ? { on: aDay(story, dice) } : {}),
    reason: REASON,
  }),
  recordRecordsSecured: (story, dice) => ({
    kind: 'recordRecordsSecured',
    agency: anAgency(dice),
    on: aDay(story, dice),
    secured: { paper: true, electronic: true, locked: dice.roll(2) === 0 },
  }),
  correctRecordsSecured: (story, dice) => ({
    kind: 'correctRecordsSecured',
    agency: anAgency(dice),
    reason: REASON,
    ...(dice.oneIn(4) ? {} : { on: aDay(story, dice) }),
  }),
  declineProposal: (story, dice) => ({
    kind: 'declineProposal',
    proposal: aProposal(story, dice),
    reason: REASON,
  }),
  explainLateness: (story, dice) => ({ kind: 'explainLateness', key: aMiss(story, dice), reason: REASON }),
  sendReminder: (_story, dice) => ({ kind: 'sendReminder', agency: anAgency(dice) }),
  excludeContact: (_story, dice) => {
    const agency = anAgency(dice);
    const also = dice.oneIn(4) ? { also: [aContact(dice, anAgency(dice))] } : {};
    return { kind: 'excludeContact', agency, contact: aContact(dice, agency), ...also, reason: REASON };
  },
  readmitContact: (_story, dice) => {
    const agency = anAgency(dice);
    return { kind: 'readmitContact', agency, contact: aContact(dice, agency), reason: REASON };
  },
  confirmEscalation: (_story, dice) => ({ kind: 'confirmEscalation', agency: anAgency(dice) }),
};
