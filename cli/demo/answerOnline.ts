// Somebody at an agency with a browser: opens the newest mail with a link, follows it, and sends the form of the page.

import type { RunningMailbox } from '../mailbox/startMailbox';
import type { ApiInside } from './apiInside';

const LINK = /^https?:\/\/[^/]+(\/answers\/(?<reference>[^/]+)\/(?<agency>[^/]+)\/\S+)$/m;
const KEY = /<input type="hidden" name="key" value="(?<key>[^"]+)"/;

export interface OnlineAnswer {
  readonly reference: string;
  readonly agency: string;
  readonly form: Readonly<Record<'answer' | 'by', string>>;
}

export const answerOnline = async (
  { ask }: Pick<ApiInside, 'ask'>,
  mailbox: Pick<RunningMailbox, 'mails'>,
  { reference, agency, form }: OnlineAnswer,
): Promise<void> => {
  const found = (await mailbox.mails())
    .map(({ text }) => LINK.exec(text))
    .find((link) => link?.groups?.['reference'] === reference && link.groups['agency'] === agency);
  const path = found?.[1];
  if (path === undefined) throw new Error(`no mail has a link for ${agency}`);
  const page = await ask({ method: 'GET', url: `${path}/answer` });
  const key = KEY.exec(page.body)?.groups?.['key'];
  if (key === undefined) throw new Error(`the page of ${agency} has no form: ${page.statusCode}`);
  const sent = await ask({
    method: 'POST',
    url: `${path}/answer`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ key, ...form }).toString(),
  });
  if (sent.statusCode !== 303) throw new Error(`the page of ${agency} took no answer: ${sent.statusCode}`);
};
