// GET /cases/:reference/notices: the ledger of everything that was sent or is to be, by contact codes. No address.

import { Type, type Static } from 'typebox';
import { NOTICE_OUTCOMES } from '../../domain/rapidReview/mailReport';
import type { NoticeRow } from '../../records/records';
import { sayNotice } from '../chronology/sayNotice';
import type { ApiDeps } from '../deps';
import { AgencyIdField, CaseParams, InstantField, ReferenceField, strict } from '../fields/fields';
import { momentUnder } from '../fields/momentUnder';
import { problems, security, type TypedApp } from '../http/typedApp';
import type { NameAgency } from '../agencies/namesOfAgencies';
import { agencyNames, readCase } from './readCase';

const Recipient = Type.String({
  description: 'A contact, or who else it was for: team, panel, partner, referrer, onCall.',
});
const NoticeSchema = Type.Object(
  {
    key: Type.String(),
    kind: Type.String(),
    what: Type.String({ description: 'What the mail is about, in words.' }),
    event: Type.Integer({ description: 'The event that called for it.' }),
    agency: Type.Optional(AgencyIdField),
    to: Type.Array(Recipient),
    outcome: Type.Enum([...NOTICE_OUTCOMES]),
    attempts: Type.Integer(),
    unknownAttempts: Type.Integer({
      description: 'Attempts that never came to an end: the mail may have gone.',
    }),
    accepted: Type.Array(Recipient),
    refused: Type.Array(Recipient),
    acceptedAt: Type.Optional(InstantField),
    notAfter: Type.Optional(InstantField),
    lastError: Type.Optional(Type.String()),
  },
  strict,
);

const Notices = Type.Object(
  { reference: ReferenceField, notices: Type.Array(NoticeSchema) },
  {
    ...strict,
    examples: [
      {
        reference: 'RR-2026-0007',
        notices: [
          {
            key: 'RR-2026-0007/scopingRequest/AG-0003/1.1',
            kind: 'scopingRequest',
            what: 'the scoping request',
            event: 10,
            agency: 'AG-0003',
            to: ['AG-0003-C1'],
            outcome: 'accepted',
            attempts: 1,
            unknownAttempts: 0,
            accepted: ['AG-0003-C1'],
            refused: [],
            acceptedAt: '2026-03-31T08:02:11.000Z',
          },
        ],
      },
    ],
  },
);

const noticeView = (row: NoticeRow, name: NameAgency): Static<typeof NoticeSchema> => ({
  key: row.key,
  kind: row.body.kind,
  what: sayNotice(row.body, name),
  event: row.event,
  ...(row.to.role === 'agency' ? { agency: row.to.agency, to: [...row.to.contacts] } : { to: [row.to.role] }),
  outcome: row.outcome,
  attempts: row.attempts,
  unknownAttempts: row.unknownAttempts,
  accepted: [...row.accepted],
  refused: [...row.refused],
  ...momentUnder('acceptedAt', row.acceptedAt),
  ...momentUnder('notAfter', row.notAfter),
  ...(row.lastError === undefined ? {} : { lastError: row.lastError }),
});

export const noticesRoute = (app: TypedApp, deps: ApiDeps): void => {
  app.route({
    method: 'GET',
    url: '/cases/:reference/notices',
    config: { permission: 'readNotices' },
    schema: {
      summary: 'Read what was sent for a case',
      description: 'Each mail, to which contacts, and what became of it. Addresses are in the register only.',
      tags: ['cases'],
      security,
      params: CaseParams,
      response: { 200: Notices, ...problems },
    },
    handler: async (request) => {
      const folded = await readCase(deps.records, request.params.reference);
      const { reference } = folded.state;
      const rows = await deps.records.notices.ofCase(reference);
      const name = await agencyNames(deps.records, folded);
      return { reference, notices: rows.map((row) => noticeView(row, name)) };
    },
  });
};
