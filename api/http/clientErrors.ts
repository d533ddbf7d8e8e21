// Answers what is not even HTTP: there is no route, no request id, and no log line with what came.

import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { typeOfProblem } from '../problems/problem';

const FOUND: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request came too slowly.'],
};

export const answerClientError = (error: Error & { readonly code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const [status, title] = FOUND[error.code ?? ''] ?? [400, 'The request is not HTTP.'];
  const detail = `${title} Nothing was changed.`;
  const body = JSON.stringify({
    type: typeOfProblem('malformed-http'),
    title,
    status,
    detail,
    requestId: '',
  });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
};
