// A positive control: a workflow of nobody's, whose input is not encrypted, leaves a word in Temporal's database.

import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';

/** Answers the word. */
export const plantInTemporal = async (address: string): Promise<string> => {
  const word = `planted-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  try {
    await new Client({ connection }).workflow.start('nobodyRunsIt', {
      taskQueue: 'nobody',
      workflowId: 'positive-control',
      args: [{ name: word }],
    });
    return word;
  } finally {
    await connection.close();
  }
};
