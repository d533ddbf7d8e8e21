// How it is told that an agency owes nothing that could be reminded of or given another date: which of the things that can be so is
// so, and what there is to do. What it owes the rules decide; how it stands with it is looked up in `writing/saidBesides.ts`.

import { sayDate, type CivilDate } from '../../../domain/calendar/civilDate';
import type { AgencyId } from '../../../domain/timetable/facts';
import { askIt, recordOtherWay, sendAgain } from '../waysOfAsking';

export type WhyNothingOwed =
  | { readonly why: 'notAsked' | 'void' | 'onItsWay' | 'didNotGo' }
  | { readonly why: 'answered'; readonly on: CivilDate };

const again = (agency: AgencyId): string =>
  `Send it again (${sendAgain()}), or record that it went another way (${recordOtherWay(agency)}).`;

const cause = (agency: AgencyId, stands: WhyNothingOwed): readonly [because: string, then?: string] => {
  switch (stands.why) {
    case 'notAsked':
      return ['it was not asked yet', `To ask it, ${askIt(agency)}`];
    case 'void':
      return ['its request is void', again(agency)];
    case 'onItsWay':
      return [
        'its request is in the outgoing mail, and counts from the day on which the mail server takes it',
        'The notices of the case show whether it has (GET /cases/{reference}/notices): ask again then.',
      ];
    case 'didNotGo':
      return ['the mail with its request did not go', again(agency)];
    case 'answered':
      return [`it answered on ${sayDate(stands.on)}`];
  }
};

/** `stands`: nothing where the records could not be asked. */
export const sayNothingOwed = (agency: AgencyId, stands?: WhyNothingOwed): string => {
  const [because, then] = stands === undefined ? [] : cause(agency, stands);
  return [
    `${agency} owes nothing on this case at the moment, so there is nothing to remind it of${because === undefined ? '' : `: ${because}`}.`,
    ...(then === undefined ? [] : [then]),
  ].join(' ');
};

export const sayNoReturnDate = (agency: AgencyId, stands?: WhyNothingOwed): string => {
  const [because, then] =
    stands === undefined ? ['its request has not gone yet, or it has answered'] : cause(agency, stands);
  const afterwards =
    'one that was agreed before a late answer came, and is recorded only now, says so with its day (on)';
  const mayHaveAnswered = stands === undefined || stands.why === 'answered';
  return [
    `${agency} has no date for its return that could be moved: ${because}.`,
    ...(then === undefined ? [] : [then]),
    `A date is agreed while the answer is awaited${mayHaveAnswered ? `; ${afterwards}` : ''}.`,
  ].join(' ');
};
