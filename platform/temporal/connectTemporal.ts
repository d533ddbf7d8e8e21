// The client's way to the Temporal server: made without waiting, so that a process starts while the server is away,
// and connecting again by itself. It decides how long to try; what a failure means is for the callers.

import {
  Client,
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type DataConverter,
} from '@temporalio/client';

export interface TemporalSettings {
  readonly address: string;
  readonly namespace: string;
  readonly dataConverter: DataConverter;
}

export interface TemporalLink {
  readonly client: Client;
  readonly connection: Connection;
  readonly namespace: string;
  close(): Promise<void>;
}

// gRPC would wait up to two minutes before it tries a server again that came back after one second.
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 200, 'grpc.max_reconnect_backoff_ms': 2_000 };

// A busy server is asked again until the caller's time is up, as the SDK does; one that is not there only briefly, so
// that its absence is not taken for slowness.
const { retryableDecider, delayFunction } = defaultGrpcRetryOptions();
const ATTEMPTS_WITHOUT_CONNECTION = 3;
const retries: ReturnType<typeof defaultGrpcRetryOptions> = {
  delayFunction,
  retryableDecider: (attempt, status) =>
    retryableDecider(attempt, status) &&
    (attempt < ATTEMPTS_WITHOUT_CONNECTION || !status.details.startsWith('No connection established')),
};

/** Answers at once, connected or not. */
export const connectTemporal = ({ address, namespace, dataConverter }: TemporalSettings): TemporalLink => {
  const connection = Connection.lazy({
    address,
    channelArgs: RECONNECT,
    interceptors: [makeGrpcRetryInterceptor(retries)],
  });
  return {
    client: new Client({ connection, namespace, dataConverter }),
    connection,
    namespace,
    close: () => connection.close(),
  };
};
