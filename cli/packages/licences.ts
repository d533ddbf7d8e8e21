// Under which licences the packages of production come, and which of them are allowed. What a package does not say in the
// lock is said here, with where it stands.

import { code, table } from '../docs/markdown';
import { productionPackages, readLock, type ProductionPackage } from './productionPackages';

/** Each lets us use and pass on the program, and asks at most that its text and its authors are named. */
const ALLOWED: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // Data, not code: of browsers, and of holidays (Wikipedia). To be named where it is passed on.
  'CC-BY-3.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Unlicense',
];

const SAID_ELSEWHERE: readonly { readonly name: RegExp; readonly licence: string; readonly where: string }[] =
  [
    { name: /^unionfs$/, licence: 'Unlicense', where: 'its file LICENSE' },
    { name: /^@swc\/core-/, licence: 'Apache-2.0 AND MIT', where: 'the builds of it for other machines' },
  ];

const licenceOf = ({ name, license }: ProductionPackage): string | undefined =>
  license ?? SAID_ELSEWHERE.find((one) => one.name.test(name))?.licence;

/** `(MIT OR X) AND Y`: of what is joined by AND every part, of what is joined by OR one. */
export const isAllowed = (licence: string | undefined): boolean =>
  licence !== undefined &&
  licence
    .replaceAll(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => ALLOWED.includes(one.trim())));

export const notAllowed = (packages: readonly ProductionPackage[]): readonly string[] =>
  packages
    .filter((one) => !isAllowed(licenceOf(one)))
    .map((one) => `${one.name}@${one.version}: ${licenceOf(one) ?? 'says none'}`);

export const licencesPage = (): string => {
  const packages = productionPackages(readLock());
  const counted = Map.groupBy(packages, (one) => licenceOf(one) ?? 'says none');
  return [
    '# Licences',
    '',
    '<!-- Written by `npm run docs` from package-lock.json: change cli/packages/licences.ts, not this. -->',
    '',
    `The ${packages.length} packages that what is deployed can load, with those that they bring and their builds for every machine.`,
    'A licence that is not allowed, or a package that says none, fails `npm test -- architecture`. The same as a CycloneDX document:',
    '`npm run sbom`.',
    ...table(
      ['licence', 'packages'],
      [...counted]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([licence, all]) => [licence, String(all.length)]),
    ),
    ...SAID_ELSEWHERE.map(
      ({ name, licence, where }) =>
        `- ${code(name.source.replaceAll(/[\^$\\]/g, ''))}: ${licence}, as ${where} ${where.startsWith('its') ? 'says' : 'say'}; the lock does not.`,
    ),
    '',
    '## Package by package',
    ...table(
      ['package', 'version', 'licence'],
      packages.map((one) => [one.name, one.version, licenceOf(one) ?? 'says none']),
    ),
  ].join('\n');
};
