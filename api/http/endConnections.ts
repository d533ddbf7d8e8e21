// While the API ends, each connection ends with the answer that was under way on it: one that whoever asked keeps open would keep
// the process. Which connections are taken, and those on which nothing is under way, are the server's own affair.

import type { FastifyInstance } from 'fastify';

export const endConnections = (app: FastifyInstance): void => {
  let ending = false;
  app.addHook('preClose', (done) => {
    ending = true;
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (ending) void reply.header('connection', 'close');
    done(null, payload);
  });
  // An answer in pieces may have begun before, and promised to keep it.
  app.addHook('onResponse', (request, _reply, done) => {
    if (ending) request.socket.end();
    done();
  });
};
