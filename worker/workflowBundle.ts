// How the workflows become one file of code, and where the build leaves it.

import { join } from 'node:path';
import { bundleWorkflowCode, type BundleOptions, type Logger, type WorkflowBundle } from '@temporalio/worker';
import { failureConverterPath } from '../platform/encryption/dataConverter';

interface SwcUse {
  readonly loader: string;
  readonly options: {
    minify?: boolean;
    jsc: { target: string; minify?: { compress: boolean; mangle: boolean } };
  };
}

const AS_THEY_ARE = { compress: false, mangle: false };

/**
 * The SDK compiles for an older Node, in which spreading an object is a function call: a fifth of the time that a
 * workflow thinks. It leaves comments and indents in, of its own packages too: four tenths of the code that every worker reads. Names and
 * statements stay as they are, and the source map leads to the sources. Throws where the SDK does not compile as it used to.
 */
const forTheNodeThatRunsIt: NonNullable<BundleOptions['webpackConfigHook']> = (config) => {
  const uses = (config.module?.rules ?? []).flatMap((rule) =>
    typeof rule === 'object' && rule !== null && typeof rule.use === 'object' && 'options' in rule.use
      ? [rule.use as unknown as SwcUse]
      : [],
  );
  const [first] = uses;
  if (first === undefined) throw new Error('the bundler of the SDK compiles in another way than it did');
  for (const { options } of uses) {
    options.minify = true;
    options.jsc.target = 'es2022';
    options.jsc.minify = AS_THEY_ARE;
  }
  const jsc = { target: 'es2022', parser: { syntax: 'ecmascript' }, minify: AS_THEY_ARE };
  const options = { sourceMap: true, minify: true, isModule: false, jsc };
  config.module?.rules?.push({
    test: /\.js$/,
    include: /node_modules/,
    use: { loader: first.loader, options },
  });
  return config;
};

/**
 * Seconds of work (`bundleOfSources.ts` keeps what came of it). `workflowsPath` is another's only in tests; without a logger the
 * SDK writes what it has built to standard error.
 */
export const bundleWorkflows = (
  workflowsPath: string = require.resolve('../workflows/index'),
  logger?: Logger,
): Promise<WorkflowBundle> =>
  bundleWorkflowCode({
    workflowsPath,
    failureConverterPath,
    // Once a worker and not once a case: a third of what an open case weighs, and most of the time of opening one.
    preloadModules: [workflowsPath],
    webpackConfigHook: forTheNodeThatRunsIt,
    ...(logger === undefined ? {} : { logger }),
  });

/** Where the build leaves the bundle, from the folder of the build. */
export const BUNDLE_FILE = join('worker', 'workflowBundle.code.js');
