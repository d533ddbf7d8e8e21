// Writes the figures where people read them: the page, and the chart beside it.

import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formatted } from '../../cli/docs/markdown';
import type { PerformanceFigures } from './figures';
import { chart, page } from './report';

const DOCS = resolve(__dirname, '../../docs');

export const writePage = async (figures: PerformanceFigures): Promise<void> => {
  writeFileSync(join(DOCS, 'performance.md'), await formatted('performance.md', page(figures)));
  writeFileSync(join(DOCS, 'performance.svg'), chart(figures));
};
