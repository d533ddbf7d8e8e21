// The worker of the bare twin, as a process of its own: its arguments are the server's address and namespace.

import { NativeConnection, Worker } from '@temporalio/worker';

export const BARE_QUEUE = 'bare';

const run = async ([address, namespace]: readonly string[]): Promise<void> => {
  const connection = await NativeConnection.connect({ address: address ?? '' });
  const worker = await Worker.create({
    connection,
    namespace: namespace ?? '',
    taskQueue: BARE_QUEUE,
    workflowsPath: require.resolve('./bareLife'),
    activities: { nothing: () => Promise.resolve() },
  });
  process.stdout.write('working\n');
  await worker.run();
  await connection.close();
};

if (require.main === module) void run(process.argv.slice(2));
