// The generated sections of a page that is otherwise written by hand. Each stands between two comments that name it; what
// is around them is left as it is.

export type Sections = Readonly<Record<string, () => readonly string[]>>;

const begin = (name: string): string => `<!-- generated section "${name}": written by \`npm run docs\` -->`;
const end = (name: string): string => `<!-- end of "${name}" -->`;

const between = (name: string): RegExp =>
  new RegExp(`<!-- generated section "${name}": [^>]*-->[^]*?<!-- end of "${name}" -->`, 'g');

/** The page with each section as it must be. A section without its place, or with two, is an error. */
export const withSections = (page: string, sections: Sections): string => {
  const named = [...page.matchAll(/<!-- generated section "([\w-]+)":/g)].map(([, name]) => name ?? '');
  for (const name of named)
    if (!(name in sections)) throw new Error(`nothing generates the section "${name}"`);
  return Object.entries(sections).reduce((text, [name, lines]) => {
    const places = [...text.matchAll(between(name))].length;
    if (places !== 1)
      throw new Error(`the section "${name}" has ${places} places in its page, and needs one`);
    const whole = [begin(name), '', ...lines(), '', end(name)].join('\n');
    return text.replace(between(name), () => whole);
  }, page);
};
