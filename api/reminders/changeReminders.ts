// What people may do about the reminders to agencies: send one now, keep a contact from being written to, let the ladder
// reach the executive (R11, R13).

import { Type } from 'typebox';
import { agencyOfContact } from '../../domain/rapidReview/agenciesOfCase';
import type {
  ConfirmEscalation,
  ExcludeContact,
  ReadmitContact,
  SendReminder,
} from '../../domain/rapidReview/reminders/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import type { AgencyId, ContactId } from '../../domain/timetable/facts';
import { mailboxOf } from '../../platform/mail/address';
import type { Records } from '../../records/records';
import { agenciesInRegister } from '../agencies/agenciesInRegister';
import type { ApiDeps } from '../deps';
import {
  AgencyIdField,
  CaseAgencyParams,
  ContactIdField,
  ReferenceField,
  strict,
  TextField,
} from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';
import type { TypedApp } from '../http/typedApp';
import { inBody, problem } from '../problems/problem';
import { requestProblems } from '../problems/requestProblems';
import { actRoute } from '../writing/actRoute';

const NothingSchema = Type.Object({}, { ...strict, examples: [{}] });

const ExcludeSchema = Type.Object(
  { agency: AgencyIdField, contact: ContactIdField, reason: TextField() },
  {
    ...strict,
    examples: [
      { agency: 'AG-0003', contact: 'AG-0003-C2', reason: 'Worked with the family at the time in question.' },
    ],
  },
);

const ReadmitSchema = reasonBody('It was somebody of the same name.');

const ContactParams = Type.Object({ reference: ReferenceField, contact: ContactIdField }, strict);

/** Withdrawn contacts too: they may come back. */
const mustBelong = async (records: Records, agency: string, contact: string): Promise<void> => {
  const [known] = await agenciesInRegister(records, [agency], '/agency');
  if (known?.contacts.some(({ id }) => id === contact) === true) return;
  throw problem(
    requestProblems.contactNotOfAgency,
    { contact: contact as ContactId, agency: agency as AgencyId },
    inBody('/contact', 'is no contact of this agency'),
  );
};

/** At every agency of the case, withdrawn ones too: under the same mailbox is the same person. */
const sameMailbox = async (
  { cases, agencies }: Records,
  reference: CaseReference,
  contact: ContactId,
): Promise<readonly ContactId[]> => {
  const state = (await cases.stateOf(reference))?.state;
  if (state === undefined || state.status === 'recordedOnly') return [];
  const onCase = await agencies.byIds(state.agencies.map(({ agency }) => agency));
  const listed = onCase.flatMap(({ contacts }) => contacts.map(({ id }) => id));
  const known = await agencies.detailsOf([contact, ...listed]);
  const own = known.get(contact);
  if (own === undefined) return [];
  return listed.filter((id) => {
    const other = known.get(id);
    return id !== contact && other !== undefined && mailboxOf(other.email) === mailboxOf(own.email);
  });
};

export const changeRemindersRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const tag = 'reminders';

  actRoute(app, deps, {
    tag,
    permission: 'sendReminder',
    params: CaseAgencyParams,
    path: '/reminders/:agency',
    summary: 'Send a reminder now',
    description:
      'Of everything that the agency owes, beside the ladder: one mail an agency and day, none on a day off (R11).',
    body: NothingSchema,
    example: { version: 17, events: ['AgencyReminded'] },
    act: ({ params }): SendReminder => ({ kind: 'sendReminder', agency: params.agency }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'excludeContact',
    path: '/excluded-contacts',
    summary: 'Exclude a contact from the case',
    description:
      'Somebody implicated, or in conflict: nothing of this case goes to them (R13). Contacts of other agencies on the case with the same mailbox are excluded with them, for they are the same person.',
    body: ExcludeSchema,
    example: { version: 12, events: ['ContactExcluded'] },
    act: async ({ body: { agency, contact, reason }, reference, write }): Promise<ExcludeContact> => {
      await mustBelong(deps.records, agency, contact);
      const also = await sameMailbox(deps.records, reference, contact);
      return {
        kind: 'excludeContact',
        agency: agency,
        contact: contact,
        ...(also.length === 0 ? {} : { also }),
        reason: await write('reason', 'reason', reason),
      };
    },
  });

  actRoute(app, deps, {
    tag,
    permission: 'excludeContact',
    params: ContactParams,
    path: '/excluded-contacts/:contact/readmission',
    summary: 'Readmit a contact to the case',
    description: 'That it was excluded stays in the chronology.',
    body: ReadmitSchema,
    example: { version: 14, events: ['ContactReadmitted'] },
    act: async ({ body, params: { contact }, write }): Promise<ReadmitContact> => ({
      kind: 'readmitContact',
      contact: contact,
      agency: agencyOfContact(contact),
      reason: await write('reason', 'reason', body.reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'confirmEscalation',
    params: CaseAgencyParams,
    path: '/escalations/:agency',
    summary: "Confirm that an agency's executive may be written to",
    description: 'The last reminder of the ladder waits for this word (R11).',
    body: NothingSchema,
    example: { version: 24, events: ['EscalationConfirmed'] },
    act: ({ params }): ConfirmEscalation => ({
      kind: 'confirmEscalation',
      agency: params.agency,
    }),
  });
};
