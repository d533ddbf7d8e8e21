// What a workflow bundle is made of: the code without its source map, and the modules that went into it, as the
// bundler names them.

/** The code alone; the source map that follows it in the same file is for stack traces. */
export const codeOf = (bundle: string): string => {
  const map = bundle.lastIndexOf('//# sourceMappingURL=');
  return map === -1 ? bundle : bundle.slice(0, map);
};

const unique = (names: Iterable<string>): readonly string[] => [...new Set(names)].sort();

/** Packages whose modules are in the bundle, whichever `node_modules` they came from. */
export const packagesIn = (code: string): readonly string[] =>
  unique(
    [...code.matchAll(/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//g)].flatMap(([, name]) =>
      name === undefined ? [] : [name],
    ),
  );

/** Our own files in the bundle, from the project's folder on. */
export const filesIn = (code: string): readonly string[] =>
  unique(
    [...code.matchAll(/"\.\/([^"]+\.ts)"/g)].flatMap(([, file]) =>
      file === undefined || file.includes('node_modules') ? [] : [file],
    ),
  );
