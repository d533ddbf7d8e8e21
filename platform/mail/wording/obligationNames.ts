// What each obligation is called in a mail: to the agency that owes it, and to the team.

import type { ObligationName } from '../../../domain/policy/policyProfile';
import type { AgencyId, ObligationKey } from '../../../domain/timetable/facts';
import { sayList } from '../../../domain/timetable/explanation';
import { refOf } from '../../../domain/timetable/obligationKey';
import type { MailFacts } from './mailFacts';

/** Line breaks and the like in a name would break the mail's own lines. */
const inOneLine = (name: string): string => name.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();

/** `Riverbend Hospitals (AG-0003)`; the code alone where the register has no name any more. */
export const sayAgency = (agency: AgencyId, facts: MailFacts): string => {
  const name = agencyName(agency, facts);
  return name === undefined ? agency : `${name} (${agency})`;
};

export const agencyName = (agency: AgencyId, { agencyNames }: MailFacts): string | undefined => {
  const name = inOneLine(agencyNames.get(agency) ?? '');
  return name === '' ? undefined : name;
};

const TO_TEAM: Readonly<Record<ObligationName, (agency: string) => string>> = {
  notification: () => 'Notification to the national Panel by the local authority',
  scopingDispatch: (agency) => `Scoping request to ${agency}`,
  agencyReturn: (agency) => `Scoping template from ${agency}`,
  recordsSecured: (agency) => `Records secured by ${agency}`,
  meeting: () => 'Rapid Review meeting',
  completeLocal: () => 'Rapid Review complete, counted from the referral',
  completePanel: () => 'Rapid Review complete, counted from the notification to the national Panel',
  reconsideration: () => 'Decision confirmed or taken again, after the national Panel has disagreed',
};

export const sayObligation = (key: ObligationKey, facts: MailFacts): string => {
  const { obligation, agency } = refOf(key);
  return TO_TEAM[obligation](agency === undefined ? 'an agency' : sayAgency(agency, facts));
};

/** The same obligation of several agencies. */
export const sayObligationOfAll = (keys: readonly ObligationKey[], facts: MailFacts): string => {
  const agencies = keys.flatMap((key) => refOf(key).agency ?? []);
  const [obligation] = keys.map((key) => refOf(key).obligation);
  return obligation === undefined
    ? ''
    : TO_TEAM[obligation](sayList(agencies.map((agency) => sayAgency(agency, facts))));
};
