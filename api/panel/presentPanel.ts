// What stands between us and the national Panel, as the API shows it: from the events, with the proof out of the ledger of
// notices (R18), and the texts for those who may read them. What the gate lacks, `domain/rapidReview/panel/gate.ts` says.

import { sayDate, type CivilDate } from '../../domain/calendar/civilDate';
import { formatInstant } from '../../domain/calendar/instant';
import type { EventOf } from '../../domain/rapidReview/events';
import { whyNothingGoes } from '../../domain/rapidReview/panel/decide';
import { gate } from '../../domain/rapidReview/panel/gate';
import { panelContactKey, panelDispatchKey } from '../../domain/rapidReview/panel/mailReports';
import { panelWaitedFor } from '../../domain/rapidReview/panel/waitedFor';
import type { Dispatch, Missing, PanelChannel } from '../../domain/rapidReview/panel/state';
import type { AnyCase, CaseWithReview } from '../../domain/rapidReview/state';
import type { FoldedCase, FoldedReview, NoticeRow } from '../../records/records';
import { eventsOfKind } from '../cases/eventsOfKind';
import type { NamePerson } from '../chronology/namesOfPeople';
import { momentUnder } from '../fields/momentUnder';
import { problemOfRejection } from '../problems/rejectionProblems';
import {
  PANEL_CHANNEL_WORDS,
  PANEL_CONTACT_WORDS,
  PANEL_REPLY_WORDS,
  sayMissing,
} from '../problems/reviewTerms';
import { inOrder } from '../texts/inOrder';
import { textUnder, type TextReader } from '../texts/textReader';
import type { DocumentView } from './panelSchemas';
import type { PanelView, ProofView } from './panelViewSchema';

export interface Presenting {
  readonly read: TextReader;
  readonly notices: readonly NoticeRow[];
  readonly person: NamePerson;
}

const missingView = (missing: Missing): PanelView['gate']['never'][number] => ({
  ...missing,
  inWords: sayMissing([missing]),
});

/** Nothing may be missing, and still nothing may go. */
const whyShut = (state: AnyCase): string | undefined => {
  if (state.status !== 'open') return 'The case has ended: nothing more goes to the Panel.';
  const why = whyNothingGoes(state, 'mail');
  return why === undefined ? undefined : problemOfRejection(why, 'informPanel').detail;
};

const gateView = (state: CaseWithReview & AnyCase): PanelView['gate'] => {
  const { never, chairMay } = gate(state);
  const said = [
    ...(never.length === 0 ? [] : [`Always needed, and missing: ${sayMissing(never)}.`]),
    ...(chairMay.length === 0
      ? []
      : [`Missing: ${sayMissing(chairMay)}; a chair may go without, with a reason.`]),
  ];
  const shut = whyShut(state);
  const open = said.length === 0 && shut === undefined;
  return {
    open,
    never: never.map(missingView),
    chairMay: chairMay.map(missingView),
    inWords: open
      ? 'Nothing is missing: decision and report may go.'
      : [...said, ...(shut === undefined ? [] : [shut])].join(' '),
  };
};

const reportView = async (
  { at, body }: EventOf<'ReportAttached'>,
  { read }: Presenting,
): Promise<PanelView['reports'][number]> => {
  const found = await read.content(body.document);
  return {
    number: body.report,
    attachedAt: formatInstant(at),
    // What this row holds was checked against that very schema when it was written.
    ...('withheld' in found ? found : (found.content as DocumentView)),
  };
};

const proofOf = (row: NoticeRow | undefined): { readonly proof?: ProofView } =>
  row === undefined
    ? {}
    : {
        proof: {
          notice: row.key,
          to: 'panel',
          outcome: row.outcome,
          attempts: row.attempts,
          ...momentUnder('acceptedAt', row.acceptedAt),
        },
      };

type DispatchNow = Pick<Dispatch, 'sent' | 'failed' | 'mayHaveArrived' | 'takenBack'>;

const sayDispatch = (
  { decision, report }: EventOf<'PanelInformed'>['body'],
  { sent, failed, mayHaveArrived, takenBack }: DispatchNow,
): string => {
  const what = `Decision ${decision} and report ${report}`;
  if (sent !== undefined)
    return `${what} went to the national Panel on ${sayDate(sent.on)}, ${PANEL_CHANNEL_WORDS[sent.channel]}.`;
  if (mayHaveArrived === true)
    return `${what} may have reached the national Panel: how their mail ended is not known. Ask the Panel, or let them go another way.`;
  if (takenBack === true)
    return `${what} were recorded by mistake as gone to the national Panel: they did not go.`;
  return failed === true
    ? `${what} did not reach the national Panel: the mail server refused the mail for good. They must go another way.`
    : `${what} are on their way to the national Panel.`;
};

/** As it stands: its day may have been corrected. */
const dispatchOf = ({ state }: FoldedReview, number: number): DispatchNow | undefined =>
  state.panel.dispatches.find((one) => one.number === number);

interface Besides {
  readonly channel: PanelChannel;
  readonly on: CivilDate;
}

/** Recorded as gone another way, before word came that its mail had gone already. */
const wentBesides = (
  folded: FoldedCase,
  dispatch: number,
  channel: PanelChannel | undefined,
): Besides | undefined => {
  const overtaken = eventsOfKind(folded, 'PanelDispatchCorrected').find(
    ({ body }) => body.dispatch === dispatch && body.acceptedAt !== undefined,
  );
  return overtaken === undefined || channel === undefined ? undefined : { channel, on: overtaken.body.was };
};

const sayBesides = (besides: Besides | undefined): string =>
  besides === undefined
    ? ''
    : ` Before that was known they went on ${sayDate(besides.on)} too, ${PANEL_CHANNEL_WORDS[besides.channel]}.`;

const dispatchView = async (
  folded: FoldedReview,
  { at, body }: EventOf<'PanelInformed'>,
  { read, notices }: Presenting,
): Promise<PanelView['dispatches'][number]> => {
  const { dispatch: number, decision, report, channel, without, reason } = body;
  const stands = dispatchOf(folded, number) ?? {};
  // What was to go by mail may have gone another way.
  const went = stands.sent?.channel ?? channel;
  const proved = eventsOfKind(folded, 'PanelDispatchSent').findLast(
    (event) => event.body.dispatch === number,
  );
  const key = `${folded.state.reference}/${panelDispatchKey(number)}`;
  const besides = wentBesides(folded, number, proved?.body.channel);
  return {
    number,
    decision,
    report,
    orderedAt: formatInstant(at),
    channel: went,
    without: without.map(missingView),
    ...(await textUnder('reason', reason, read)),
    ...(stands.sent === undefined ? {} : { sentOn: stands.sent.on }),
    ...(besides === undefined ? {} : { wentBesides: besides }),
    ...(await textUnder('evidence', proved?.body.note, read)),
    ...proofOf(notices.find((row) => row.key === key)),
    inWords: `${sayDispatch(body, stands)}${sayBesides(besides)}`,
  };
};

const replyView = async (
  folded: FoldedReview,
  { body: { number, reply, on: first, note } }: EventOf<'PanelReplied'>,
  { read }: Presenting,
): Promise<PanelView['replies'][number]> => {
  const stands = folded.state.panel.replies.find((one) => one.number === number);
  const taken = eventsOfKind(folded, 'PanelReplyCorrected').findLast(({ body }) => body.number === number);
  const on = stands?.on ?? taken?.body.was ?? first;
  const said = `On ${sayDate(on)}: ${PANEL_REPLY_WORDS[reply]}.`;
  return {
    number,
    reply,
    on,
    ...(stands === undefined ? { recordedByMistake: true } : {}),
    ...(await textUnder('letter', note, read)),
    inWords: stands === undefined ? `Recorded by mistake: ${said}` : said,
  };
};

/** What became of the mail of a word, beside what it was; nothing where it went another way. */
const sayReached = (mail: NoticeRow | undefined): string => {
  switch (mail?.outcome) {
    case 'refused':
      return ' It did not reach the national Panel: the mail server refused the mail for good. Tell the Panel another way, and record that.';
    case 'lapsed':
      return ' It may have reached the national Panel: how its mail ended is not known. Ask the Panel, or tell it another way, and record that.';
    case 'open':
      return ' It is on its way to the national Panel.';
    case 'accepted':
    case undefined:
      return '';
  }
};

const contactView = async (
  { state: { reference, panel } }: FoldedReview,
  { number: event, actor, body: { contact, expected, channel, on: first, note } }: EventOf<'PanelContacted'>,
  number: number,
  { read, notices, person }: Presenting,
): Promise<PanelView['contacts'][number]> => {
  const mail = notices.find(({ key }) => key === `${reference}/${panelContactKey(event)}`);
  const { on = first, takenBack } = panel.contacts[number - 1] ?? {};
  const said = `On ${sayDate(on)}, ${PANEL_CHANNEL_WORDS[channel]}: ${PANEL_CONTACT_WORDS[contact]}.${sayReached(mail)}`;
  return {
    number,
    contact,
    channel,
    on,
    who: person(actor),
    ...(takenBack === true ? { recordedByMistake: takenBack } : {}),
    ...(expected === undefined ? {} : { expected }),
    note: await read.text(note),
    ...proofOf(mail),
    inWords: takenBack === true ? `Recorded by mistake: ${said}` : said,
  };
};

const awaitedSince = ({ state }: FoldedReview): Pick<PanelView, 'awaitedSince'> => {
  const since = state.status === 'open' ? panelWaitedFor(state) : undefined;
  return since === undefined ? {} : { awaitedSince: since };
};

export const panelView = async (folded: FoldedReview, presenting: Presenting): Promise<PanelView> => {
  const { reference, version } = folded.state;
  const recorded = folded.state.panel.referenceRecorded
    ? eventsOfKind(folded, 'NotificationReferenceRecorded').at(-1)
    : undefined;
  return {
    reference,
    version,
    gate: gateView(folded.state),
    ...(await textUnder('notificationReference', recorded?.body.note, presenting.read)),
    reports: await inOrder(eventsOfKind(folded, 'ReportAttached'), (event) => reportView(event, presenting)),
    dispatches: await inOrder(eventsOfKind(folded, 'PanelInformed'), (event) =>
      dispatchView(folded, event, presenting),
    ),
    replies: await inOrder(eventsOfKind(folded, 'PanelReplied'), (event) =>
      replyView(folded, event, presenting),
    ),
    contacts: await inOrder(eventsOfKind(folded, 'PanelContacted'), (event, index) =>
      contactView(folded, event, index + 1, presenting),
    ),
    ...awaitedSince(folded),
  };
};
