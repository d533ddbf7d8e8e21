// The SMTP side of the development mailbox: takes every mail on loopback, keeps it, and passes none on. Two
// names are refused on purpose, so that failing mail can be seen and tested.
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { MailStore } from './mailStore';

const LARGEST_MAIL = 10 * 1024 * 1024;

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

/** What stands before the @ decides. The page tells people of these two. */
const refusals: Readonly<Record<string, () => Error>> = {
  refused: () => refusal(550, '5.1.1 This address is refused on purpose'),
  later: () => refusal(451, '4.3.0 This address puts mail off on purpose'),
};

async function contentOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 The mail is larger than this mailbox takes');
  return Buffer.concat(chunks);
}

export function smtpDoor(store: MailStore): SMTPServer {
  const server = new SMTPServer({
    banner: 'development mailbox',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    closeTimeout: 1_000,
    onRcptTo({ address }, _session, done) {
      const name = address.slice(0, address.lastIndexOf('@')).toLowerCase();
      done(Object.hasOwn(refusals, name) ? refusals[name]?.() : undefined);
    },
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
      const to = envelope.rcptTo.map(({ address }) => address);
      contentOf(stream).then(
        (content) => done(null, `kept as ${store.keep({ from, to }, content)}`),
        (error: unknown) => done(error as Error),
      );
    },
  });
  // A sender that breaks off in the middle of a mail must not end the mailbox.
  server.on('error', () => undefined);
  return server;
}
