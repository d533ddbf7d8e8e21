// A whole story told over HTTP with a canary in every particular and every free text; also in what is refused, and in
// what is asked for while parts of the system are away and log their troubles.

import { randomUUID } from 'node:crypto';
import { DAY } from '../../../domain/calendar/instant';
import type { RealEngine } from '../realEngine';
import { untilTrue } from '../until';
import { canaries } from './canaries';

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const MAILS_WITHIN_MS = 60_000;
const LINK = /^https?:\/\/[^/]+(\/answers\/\S+)$/m;

const addAgency = async ({ caller }: RealEngine, name: string, contacts: object[]): Promise<string> => {
  const { answer } = await caller.insist({ path: '/agencies', body: { name, kind: 'school', contacts } });
  return (JSON.parse(answer.text) as { id: string }).id;
};

const referral = (agencies: readonly string[]): object => ({
  referrer: {
    name: canaries.referrerName,
    organisation: canaries.referrerOrganisation,
    role: canaries.referrerRole,
    telephone: canaries.referrerTelephone,
    email: canaries.referrerEmail,
  },
  receivedAt: daysAgo(40),
  lateLoggingReason: canaries.lateLoggingReason,
  nature: 'suspectedAbuseOrNeglect',
  timestamps: { incident: daysAgo(42) },
  incidentSummary: `What is known: ${canaries.incidentSummary}.`,
  agencies,
  children: [
    {
      name: canaries.childName,
      dateOfBirth: canaries.childBorn,
      address: `1 ${canaries.childAddress} Road`,
      notes: canaries.childNotes,
    },
    { name: canaries.secondChildName },
  ],
});

const refused = async (
  { caller }: RealEngine,
  reference: string,
  agencies: readonly string[],
): Promise<void> => {
  const ask = (path: string, body: object) => caller.ask({ method: 'POST', path, body, key: randomUUID() });
  await ask('/cases', { ...referral(agencies), [canaries.refusedField]: 1 });
  await ask('/cases', { ...referral(agencies), nature: canaries.refusedValue });
  await ask('/cases', { ...referral(['AG-9999']) });
  await ask(`/cases/${reference}/agencies`, { agency: canaries.refusedValue });
  await caller.ask({ path: `/cases/${canaries.refusedPath}?name=${canaries.refusedPath}` });
  await caller.ask({ path: `/${canaries.refusedPath}` });
  await caller.ask({ path: '/cases', role: 'nobody' });
};

/** While a part is away: every way in which a write can fail is gone through with a text in its hands. */
const duringOutages = async (engine: RealEngine, reference: string, agency: string): Promise<void> => {
  const { caller } = engine;
  const act = { path: `/cases/${reference}/agencies`, body: { agency, note: canaries.outageNote } };
  const key = randomUUID();
  for (const part of ['PostgreSQL', 'Temporal'] as const) {
    await engine.parts.kill(part);
    const { status } = await caller.ask({ ...act, method: 'POST', key });
    if (status !== 503) throw new Error(`without ${part} a write was answered ${status}`);
    await engine.parts.launch(part);
  }
  await caller.insist({ ...act, key });
};

/** As somebody at the agency does: opens the page behind the link, and sends its forms. */
const answersByLink = async ({ caller, mailbox }: RealEngine): Promise<void> => {
  const mail = (await mailbox.mails()).find(
    ({ envelope, text }) => envelope.to.includes(canaries.contactEmail) && LINK.test(text),
  );
  const [, path = ''] = LINK.exec(mail?.text ?? '') ?? [];
  const browse = async (at: string, form?: Readonly<Record<string, string>>): Promise<string> => {
    const body = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
    // What the browser is sent on to is the same page.
    const { status, headers, ...page } = await fetch(`${caller.url}${at}`, body).then(async (answer) => ({
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
    }));
    caller.answers.push({ asking: { path: at }, answer: { status, headers, ...page } });
    if (status !== 200) throw new Error(`the page of the agency answered ${status}: ${page.text}`);
    return page.text;
  };
  const keyOf = async (form: string): Promise<string> =>
    /name="key" value="([^"]+)"/.exec(await browse(`${path}/${form}`))?.[1] ?? '';
  await browse(path);
  const by = canaries.linkAnswerer;
  const boxes = { paper: 'yes', locked: 'yes' };
  await browse(`${path}/records-secured`, { key: await keyOf('records-secured'), ...boxes, by });
  const form = { answer: 'wrongOrganisation', content: canaries.linkAnswer, by };
  const more = { key: await keyOf('answer'), askInstead: canaries.linkInstead };
  const done = await browse(`${path}/answer`, { ...form, ...more });
  if (!done.includes('We have your answer')) throw new Error(`the page does not thank: ${done}`);
};

export const tellStory = async (engine: RealEngine): Promise<string> => {
  const { caller, records } = engine;
  const [other = ''] = engine.agencies;
  const one = await addAgency(engine, 'Canary School', [
    { email: canaries.contactEmail, name: canaries.contactName, role: canaries.contactRole },
  ]);
  const unreachable = await addAgency(engine, 'Closed School', [{ email: canaries.refusedEmail }]);
  const opened = await caller.insist({
    path: '/cases',
    key: canaries.idempotencyKey,
    body: referral([one, unreachable]),
  });
  const { reference } = JSON.parse(opened.answer.text) as { reference: string };
  const act = (path: string, body: object) => caller.insist({ path: `/cases/${reference}${path}`, body });
  const correction = {
    path: `/cases/${reference}/timestamps/incident/corrections`,
    body: { at: daysAgo(43), reason: canaries.correctionReason },
  };
  await caller.insist({ ...correction, ifMatch: (await caller.preview(correction)) ?? '' });
  await act('/agencies', { agency: other, note: canaries.agencyNote });
  await act(`/scoping-requests/${other}/sent-another-way`, {
    channel: 'paper',
    on: daysAgo(39).slice(0, 10),
    note: canaries.otherWayNote,
  });
  await act('/scoping-requests', { agencies: [one, unreachable] });
  await untilTrue('the mail server has answered', MAILS_WITHIN_MS, async () => {
    const events = await records.events.ofCase(reference as never);
    return ['ScopingRequestSent', 'RequestBounced'].every((kind) =>
      events.some((event) => event.kind === kind && event.actor === 'messenger'),
    );
  });
  await answersByLink(engine);
  await act(`/scoping-requests/${one}/bounces`, { contact: `${one}-C1`, note: canaries.bounceNote });
  await act('/scoping-requests', { agencies: [one] });
  // A mail of a request that is void goes nowhere.
  await untilTrue('the request has gone again', MAILS_WITHIN_MS, async () => {
    return (await records.notices.waiting(reference as never)).length === 0;
  });
  // What was answered is not void.
  await act(`/returns/${one}/1/sent-back`, { missing: canaries.missingWord });
  await act(`/scoping-requests/${one}/void`, { reason: canaries.voidReason });
  await refused(engine, reference, [one]);
  await duringOutages(engine, reference, engine.agencies[1] ?? '');
  return reference;
};
