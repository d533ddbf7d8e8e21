// The versions this clone asks for, read from package.json so that they stand in one place.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLONE } from './runTool.mjs';

const wanted = JSON.parse(readFileSync(join(CLONE, 'package.json'), 'utf8'));

export const NODE_VERSION = wanted.devDependencies.node;
export const SDK_VERSION = wanted.dependencies['@temporalio/worker'];
