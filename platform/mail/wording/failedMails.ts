// The mails that were not delivered, as the team hears of them: what, to whom, and what to do instead. Whom a mail was for
// is told by the key of its notice. The same mail failing again and again is one line, however often it failed.

import type { BriefingItem } from '../../../domain/rapidReview/clock/events';
import type { EndingCause } from '../../../domain/rapidReview/ending/state';
import { isForPanel, partnerOfNotice, partsOfNoticeKey } from '../../../domain/rapidReview/noticeKey';
import type { PanelContact } from '../../../domain/rapidReview/panel/state';
import { saySeat } from './decisionNames';
import type { MailFacts } from './mailFacts';
import { sayAgency } from './obligationNames';

type MailFailed = Extract<BriefingItem, { about: 'mailFailed' }>;

export interface FailedMail {
  readonly what: string;
  readonly to: string;
  readonly instead: string;
  readonly times: number;
}

/** After the end only a late return is recorded: whoever was told another way is not. */
const recordIt = ({ hasEnded }: MailFacts): string => (hasEnded === true ? '.' : ', and record that.');

/** By the first part of the key after the reference. */
const WHAT: Readonly<Record<string, string>> = {
  scopingRequest: 'Scoping request',
  agencyReminder: 'Reminder',
  datesMoved: 'Notice of new dates',
  answerReceived: 'Receipt for its answer',
  returnSentBack: 'Request to complete the return',
  answerByMistake: 'Word that its answer was recorded by mistake',
  meetingInvitation: 'Meeting invitation',
  meetingCancelled: 'Meeting cancellation',
  panelDispatch: 'Decision and report',
  panelContact: 'Message',
  outcome: 'Outcome',
  ended: 'Notice of the end',
  resumed: 'Notice that it goes on',
  safetyAlert: 'Safety alert',
};

const WORD_TO_PANEL: Readonly<Record<PanelContact, string>> = {
  willBeLate: 'Notice of delay',
  chase: 'Request for a reply',
  other: 'Other message',
};

/** A case may end, go on and end again. */
const WORD_OF_END: Readonly<Record<EndingCause, string>> = {
  withdrawn: 'Notice of the end (withdrawn)',
  criteriaNotMet: 'Notice of the end (criteria not met)',
  settled: 'Notice of the end (settled)',
  merged: 'Notice of the end (merged)',
};

type Addressee = Pick<FailedMail, 'to' | 'instead'>;

const addresseeOf = ({ notice, agency }: MailFailed, facts: MailFacts): Addressee => {
  const [kind, , role] = partsOfNoticeKey(notice);
  if (agency !== undefined)
    return {
      to: sayAgency(agency, facts),
      instead:
        kind === 'scopingRequest' && facts.agenciesAsked?.has(agency) === true
          ? 'It has been asked since, and nothing is to be done about it.'
          : `Ring the agency or reach it another way${recordIt(facts)}`,
    };
  if (kind === 'safetyAlert')
    return {
      to: 'those on call',
      instead: 'Ring them now, and see that a named person acknowledges the concern.',
    };
  if (kind === 'panelDispatch')
    return {
      to: 'the national Panel',
      instead: `They do not count as sent. Send them another way${recordIt(facts)}`,
    };
  if (isForPanel(notice))
    return { to: 'the national Panel', instead: `Tell the Panel another way${recordIt(facts)}` };
  if (role === 'referrer')
    return {
      to: 'whoever referred',
      instead: 'The address was refused, or none is known. Reach them by telephone or another way.',
    };
  const partner = partnerOfNotice(notice);
  return {
    to: partner === undefined ? 'a partner' : saySeat(partner),
    instead: `Tell the partner another way${recordIt(facts)} Then put its contacts in the register right.`,
  };
};

/** Some keys have the number of the event that says more. */
const whatItIs = (notice: string, { wordsToPanel, endings }: MailFacts): string => {
  const [kind, number] = partsOfNoticeKey(notice);
  const event = Number(number);
  const word = kind === 'panelContact' ? wordsToPanel?.get(event) : undefined;
  if (word !== undefined) return WORD_TO_PANEL[word];
  const cause = kind === 'ended' ? endings?.get(event) : undefined;
  return cause === undefined ? (WHAT[kind] ?? 'Email') : WORD_OF_END[cause];
};

/** Reminders are numbered; the number is told where there is but one. */
const whatOf = (keys: readonly string[], facts: MailFacts): string => {
  const [first = ''] = keys;
  const [kind, , number = ''] = partsOfNoticeKey(first);
  const what = whatItIs(first, facts);
  return kind === 'agencyReminder' && keys.length === 1 ? `${what} ${number}` : what;
};

export const failedMails = (items: readonly BriefingItem[], facts: MailFacts): readonly FailedMail[] => {
  const failed = items.filter((item) => item.about === 'mailFailed');
  const alike = Map.groupBy(
    failed,
    (item) => `${whatItIs(item.notice, facts)} ${addresseeOf(item, facts).to}`,
  );
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const what = whatOf(
      same.map(({ notice }) => notice),
      facts,
    );
    return [{ what, ...addresseeOf(first, facts), times: same.length }];
  });
};
