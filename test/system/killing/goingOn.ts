// How one of the lives goes on: answers in every state, records secured, a contact excluded, safety, a meeting on a coming
// working day arranged and moved, the Panel told, a duplicate, the case withdrawn and taken up again. The meeting itself,
// the decision and what follows from it need a day that may not be this one: they are told on a server that skips time.

import { civilDate, type CivilDate } from '../../../domain/calendar/civilDate';
import { londonInstant } from '../../../domain/calendar/londonTime';
import { addWorkingDays, workingCalendar } from '../../../domain/calendar/workingCalendar';
import { shippedSnapshot } from '../../../platform/holidays/shippedLists';
import { askingIn, daysAgo, londonDay, type Ask } from './act';

const calendar = workingCalendar(shippedSnapshot());
const SEATS = ['localAuthority', 'police', 'integratedCareBoard'] as const;

/** Of a case received so many days ago. */
const daysOf = (receivedDaysAgo: number) => {
  const received = civilDate(londonDay(daysAgo(receivedDaysAgo)));
  const workingDay = (n: number): CivilDate => addWorkingDays(calendar, received, n);
  return {
    workingDay,
    at: (n: number, hour: number): string =>
      new Date(londonInstant(calendar, workingDay(n), hour)).toISOString(),
  };
};

/** The sixth agency answers four times; the third is the wrong one and names the seventh. */
const answers = (name: string, agencies: readonly string[], receivedDaysAgo: number): readonly Ask[] => {
  const { at, corrected, texted } = askingIn(name);
  const [, , three = '', , , six = '', seven = ''] = agencies;
  const { workingDay } = daysOf(receivedDaysAgo);
  const [twoDaysAgo, yesterday] = [londonDay(daysAgo(2)), londonDay(daysAgo(1))];
  const answer = (agency: string, text: string, body: object): Ask =>
    texted(`/returns/${agency}`, 'content', text, body);
  return [
    texted('/agencies', 'note', 'Found in the records', { agency: six }),
    texted(`/scoping-requests/${six}/sent-another-way`, 'note', 'Handed over', {
      channel: 'paper',
      on: twoDaysAgo,
    }),
    texted(`/records-secured/${six}`, 'by', 'The records manager', {
      paper: true,
      electronic: true,
      locked: true,
    }),
    answer(six, 'The first half', { answer: 'partial', how: 'secureMail', on: yesterday }),
    answer(six, 'Both halves', { answer: 'full', how: 'secureMail', on: yesterday }),
    corrected(`/returns/${six}/2`, 'It lay in the wrong tray', { on: twoDaysAgo }),
    texted(`/returns/${six}/2/sent-back`, 'missing', 'The last year'),
    texted(`/returns/${six}/agreed-date`, 'reason', 'In an archive', { due: workingDay(13) }),
    answer(six, 'All of it', { answer: 'full', how: 'paper' }),
    at(`/returns/${six}/3/acceptance`, {}),
    answer(three, 'Never heard of them', { answer: 'wrongOrganisation', askInstead: { agency: seven } }),
    at('/agencies', { agency: seven }),
    (...told) =>
      texted(`/scoping-requests/${seven}/sent-another-way`, 'note', 'Rung up', {
        channel: 'telephone',
        on: londonDay(new Date()),
      })(...told),
  ];
};

/** A contact above those who are asked: no mail of this story is for them. */
const exclusion = (name: string, agencies: readonly string[]): readonly Ask[] => {
  const { texted } = askingIn(name);
  const hospital = [...agencies].sort()[3] ?? '';
  const contact = `${hospital}-C2`;
  return [
    texted('/excluded-contacts', 'reason', 'Worked with the family', { agency: hospital, contact }),
    texted(`/excluded-contacts/${contact}/readmission`, 'reason', 'Somebody of the same name'),
  ];
};

const concern = (name: string, number: number): readonly Ask[] => {
  const { texted } = askingIn(name);
  return [
    texted('/safety-concerns', 'concern', `Concern ${number}`, { noticeRead: true }),
    texted(`/safety-concerns/${number}/acknowledgement`, 'note', `In hand, ${number}`),
  ];
};

const meeting = (name: string, agencies: readonly string[], receivedDaysAgo: number): readonly Ask[] => {
  const { at, texted } = askingIn(name);
  const council = [...agencies].sort()[0] ?? '';
  const days = daysOf(receivedDaysAgo);
  return [
    at('/meeting', { startsAt: days.at(9, 10) }),
    at('/meeting/replies', { agency: council, reply: 'accepted' }),
    texted('/meeting/rearrangement', 'reason', 'The chair is ill', { startsAt: days.at(10, 14) }),
    texted('/meeting/cancellation', 'reason', 'No room'),
    at('/meeting', { startsAt: days.at(11, 10) }),
  ];
};

const panel = (name: string, receivedDaysAgo: number): readonly Ask[] => {
  const { at, texted } = askingIn(name);
  const expected = daysOf(receivedDaysAgo).workingDay(20);
  const [title, location] = [`Report (${name})`, `Folder 7 (${name})`];
  return [
    texted('/panel/contacts', 'note', 'It takes longer', {
      contact: 'willBeLate',
      expected,
      channel: 'mail',
    }),
    texted('/notification-reference', 'reference', 'CSPN-1'),
    at('/report', { title, location }, `${title}\n${location}`),
  ];
};

const duplicate = (name: string): readonly Ask[] => {
  const { texted } = askingIn(name);
  return [
    (reference, others) =>
      texted('/duplicates', 'note', 'The same street', { of: others[0] })(reference, others),
    (reference, others) =>
      texted(`/duplicates/${others[0] ?? ''}/settlement`, 'reason', 'Another child', { as: 'keptApart' })(
        reference,
        others,
      ),
  ];
};

const withdrawal = (name: string, agencies: readonly string[]): readonly Ask[] => {
  const { at, texted } = askingIn(name);
  const seven = agencies[6] ?? '';
  const reason = `An accident (${name})`;
  const agreedBy = SEATS.map((seat) => ({ seat, evidence: `Agreed for ${seat} (${name})` }));
  return [
    at('/withdrawal', { reason, agreedBy }, reason, ...agreedBy.map(({ evidence }) => evidence)),
    texted(`/returns/${seven}`, 'content', 'After the end', { answer: 'full', how: 'mail' }),
    ...concern(name, 2),
    texted('/withdrawal/undoing', 'reason', 'No accident after all'),
  ];
};

export const goingOn = (
  name: string,
  agencies: readonly string[],
  receivedDaysAgo: number,
): readonly Ask[] => [
  ...answers(name, agencies, receivedDaysAgo),
  ...exclusion(name, agencies),
  ...concern(name, 1),
  ...meeting(name, agencies, receivedDaysAgo),
  ...panel(name, receivedDaysAgo),
  ...duplicate(name),
  ...withdrawal(name, agencies),
];
