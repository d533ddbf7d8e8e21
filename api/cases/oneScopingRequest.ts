// What became of the request to one agency: sent another way, a mail that came back, void.

import { Type } from 'typebox';
import { civilDate } from '../../domain/calendar/civilDate';
import type {
  AgencyToAsk,
  CorrectBounce,
  CorrectRequestSent,
  MailOfRequest,
  RecordBounce,
  RecordRequestSent,
  VoidRequest,
} from '../../domain/rapidReview/scoping/commands';
import { inRequestKey } from '../../domain/rapidReview/scoping/requestKey';
import { CHANNELS, type AgencyId, type ContactId } from '../../domain/timetable/facts';
import { isOfAgency } from '../../platform/mail/mailContact';
import type { NoticeRow, Records } from '../../records/records';
import { contactsToAsk } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import { CaseAgencyParams, ContactIdField, DateField, strict, TextField } from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';

const OTHER_WAYS = CHANNELS.filter((channel) => channel !== 'mail');

const SentBody = Type.Object(
  {
    channel: Type.Enum(OTHER_WAYS),
    on: DateField,
    note: Type.Optional(TextField()),
  },
  {
    ...strict,
    examples: [{ channel: 'telephone', on: '2026-03-31', note: 'Read out to the duty officer.' }],
  },
);

const SentCorrectionBody = Type.Object(
  {
    on: DateField,
    channel: Type.Optional(
      Type.Enum(OTHER_WAYS, {
        description: 'How it went then, where another way is recorded: before the mail that went later, too.',
      }),
    ),
    reason: TextField(),
  },
  {
    ...strict,
    examples: [
      { on: '2026-03-30', reason: 'It was read out on Monday, not on Tuesday.' },
      { on: '2026-03-30', channel: 'telephone', reason: 'It had been read out before the mail went.' },
    ],
  },
);

const BounceBody = Type.Object(
  { contact: ContactIdField, note: Type.Optional(TextField()) },
  { ...strict, examples: [{ contact: 'AG-0003-C1', note: 'Mailbox full.' }] },
);

const BounceCorrectionBody = Type.Object(
  {
    recordedByMistake: Type.Literal(true, {
      description: 'Nothing had come back: it was the mail of another case, or of another agency.',
    }),
    round: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Of which request, as the case numbers them. Left out: the last.',
      }),
    ),
    reason: TextField(),
  },
  {
    ...strict,
    examples: [{ recordedByMistake: true, reason: 'It was the mail of another case that came back.' }],
  },
);

const BounceParams = Type.Object({ ...CaseAgencyParams.properties, contact: ContactIdField }, strict);

const VoidBody = reasonBody('It went to a colleague who has left; nobody has read it.');

/** Who is reminded by mail, though the request itself went another way. */
const contactsIn = async (
  { agencies }: Records,
  agency: AgencyId,
): Promise<Pick<AgencyToAsk, 'contacts' | 'above'>> => {
  const known = await agencies.byId(agency);
  return known === undefined ? { contacts: [] } : contactsToAsk(known);
};

/** Of whatever kind. One that was on its way as its sender died may have gone. */
const wentTo =
  (contact: ContactId) =>
  ({ to, accepted, unknownAttempts }: NoticeRow): boolean =>
    accepted.includes(contact) ||
    (unknownAttempts > 0 && to.role === 'agency' && to.contacts.includes(contact));

const mailsOfRequest = (rows: readonly NoticeRow[], agency: AgencyId): readonly MailOfRequest[] =>
  rows.flatMap(({ key, acceptedAt, accepted }) => {
    const mail = inRequestKey(key, agency);
    return mail === undefined || acceptedAt === undefined
      ? []
      : [{ ...mail, at: acceptedAt, to: accepted.filter(isOfAgency) }];
  });

export const oneScopingRequestRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const common = { tag: 'scoping', params: CaseAgencyParams } as const;

  actRoute(app, deps, {
    ...common,
    path: '/scoping-requests/:agency/sent-another-way',
    permission: 'recordRequestSent',
    summary: 'Record that the request went another way',
    description: "By telephone, secure mail or paper. The agency's days run from that day.",
    body: SentBody,
    example: { version: 14, events: ['ScopingRequestSent', 'ObligationMet'] },
    act: async ({ body: { channel, on, note }, params, write }): Promise<RecordRequestSent> => {
      const agency = params.agency;
      return {
        kind: 'recordRequestSent',
        agency,
        channel,
        on: civilDate(on),
        ...(await contactsIn(deps.records, agency)),
        ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
      };
    },
  });

  actRoute(app, deps, {
    ...common,
    path: '/scoping-requests/:agency/corrections',
    permission: 'recordRequestSent',
    previewed: true,
    takenBackAt: '/scoping-requests/:agency/void',
    summary: 'Correct the day on which the request went',
    description:
      "For a day that somebody mistyped, or where the agency had been asked another way before the mail went (channel). The agency's dates follow the right one, and it is told of them once; outcomes are restated (R8). The original stays in the chronology.",
    body: SentCorrectionBody,
    example: { version: 17, events: ['RequestSentCorrected', 'DatesMoved', 'AgencyToldOfDates'] },
    act: async ({ body: { on, channel, reason }, params, write }): Promise<CorrectRequestSent> => ({
      kind: 'correctRequestSent',
      agency: params.agency,
      on: civilDate(on),
      ...(channel === undefined ? {} : { channel }),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    ...common,
    path: '/scoping-requests/:agency/bounces',
    permission: 'recordBounce',
    summary: 'Record a mail that came back',
    description:
      'The request, or another mail of the case: a reminder, say, to whoever was asked another way. Nothing but an invitation to the meeting is mailed to that contact until the request is sent again, to it or to those below it. When the request has come back from every contact that it was mailed to, it is void and due again; where a later mail of it stands, it counts from that.',
    body: BounceBody,
    example: { version: 15, events: ['RequestBounced', 'RequestVoided'] },
    act: async ({ body, params, reference, write }): Promise<RecordBounce> => {
      const contact = body.contact;
      const agency = params.agency;
      const { note } = body;
      const rows = await deps.records.notices.ofCase(reference);
      return {
        kind: 'recordBounce',
        agency,
        contact,
        ...(rows.some(wentTo(contact)) ? { mailed: true } : {}),
        mails: mailsOfRequest(rows, agency),
        ...(note === undefined ? {} : { note: await write('note', 'note', note) }),
      };
    },
  });

  actRoute(app, deps, {
    tag: 'scoping',
    params: BounceParams,
    path: '/scoping-requests/:agency/bounces/:contact/corrections',
    permission: 'recordBounce',
    previewed: true,
    summary: 'Take back that a mail came back',
    description:
      'Where that was recorded by mistake. Mail goes to that contact again, and a request that was void for it stands as it did: its dates, reminders and outcomes are as if nothing had been recorded (R8). Refused once the request has been sent again, and of what the mail server refused. The original stays in the chronology.',
    body: BounceCorrectionBody,
    example: { version: 16, events: ['RequestBounceCorrected', 'ObligationMet'] },
    act: async ({ body: { round, reason }, params, reference, write }): Promise<CorrectBounce> => {
      const agency = params.agency;
      return {
        kind: 'correctBounce',
        agency,
        ...(round === undefined ? {} : { round }),
        contact: params.contact,
        mails: mailsOfRequest(await deps.records.notices.ofCase(reference), agency),
        reason: await write('reason', 'reason', reason),
      };
    },
  });

  actRoute(app, deps, {
    ...common,
    path: '/scoping-requests/:agency/void',
    permission: 'voidRequest',
    summary: 'Declare the request void',
    description: 'It never reached anyone, or was sent wrongly. It is due again, and both facts stay.',
    body: VoidBody,
    example: { version: 16, events: ['RequestVoided'] },
    act: async ({ body, params, write }): Promise<VoidRequest> => ({
      kind: 'voidRequest',
      agency: params.agency,
      reason: await write('reason', 'reason', body.reason),
    }),
  });
};
