// POST /cases/:reference/withdrawal, its undoing, and criteria-not-met: how a case ends by the word of the three partners,
// and how it is taken up again (R20, R21), also where a reply of the Panel settled it by mistake.

import { Type } from 'typebox';
import type { ChangeToFollow } from '../../domain/rapidReview/calendarChange/commands';
import type { CaseReference } from '../../domain/rapidReview/state';
import { eventsOfKind } from '../cases/eventsOfKind';
import { agreedByExample, AgreedByField } from '../decision/decisionSchemas';
import { partnersWords } from '../decision/partnersWords';
import type { ApiDeps } from '../deps';
import { strict, TextField } from '../fields/fields';
import { reasonBody } from '../fields/reasonBody';
import type { TypedApp } from '../http/typedApp';
import { actRoute } from '../writing/actRoute';

const EndSchema = (reason: string) =>
  Type.Object(
    { agreedBy: AgreedByField, reason: TextField() },
    { ...strict, examples: [{ agreedBy: agreedByExample, reason }] },
  );

const UndoWithdrawalSchema = reasonBody('The second opinion of the hospital says otherwise.');
const UndoSettlementSchema = reasonBody('The letter was about another case.');

/** While it had ended the case followed none. One that was opened since, with the calendar of the change, has nothing to follow. */
const changeToFollow = async (
  { records: { calendarChanges, cases } }: ApiDeps,
  reference: CaseReference,
): Promise<{ readonly follow?: ChangeToFollow }> => {
  const last = await calendarChanges.last();
  if (last === undefined) return {};
  const { number: change, calendar, at: accepted } = last;
  const folded = await cases.stateOf(reference);
  const opened = folded === undefined ? undefined : eventsOfKind(folded, 'CaseOpened')[0];
  return opened !== undefined && opened.at > accepted && folded?.state.calendar === calendar
    ? {}
    : { follow: { change, calendar, accepted } };
};

export const endCaseRoutes = (app: TypedApp, deps: ApiDeps): void => {
  const tag = 'ending';
  actRoute(app, deps, {
    tag,
    permission: 'endCase',
    path: '/withdrawal',
    summary: 'Withdraw the referral',
    description:
      'Before the notification to the Panel, by the three partners. What is open lapses; misses, safety concerns and secured records stand. Agencies and referrers are told.',
    body: EndSchema('The injury was shown to be an accident.'),
    example: { version: 33, events: ['CaseEnded'] },
    act: async ({ body: { agreedBy, reason }, write }) => ({
      kind: 'withdrawCase',
      agreedBy: await partnersWords(write, agreedBy),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'undoWithdrawal',
    path: '/withdrawal/undoing',
    summary: 'Undo the withdrawal',
    description:
      'The original dates are back, counted with the bank holidays as they are now, and the days in between count (R9, R21). The agencies are told that it goes on.',
    body: UndoWithdrawalSchema,
    example: { version: 34, events: ['WithdrawalUndone'] },
    act: async ({ body: { reason }, reference, write }) => ({
      kind: 'undoWithdrawal',
      ...(await changeToFollow(deps, reference)),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'recordPanelReply',
    path: '/panel/settlement/undoing',
    summary: 'Undo the settlement',
    description:
      'A reply of the national Panel settled the case by mistake: it was that of another case, or needs more. One that settles by itself is taken back; the case goes on with the dates it had before, counted with the bank holidays as they are now, and the days in between count (R8, R9, R20). An agency that heard what was decided only with the settlement, and owes something, is told that it goes on.',
    body: UndoSettlementSchema,
    example: { version: 55, events: ['SettlementUndone', 'PanelReplyCorrected'] },
    act: async ({ body: { reason }, reference, write }) => ({
      kind: 'undoSettlement',
      ...(await changeToFollow(deps, reference)),
      reason: await write('reason', 'reason', reason),
    }),
  });

  actRoute(app, deps, {
    tag,
    permission: 'endCase',
    path: '/criteria-not-met',
    summary: 'Find that the criteria are not met',
    description:
      'After the notification, by the three partners. The Panel is told, and agencies and referrers. The mail to the Panel does not give the reasons (R24): send them yourselves, at the same time, by the secure way agreed with the Panel.',
    body: EndSchema('Neither abuse nor neglect is suspected any more.'),
    example: { version: 33, events: ['CaseEnded'] },
    act: async ({ body: { agreedBy, reason }, write }) => ({
      kind: 'findCriteriaNotMet',
      agreedBy: await partnersWords(write, agreedBy),
      reason: await write('reason', 'reason', reason),
    }),
  });
};
