// Which seats of a meeting the team has heard are at risk, by the events alone: a second count, of each seat by itself. A mail that tells only
// of seats that it has heard of, and that nothing has covered since, tells nothing (R12, R14).

import type { AgencyId, ContactId } from '../../../../domain/timetable/facts';
import type { Invitee } from '../../../../domain/rapidReview/meeting/state';
import type { BriefingItem } from '../../../../domain/rapidReview/clock/events';
import type { Books } from './books';
import { demand } from './demand';

type Who = Pick<Invitee, 'agency' | 'contacts' | 'seat'>;

export class SeatsTold {
  private readonly told = new Set<string>();
  private readonly invited = new Map<number, readonly Who[]>();

  readonly books: Books = {
    MeetingArranged: ({ meeting, invitees }) => this.invited.set(meeting, invitees),
    MeetingRearranged: ({ meeting, was, startsAt, invitees }) => {
      this.invited.set(meeting, invitees);
      if (was !== startsAt) this.forget((seat) => seat.startsWith(`${meeting}/`));
      this.mayBeCovered(() => true);
    },
    InvitationAnswered: ({ agency, reply }) => {
      if (reply === 'accepted') this.mayBeCovered((one) => one.agency === agency);
    },
    ContactReadmitted: ({ agency, contact }) => this.readmitted(agency, contact),
    // An address from which mail came back may be one of those that are tried anew by it.
    ScopingRequested: ({ contacts, above = [] }) => {
      const triedAnew = [...contacts, ...above.map(({ contact }) => contact)];
      this.mayBeCovered((one) => one.contacts.some((contact) => triedAnew.includes(contact)));
    },
  };

  hears(item: BriefingItem): void {
    if (item.about !== 'quorumAtRisk') return;
    const seats = item.seats.map((seat) => `${item.meeting}/${seat}`);
    demand(
      'R12, R14: a seat that stays at risk is told once',
      seats.some((one) => !this.told.has(one)),
      item,
    );
    for (const seat of seats) this.told.add(seat);
  }

  private readmitted(agency: AgencyId, contact: ContactId): void {
    this.mayBeCovered((one) => one.agency === agency || one.contacts.includes(contact));
  }

  private mayBeCovered(by: (one: Who) => boolean): void {
    for (const [meeting, invitees] of this.invited)
      for (const { seat } of invitees.filter(by)) this.forget((one) => one === `${meeting}/${seat}`);
  }

  private forget(which: (seat: string) => boolean): void {
    for (const seat of this.told) if (which(seat)) this.told.delete(seat);
  }
}
