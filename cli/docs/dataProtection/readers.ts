// Who sees what, by role, for docs/data-protection.md: from the table of permissions, which alone grants.

import { reachOf } from '../../../api/permissions/permissions';
import { READINGS, type Reading } from '../../../api/permissions/readings';
import { ROLES, type Role } from '../../../domain/rapidReview/asked';
import { code, table } from '../markdown';

const said = (role: Role, permission: Reading): string => {
  const reach = reachOf(role, permission);
  if (reach === undefined) return '-';
  return reach === 'all' ? 'all' : 'own agency';
};

export const readersSection = (): readonly string[] =>
  table(
    ['what can be seen', 'permission', ...ROLES.map(code)],
    (Object.entries(READINGS) as readonly (readonly [Reading, string])[]).map(([permission, says]) => [
      says,
      code(permission),
      ...ROLES.map((role) => said(role, permission)),
    ]),
  );
