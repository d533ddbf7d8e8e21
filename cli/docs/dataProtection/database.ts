// What the database holds, for docs/data-protection.md: from the classes in `records/holdings`. It classes nothing itself.

import { DOSSIER_TEXTS } from '../../../api/permissions/readings';
import { OPENING_PENDING_DAYS, PENDING_HOURS } from '../../../records/dossier/dossier';
import { COLUMN_CLASSES, STAYS, type ColumnClass, type Holding } from '../../../records/holdings/holding';
import { holdings } from '../../../records/holdings/holdings';
import { code, table } from '../markdown';

const stays = (holding: Holding<unknown>): string =>
  STAYS[holding.stays]
    .replace('{pendingHours}', String(PENDING_HOURS))
    .replace('{openingDays}', String(OPENING_PENDING_DAYS));

const columnsOf = ({ columns }: Holding<unknown>): Readonly<Record<string, ColumnClass>> => columns;

/** `sealed`: `a`, `b`; the gravest class first. */
const byClass = (holding: Holding<unknown>): string =>
  Object.keys(COLUMN_CLASSES)
    .map((name) => {
      const columns = Object.entries(columnsOf(holding)).filter(([, said]) => said === name);
      return { name, columns: columns.map(([column]) => code(column)) };
    })
    .filter(({ columns }) => columns.length > 0)
    .map(({ name, columns }) => `**${name}**: ${columns.join(', ')}`)
    .join('; ');

const tables = Object.entries(holdings) as readonly (readonly [string, Holding<unknown>])[];

export const databaseSection = (): readonly string[] => [
  '#### How columns are classed',
  ...table(['class', 'what it says, of whom'], Object.entries(COLUMN_CLASSES)),
  '#### Table by table',
  ...table(
    ['table', 'what it holds', 'why', 'how long', 'columns'],
    tables.map(([name, holding]) => [
      code(name),
      holding.holds,
      holding.why,
      stays(holding),
      byClass(holding),
    ]),
  ),
  'Beside these the database holds the two tables in which its migrations are noted.',
];

export const dossierSection = (): readonly string[] =>
  table(
    ['kind', 'what it holds', 'about', 'opened by'],
    Object.entries(DOSSIER_TEXTS).map(([kind, { holds, about, opens }]) => [
      code(kind),
      holds,
      about,
      code(opens),
    ]),
  );
