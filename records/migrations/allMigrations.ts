// Every migration by name, in order. One that was released is never edited: the next number changes what it made.

import type { Migration } from 'kysely/migration';
import * as caseEvents from './0001-case-events';
import * as projections from './0002-projections';
import * as reservations from './0003-reservations';
import * as dossier from './0004-dossier';
import * as notices from './0005-notices';
import * as register from './0006-register';
import * as holidayLedger from './0007-holiday-ledger';
import * as diary from './0008-diary';
import * as contactLevel from './0009-contact-level';
import * as calendarChanges from './0010-calendar-changes';
import * as followedChanges from './0011-followed-changes';
import * as resealing from './0012-resealing';
import * as actsUnderWay from './0013-acts-under-way';
import * as caseKeyActs from './0014-case-key-acts';
import * as datesTold from './0015-dates-told';
import * as eventTexts from './0016-event-texts';
import * as actsGivenUp from './0017-acts-given-up';
import * as localDays from './0018-local-days';
import * as absorbedCases from './0019-absorbed-cases';
import * as contactsWithdrawn from './0020-contacts-withdrawn';
import * as casesNamed from './0021-cases-named';
import * as actsOnCase from './0022-acts-on-case';
import * as whatIsDueNext from './0023-what-is-due-next';

export const allMigrations: Readonly<Record<string, Migration>> = {
  '0001-case-events': caseEvents,
  '0002-projections': projections,
  '0003-reservations': reservations,
  '0004-dossier': dossier,
  '0005-notices': notices,
  '0006-register': register,
  '0007-holiday-ledger': holidayLedger,
  '0008-diary': diary,
  '0009-contact-level': contactLevel,
  '0010-calendar-changes': calendarChanges,
  '0011-followed-changes': followedChanges,
  '0012-resealing': resealing,
  '0013-acts-under-way': actsUnderWay,
  '0014-case-key-acts': caseKeyActs,
  '0015-dates-told': datesTold,
  '0016-event-texts': eventTexts,
  '0017-acts-given-up': actsGivenUp,
  '0018-local-days': localDays,
  '0019-absorbed-cases': absorbedCases,
  '0020-contacts-withdrawn': contactsWithdrawn,
  '0021-cases-named': casesNamed,
  '0022-acts-on-case': actsOnCase,
  '0023-what-is-due-next': whatIsDueNext,
};
