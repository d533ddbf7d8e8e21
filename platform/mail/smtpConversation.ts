// One conversation with the mail server for one mail. It keeps apart what nodemailer's transport does not: a
// connection that broke before the mail was handed over (nothing was sent) and one that broke after (nobody knows).

import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer';
import SMTPConnection, {
  type SMTPConnectionAuth,
  type SMTPConnectionOptions,
} from 'nodemailer/lib/smtp-connection';
import { codeOf, isForGood } from './serverAnswers';

/** In milliseconds. */
export interface Patience {
  readonly connecting: number;
  readonly greeting: number;
  /** From the greeting until the server wants the mail. */
  readonly conversing: number;
  /**
   * For the answer to the mail itself: servers that look into a mail take their time, and giving up early would send
   * it twice. RFC 5321 (4.5.3.2.6) would wait for ten minutes; but an alert of a child in danger waits behind this answer, and a mail that
   * goes twice says so.
   */
  readonly answering: number;
}

export const PATIENCE: Patience = {
  connecting: 5_000,
  greeting: 5_000,
  conversing: 10_000,
  answering: 60_000,
};

type Answer = 'accepted' | 'refused' | 'postponed';

interface Conversation {
  /** See `MailOutcome`. */
  readonly line: 'held' | 'away' | 'lost';
  /** By address; one that is missing is postponed. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly code?: string;
}

export interface MailServer extends SMTPConnectionOptions {
  readonly auth?: SMTPConnectionAuth | undefined;
}

export interface Lines {
  readonly converse: (
    envelope: { readonly from: string; readonly to: readonly string[] },
    mail: Buffer,
  ) => Promise<Conversation>;
  readonly close: () => void;
}

type Stage = 'connecting' | 'conversing' | 'handedOver';

const answersOf = (accepted: readonly string[], rejected: readonly NodemailerError[]): Map<string, Answer> =>
  new Map<string, Answer>([
    ...accepted.map((address): [string, Answer] => [address, 'accepted']),
    ...rejected.map((error): [string, Answer] => [
      error.recipient ?? '',
      isForGood(error) ? 'refused' : 'postponed',
    ]),
  ]);

/** What a failure means depends on how far the conversation had come, and on whether the server said it. */
const failed = (error: NodemailerError, stage: Stage, to: readonly string[]): Conversation => {
  const code = codeOf(error);
  // 421 ends the session; a server that is stopped says it whatever it has done with the mail.
  const answered = error.responseCode !== undefined && error.responseCode !== 421;
  if (stage === 'connecting') return { line: 'away', answers: new Map(), code };
  if (stage === 'handedOver' && !answered) return { line: 'lost', answers: new Map(), code };
  if (error.rejectedErrors !== undefined)
    return { line: 'held', answers: answersOf([], error.rejectedErrors), code };
  // Refused as a whole. For the sender's sake (MAIL FROM) it is our own affair, not that of the addresses.
  const aboutTheMail = error.command === 'DATA' && isForGood(error);
  const answers = new Map(
    to.map((address): [string, Answer] => [address, aboutTheMail ? 'refused' : 'postponed']),
  );
  return { line: 'held', answers, code };
};

export const openLines = (server: MailServer, patience: Patience): Lines => {
  const open = new Set<SMTPConnection>();

  const converse: Lines['converse'] = ({ from, to }, mail) =>
    new Promise((resolve) => {
      let stage: Stage = 'connecting';
      const connection = new SMTPConnection({
        ...server,
        connectionTimeout: patience.connecting,
        dnsTimeout: patience.connecting,
        greetingTimeout: patience.greeting,
        socketTimeout: patience.answering,
        socketCloseTimeout: 1_000,
        logger: false,
      });
      open.add(connection);
      const settle = (conversation: Conversation): void => {
        clearTimeout(impatience);
        open.delete(connection);
        // First, because closing is itself reported as an end. The first word stands.
        resolve(conversation);
        connection.close();
      };
      const fail = (error: NodemailerError): void => settle(failed(error, stage, to));
      const impatience = setTimeout(
        () => fail(Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' })),
        patience.connecting + patience.greeting + patience.conversing,
      );
      // Stays on after the end: an error nobody listens for would end the process.
      connection.on('error', fail);
      connection.on('end', () =>
        fail(Object.assign(new Error('the line was closed'), { code: 'ECONNECTION' })),
      );

      const body = Readable.from([mail]);
      // The dot that ends the mail is written after this: before it, no server can have accepted anything.
      body.once('end', () => {
        stage = 'handedOver';
        clearTimeout(impatience);
      });
      const hand = (): void => {
        stage = 'conversing';
        connection.send({ from, to: [...to], size: mail.length }, body, (error, info) => {
          if (error !== null) {
            fail(error);
            return;
          }
          const rejected = info.rejectedErrors ?? [];
          const [first] = rejected;
          const answers = answersOf(info.accepted, rejected);
          settle({ line: 'held', answers, ...(first === undefined ? {} : { code: codeOf(first) }) });
        });
      };
      connection.connect((error) => {
        if (error !== undefined) fail(error);
        else if (server.auth === undefined || !connection.allowsAuth) hand();
        else connection.login(server.auth, (refused) => (refused === null ? hand() : fail(refused)));
      });
    });

  return {
    converse,
    close: () => {
      for (const connection of open) connection.close();
    },
  };
};
