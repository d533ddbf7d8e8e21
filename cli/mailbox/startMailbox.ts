// The development mailbox: a real SMTP server and a page that shows what it took. It listens on loopback
// only and passes no mail on.
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { LOOPBACK, requireFreePort } from '../start/freePort';
import { MailStore, type StoredMail } from './mailStore';
import { CONTENT_SECURITY_POLICY, listPage, mailPage, notFoundPage } from './pages';
import { smtpDoor } from './smtpDoor';

export interface MailboxOptions {
  readonly smtpPort: number;
  readonly pagePort: number;
  readonly folder: string;
}

export interface RunningMailbox {
  readonly smtpUrl: string;
  readonly pageUrl: string;
  /** Newest first. */
  readonly mails: () => Promise<StoredMail[]>;
  readonly stop: () => Promise<void>;
}

function show(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

function mailboxPages(store: MailStore): FastifyInstance {
  const app = fastify({ forceCloseConnections: true });
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('content-security-policy', CONTENT_SECURITY_POLICY);
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    reply.header('cache-control', 'no-store');
    // A connection kept open would break on the next start of the mailbox.
    reply.header('connection', 'close');
    done(null, payload);
  });
  app.setNotFoundHandler((_request, reply) => show(reply.code(404), notFoundPage()));

  app.get('/', async (_request, reply) => show(reply, listPage(await store.all())));
  app.get('/mails.json', () => store.all());
  app.delete('/mails', (_request, reply) => {
    store.removeAll();
    return reply.code(204).send();
  });
  app.get<{ Params: { id: string } }>('/mails/:id.eml', ({ params: { id } }, reply) => {
    const raw = store.raw(id);
    if (!raw) return show(reply.code(404), notFoundPage());
    reply.header('content-disposition', `attachment; filename="${id}.eml"`);
    return reply.type('message/rfc822').send(raw);
  });
  app.get<{ Params: { name: string } }>('/mails/:name', async ({ params }, reply) => {
    const asJson = params.name.endsWith('.json');
    const mail = await store.find(params.name.replace(/\.json$/, ''));
    if (!mail) return show(reply.code(404), notFoundPage());
    return asJson ? mail : show(reply, mailPage(mail));
  });
  return app;
}

export async function startMailbox(options: MailboxOptions): Promise<RunningMailbox> {
  const { smtpPort, pagePort, folder } = options;
  await requireFreePort(smtpPort, 'the development mailbox (SMTP)', 'MAILBOX_SMTP_PORT');
  await requireFreePort(pagePort, 'the page of the development mailbox', 'MAILBOX_PORT');
  const store = new MailStore(folder);
  const door = smtpDoor(store);
  const pages = mailboxPages(store);
  await new Promise<void>((resolve) => door.listen(smtpPort, LOOPBACK, resolve));
  await pages.listen({ port: pagePort, host: LOOPBACK });
  return {
    smtpUrl: `smtp://${LOOPBACK}:${smtpPort}`,
    pageUrl: `http://${LOOPBACK}:${pagePort}`,
    mails: () => store.all(),
    stop: async () => {
      await pages.close();
      await new Promise<void>((resolve) => door.close(resolve));
    },
  };
}
