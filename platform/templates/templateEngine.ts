// The engine for our own templates, of mails and of pages. It reads no file and refuses what a template speaks of and was not given.
// No user's text is ever a template.

import { Environment } from 'nunjucks';

export type Templates = Readonly<Record<string, string>>;

/** `autoescape` wherever what is made is HTML. */
export const templateEngine = (
  templates: Templates,
  { autoescape }: { readonly autoescape: boolean },
): Environment => {
  const loader = {
    getSource: (name: string) => {
      const src = templates[name];
      if (src === undefined) throw new Error(`there is no template "${name}"`);
      return { src, path: name, noCache: false };
    },
  };
  return new Environment(loader, {
    autoescape,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
};
