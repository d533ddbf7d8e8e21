// Lets Node run our sources as they stand: `node --require ./cli/setup/typescript.cjs cli/…/main.ts`. Each file is made into
// JavaScript by itself, and what came of it is kept until the file changes. Whether its types are right, `npm run types` says.
//
// Packages are left to Node, so this is no slower than what is deployed (ADR 32).

const { hash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { enableCompileCache, _extensions: loaders } = require('node:module');
const { join, resolve, sep } = require('node:path');
const { threadId } = require('node:worker_threads');

const CLONE = resolve(__dirname, '../..');
const KEPT = join(CLONE, 'node_modules/.cache/typescript');

/** The first package that any of our commands needs: without it the others are missing too, and the reader is told what to type. */
const compilerVersion = () => {
  try {
    return require('@swc/core/package.json').version;
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    process.stderr.write(
      "The project's packages are not installed, so nothing was done: type `npm ci`, then give this command again.\n",
    );
    process.exit(1);
  }
};

// In the key of what is kept, so that nothing made in another way is taken for it.
const AS_COMMONJS = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  // What a program loads with `import()` is an ES module, which Node loads by itself.
  module: { type: 'commonjs', ignoreDynamic: true },
  sourceMaps: 'inline',
};
const MADE_BY = JSON.stringify([compilerVersion(), AS_COMMONJS]);

const keep = (place, text) => {
  const unfinished = `${place}.${process.pid}.${threadId}`;
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(unfinished, text);
    renameSync(unfinished, place);
  } catch {
    // Where nothing can be written, it is made anew each time.
  }
};

const kept = (place) => {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return '';
  }
};

const made = (filename, source) =>
  require('@swc/core').transformSync(source, { filename, ...AS_COMMONJS }).code;

/** One kept file for each source of ours; its first line says of which text it was made, and that no more and no less came of it. */
const javascriptOf = (filename) => {
  const source = readFileSync(filename, 'utf8');
  if (!filename.startsWith(CLONE + sep)) return made(filename, source);
  const place = join(KEPT, hash('sha256', filename));
  const header = (code) => `//${hash('sha256', [MADE_BY, source, code].join('\0'))}\n`;
  const before = kept(place);
  const keptCode = before.slice(before.indexOf('\n') + 1);
  if (before === header(keptCode) + keptCode) return keptCode;
  const code = made(filename, source);
  keep(place, header(code) + code);
  return code;
};

process.setSourceMapsEnabled(true);
enableCompileCache(join(KEPT, 'compiled'));
loaders['.ts'] = (module, filename) => module._compile(javascriptOf(filename), filename);
// Tried in their order where a name has no extension: beside `govUkList.ts` lies the list itself, `govUkList.json`.
for (const later of ['.json', '.node']) {
  const load = loaders[later];
  delete loaders[later];
  loaders[later] = load;
}
