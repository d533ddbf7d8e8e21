// Builds the programs as they are deployed (`npm run build`), for those that run them here. It does not judge what is built.

import { join } from 'node:path';
import { CLONE } from '../start/clone';
import { RUN_SOURCES } from '../start/ownSources';
import { runToEnd } from '../start/runToEnd';

export const buildPrograms = async (
  say: (line: string) => void,
  interrupted?: AbortSignal,
): Promise<void> => {
  say('- the programs as they are deployed (about 30 s)');
  await runToEnd({
    failure: 'The programs could not be built',
    command: process.execPath,
    args: [...RUN_SOURCES, join(CLONE, 'cli/build/main.ts')],
    env: process.env,
    cwd: CLONE,
    ...(interrupted === undefined ? {} : { interrupted }),
  });
};
