// Keeps each mail that was taken as one .eml file, so that it survives a restart and any mail program can
// open it. The envelope, which a mail itself does not show, stands in two headers put before it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

export interface StoredMail {
  readonly id: string;
  readonly receivedAt: string;
  readonly envelope: Envelope;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly string[];
}

const NAME = /^(\d{15}-[0-9a-f]{8})\.eml$/;

function envelopeLines({ from, to }: Envelope): string {
  return `X-Envelope-From: ${from}\r\nX-Envelope-To: ${to.join(', ')}\r\n`;
}

async function parse(id: string, raw: Buffer): Promise<StoredMail> {
  const mail = await PostalMime.parse(raw);
  const headers = mail.headers.map(({ key, value }) => ({ name: key, value }));
  const header = (name: string): string => headers.find((each) => each.name === name)?.value ?? '';
  return {
    id,
    receivedAt: new Date(Number(id.slice(0, 15))).toISOString(),
    envelope: {
      from: header('x-envelope-from'),
      to: header('x-envelope-to').split(', ').filter(Boolean),
    },
    from: header('from'),
    to: (mail.to ?? []).flatMap(({ address }) => address ?? []),
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    headers,
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.map(({ filename, mimeType }) => `${filename ?? 'unnamed'} (${mimeType})`),
  };
}

export class MailStore {
  /** A mail never changes, so it is parsed once. */
  readonly #parsed = new Map<string, StoredMail>();
  #lastTime = 0;

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  /** Whole on disk before it returns: the sender is told "accepted" only then. */
  keep(envelope: Envelope, content: Buffer): string {
    // Two mails of the same millisecond still keep their order.
    this.#lastTime = Math.max(Date.now(), this.#lastTime + 1);
    const id = `${String(this.#lastTime).padStart(15, '0')}-${randomBytes(4).toString('hex')}`;
    const path = join(this.folder, `${id}.eml`);
    writeFileSync(`${path}.new`, Buffer.concat([Buffer.from(envelopeLines(envelope)), content]), {
      mode: 0o600,
    });
    renameSync(`${path}.new`, path);
    return id;
  }

  #ids(): string[] {
    const found = readdirSync(this.folder).flatMap((name) => NAME.exec(name)?.[1] ?? []);
    return found.sort().reverse();
  }

  #fileOf(id: string): string | undefined {
    const path = join(this.folder, `${id}.eml`);
    return NAME.test(`${id}.eml`) && existsSync(path) ? path : undefined;
  }

  /** As it was taken, with its envelope. */
  raw(id: string): Buffer | undefined {
    const file = this.#fileOf(id);
    return file === undefined ? undefined : readFileSync(file);
  }

  async find(id: string): Promise<StoredMail | undefined> {
    const file = this.#fileOf(id);
    if (file === undefined) return undefined;
    const mail = this.#parsed.get(id) ?? (await parse(id, readFileSync(file)));
    this.#parsed.set(id, mail);
    return mail;
  }

  /** Newest first. */
  async all(): Promise<StoredMail[]> {
    const mails = await Promise.all(this.#ids().map((id) => this.find(id)));
    return mails.filter((mail) => mail !== undefined);
  }

  removeAll(): void {
    for (const id of this.#ids()) rmSync(join(this.folder, `${id}.eml`), { force: true });
    this.#parsed.clear();
  }
}
