// The proclamation: previewed on the Saturday; previewed again and accepted on the Monday, once two more agencies have been
// asked whose five days would end on the proclaimed day; told at nine. The same preview is not accepted twice.

import { sayDate } from '../../../domain/calendar/civilDate';
import { londonInstant } from '../../../domain/calendar/londonTime';
import { workingCalendar } from '../../../domain/calendar/workingCalendar';
import { messageIdOf } from '../../../platform/mail/mailTransport';
import { requestTo } from '../addressed';
import { ASKED_ON_MONDAY } from './before';
import type { Accepting, DaysAsked } from './changeDesk';
import type { DaysOfProclamation } from './daysOfProclamation';
import type { Accepted, TellingOfTwo } from './telling';

const askedFor = ({ holiday }: DaysOfProclamation): DaysAsked => ({
  list: [{ date: holiday, title: 'Invented State Funeral' }],
});

const INDENT = '      ';
const quoted = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `${INDENT}${line}`))
    .join('\n');

const previewed = async ({ stage, desk, days }: TellingOfTwo) => {
  const { view, table } = await desk.preview(askedFor(days));
  stage.print(`\n${quoted(table)}\n`);
  return view;
};

const onSaturday = async (telling: TellingOfTwo) => {
  const { stage, days } = telling;
  stage.chapter('Saturday, seven minutes past five: a bank holiday is proclaimed');
  await stage.untilMoment(days.proclaimedAt);
  await stage.remark(
    `An invented proclamation, after the pattern of 2022: ${sayDate(days.holiday)} is to be a bank holiday. The coordinator previews what that does.`,
  );
  const view = await previewed(telling);
  await stage.remark(
    'No agency is to be told yet: five working days lie between, so that whoever has been asked by now has until the Friday before. The coordinator leaves the acceptance for Monday, and nothing is mailed at the weekend.',
  );
  return view;
};

const accept = async (telling: TellingOfTwo, preview: string) => {
  const { stage, desk, days, theatre } = telling;
  const given: Accepting = {
    preview,
    ...askedFor(days),
    authority: `Royal Proclamation of ${sayDate(days.proclaimedOn)} (invented)`,
    reason: 'Running reviews must not count that Monday.',
  };
  const change = await desk.accept(given);
  if ('problem' in change) throw new Error(`the change was refused: ${change.detail}`);
  const calendar = await theatre.records.snapshots.byVersion(change.calendar);
  if (calendar === undefined) throw new Error('the calendar of the change is not recorded');
  stage.calendar = workingCalendar(calendar);
  await stage.remark(
    `The coordinator accepts, with a reason and the version ${preview}: change ${change.number}.`,
  );
  await stage.settle();
  const again = await desk.accept(given);
  if (!('problem' in again)) throw new Error('the same preview was accepted twice');
  await stage.remark(`The same preview accepted once more: refused, ${again.problem}: ${again.detail}`);
  return { change, again };
};

/** One of these mails, as it stands in the mailbox. */
const printMail = async ({ stage, theatre, played }: TellingOfTwo): Promise<void> => {
  const { mailbox, mailDomain } = theatre;
  const row = (await played()).notices.find(({ body }) => body.kind === 'datesMoved');
  const id = row === undefined ? undefined : messageIdOf(row.key, mailDomain);
  const mail = (await mailbox.mails()).find(({ messageId }) => messageId === id);
  if (mail !== undefined) stage.print(`\n${quoted(`Subject: ${mail.subject}\n\n${mail.text}`)}`);
};

export const proclamation = async (telling: TellingOfTwo): Promise<Accepted> => {
  const { stage, review, days } = telling;
  const { cast, act, until } = review;
  const first = await onSaturday(telling);
  stage.chapter('Monday: two more agencies are asked, and the change is accepted');
  await until(2, 8, 5);
  await act(cast.coordinator, () => requestTo(cast, ASKED_ON_MONDAY));
  await until(2, 8, 40);
  await stage.remark('Their five days would end on the proclaimed day. The coordinator previews again.');
  const second = await previewed(telling);
  const { change, again } = await accept(telling, second.version);
  stage.chapter('Monday at nine: the agencies concerned are told, each once');
  await stage.untilMoment(londonInstant(stage.calendar, days.toldOn, 9, 1));
  await printMail(telling);
  return { number: change.number, first, foreseen: change.foreseen, again };
};
