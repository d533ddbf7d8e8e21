// What Node is given so that it runs our sources as they stand, where nothing was built.

import { join } from 'node:path';
import { CLONE } from './clone';

export const RUN_SOURCES: readonly string[] = ['--require', join(CLONE, 'cli/setup/typescript.cjs')];
