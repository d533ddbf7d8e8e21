// Whether the build may put itself in the place of a folder: a new or empty one, or an earlier build. Anything else is somebody's.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE_FILE } from '../../worker/workflowBundle';
import { StartFailure } from '../start/startFailure';

export const requireBuildFolder = (folder: string): void => {
  if (!existsSync(folder)) return;
  const ours =
    statSync(folder).isDirectory() &&
    (readdirSync(folder).length === 0 || existsSync(join(folder, BUNDLE_FILE)));
  if (ours) return;
  throw new StartFailure(
    `${folder} is there already and is no earlier build, and the build would take its place. Nothing was changed. ` +
      'Name a new folder with --folder.',
  );
};
