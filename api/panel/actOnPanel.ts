// POST /cases/:reference/notification-reference, report and panel/…: what goes to the national Panel and what comes back
// (R5, R17 to R19). Whether it may go, and what the chair may go without, the rules say.

import { civilDate } from '../../domain/calendar/civilDate';
import type { ApiDeps } from '../deps';
import { NumberedParams } from '../fields/fields';
import { DayOrMistakeSchema, dayPutRight } from '../fields/recordedByMistake';
import type { TypedApp } from '../http/typedApp';
import { actRoute, dayOf } from '../writing/actRoute';
import type { WriteText } from '../writing/caseWrite';
import {
  ContactSchema,
  DispatchSchema,
  DocumentSchema,
  ReferenceSchema,
  ReplySchema,
  SentAnotherWaySchema,
  SettlementSchema,
} from './panelSchemas';

const proceeding = async (write: WriteText, proceedReason: string | undefined) =>
  proceedReason === undefined
    ? {}
    : { proceedReason: await write('proceed-reason', 'reason', proceedReason) };

export const actOnPanelRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const tag = 'panel';
  actRoute(app, deps, {
    tag,
    permission: 'recordNotificationReference',
    path: '/notification-reference',
    summary: "Record the notification's reference",
    description:
      'The reference that the notification to the national Panel was given. Where a wrong one is recorded, the right one takes its place, with a reason; a notification that was recorded by mistake takes its reference with it.',
    body: ReferenceSchema,
    example: { version: 43, events: ['NotificationReferenceRecorded'] },
    act: async ({ body: { reference, reason }, write }) => ({
      kind: 'recordNotificationReference',
      reference: await write('reference', 'note', reference),
      ...(reason === undefined ? {} : { reason: await write('reason', 'reason', reason) }),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'attachReport',
    path: '/report',
    summary: 'Attach the report',
    description:
      'Where the report of the Rapid Review lies and what it is called. A further one replaces it, and both stay.',
    body: DocumentSchema,
    example: { version: 44, events: ['ReportAttached'] },
    act: async ({ body, write }) => ({
      kind: 'attachReport',
      document: await write('document', 'document', { ...body }),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'informPanel',
    path: '/panel/dispatch',
    summary: 'Inform the national Panel',
    description:
      'Mails the national Panel that decision and report come to it, under the reference. No mail names a child (R24): send them yourselves, at the same time, by the secure way agreed with the Panel, with the reference of the notification, which the mail says comes with them. They count as sent on the London day on which the mail server accepts them; that is a fact of its own and comes a little later. What is missing is refused by name; a chair may go without a sign-off or the reference, with a reason (R17, R18).',
    body: DispatchSchema,
    example: { version: 46, events: ['PanelInformed'] },
    act: async ({ body: { proceedReason }, write }) => ({
      kind: 'informPanel',
      ...(await proceeding(write, proceedReason)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'informPanel',
    path: '/panel/dispatch/sent-another-way',
    summary: 'Record that decision and report went another way',
    description:
      'To the national Panel, by telephone, secure mail, paper or its portal, with the proof (R18). Where their mail is still waiting, it is not sent any more.',
    body: SentAnotherWaySchema,
    example: { version: 47, events: ['PanelInformed', 'PanelDispatchSent', 'ObligationMet'] },
    act: async ({ body: { channel, on, evidence, proceedReason }, write, reserved }) => ({
      kind: 'recordPanelInformed',
      channel,
      on: dayOf(on, reserved),
      evidence: await write('evidence', 'note', evidence),
      ...(await proceeding(write, proceedReason)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'recordPanelReply',
    params: NumberedParams,
    path: '/panel/dispatches/:number/corrections',
    previewed: true,
    summary: 'Correct the day on which decision and report went another way, or take it back',
    description:
      "For a day that was recorded wrongly, or a dispatch that never went; that of a mail is the mail server's. The original stays in the chronology; outcomes are restated (R8).",
    body: DayOrMistakeSchema,
    example: { version: 48, events: ['PanelDispatchCorrected', 'OutcomeRestated'] },
    act: async ({ body, params, write }) => ({
      kind: 'correctPanelInformed',
      dispatch: Number(params.number),
      ...(await dayPutRight(body, write)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'recordPanelReply',
    path: '/panel/replies',
    summary: 'Record a reply of the national Panel',
    description:
      'If it agrees or announces a national review, the case ends with it. If it disagrees, the partners confirm the decision or the group decides again (R19).',
    body: ReplySchema,
    example: { version: 50, events: ['PanelReplied', 'CaseEnded'] },
    act: async ({ body: { reply, on, letter }, write, reserved }) => ({
      kind: 'recordPanelReply',
      reply,
      on: dayOf(on, reserved),
      ...(letter === undefined ? {} : { letter: await write('letter', 'letter', letter) }),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'recordPanelReply',
    params: NumberedParams,
    path: '/panel/replies/:number/corrections',
    previewed: true,
    summary: 'Correct the day of a reply of the national Panel, or take it back',
    description:
      'For a day that was recorded wrongly, or the last reply, where it was none. What is counted from it moves; the original stays in the chronology (R8, R19).',
    body: DayOrMistakeSchema,
    example: { version: 51, events: ['PanelReplyCorrected', 'DatesMoved'] },
    act: async ({ body, params, write }) => ({
      kind: 'correctPanelReply',
      number: Number(params.number),
      ...(await dayPutRight(body, write)),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'settleReply',
    path: '/panel/settlement',
    summary: 'Settle the reply of the national Panel',
    description: 'Its last reply needs nothing more: the case ends (R20).',
    body: SettlementSchema,
    example: { version: 53, events: ['CaseEnded'] },
    act: async ({ body: { reason }, write }) => ({
      kind: 'settleReply',
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'contactPanel',
    path: '/panel/contacts',
    summary: 'Tell the national Panel something, or record that it was told',
    description:
      'That it will be late, that its reply is awaited, or anything else, at any time (R5). A mail of anything else says only that it comes (R24): send it yourselves, at the same time, by the secure way agreed with the Panel.',
    body: ContactSchema,
    example: { version: 45, events: ['PanelContacted'] },
    act: async ({ body: { contact, expected, channel, on, note }, write }) => ({
      kind: 'contactPanel',
      contact,
      channel,
      ...(on === undefined ? {} : { on: civilDate(on) }),
      ...(expected === undefined ? {} : { expected: civilDate(expected) }),
      note: await write('note', 'note', note),
    }),
  });
  actRoute(app, deps, {
    tag,
    permission: 'contactPanel',
    params: NumberedParams,
    path: '/panel/contacts/:number/corrections',
    previewed: true,
    summary: 'Correct the day of a word to the national Panel, or take it back',
    description:
      'Of one that did not go by mail from here, by its number: for a day that was recorded wrongly, or a word that was never said. Since when its reply is awaited follows; the original stays in the chronology (R5, R8).',
    body: DayOrMistakeSchema,
    example: { version: 46, events: ['PanelContactCorrected'] },
    act: async ({ body, params, write }) => ({
      kind: 'correctPanelContact',
      number: Number(params.number),
      ...(await dayPutRight(body, write)),
    }),
  });
};
