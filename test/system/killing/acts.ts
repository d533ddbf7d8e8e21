// What is asked for while parts die: the lives of three cases, act by act, told one through the other by chance. What
// is asked for can always be granted, whatever the hour and the day, so that a refusal is a finding.

import { askingIn, daysAgo, londonDay, type Act, type Ask, type Life } from './act';
import type { Dice } from './dice';
import { goingOn } from './goingOn';

const referral = (name: string, agencies: readonly string[], receivedDaysAgo: number): Act => ({
  path: '/cases',
  body: {
    referrer: {
      name: `Referrer of ${name}`,
      organisation: 'Westmere City Council',
      email: 'referrer@agencies.example',
    },
    nature: 'suspectedAbuseOrNeglect',
    incidentSummary: `What happened in ${name}.`,
    children: [{ name: `Child of ${name}` }],
    timestamps: { incident: daysAgo(receivedDaysAgo + 3).toISOString() },
    agencies,
    ...(receivedDaysAgo > 0 && { receivedAt: daysAgo(receivedDaysAgo).toISOString() }),
    ...(receivedDaysAgo > 30 && { lateLoggingReason: `Found in a drawer (${name}).` }),
  },
  texts: receivedDaysAgo > 30 ? [`Found in a drawer (${name}).`] : [],
});

/** Five agencies, each asked in another way, and what can go wrong with asking. */
const beginning = (
  name: string,
  [one = '', two = '', three = '', four = '', five = '']: readonly string[],
  receivedDaysAgo: number,
): readonly Ask[] => {
  const { at, corrected, texted } = askingIn(name);
  const aware = daysAgo(receivedDaysAgo + 2).toISOString();
  const incident = daysAgo(receivedDaysAgo + 4).toISOString();
  return [
    () => referral(name, [one, two], receivedDaysAgo),
    texted('/agencies', 'note', 'Named by the school', { agency: three }),
    at('/scoping-requests', { agencies: [one, two] }),
    at('/timestamps', { timestamp: 'localAuthorityAware', at: aware }),
    (...told) =>
      texted(`/scoping-requests/${three}/sent-another-way`, 'note', 'Read out', {
        channel: 'telephone',
        // The day of the act itself: midnight may pass while the story is told.
        on: londonDay(new Date()),
      })(...told),
    corrected('/timestamps/incident', 'A day too late', { at: incident }),
    at('/agencies', { agency: four }),
    at('/scoping-requests', { agencies: [four] }),
    texted(`/scoping-requests/${one}/void`, 'reason', 'A colleague who left'),
    texted(`/scoping-requests/${two}/bounces`, 'note', 'Mailbox full', { contact: `${two}-C1` }),
    at('/scoping-requests', { agencies: [one, two] }),
    at('/agencies', { agency: five }),
    at('/scoping-requests', { agencies: [five] }),
  ];
};

const notified = askingIn('').at('/timestamps', {
  timestamp: 'notificationSent',
  at: daysAgo(1).toISOString(),
});

export const lives = (agencies: readonly string[], { shuffled }: Dice): readonly Life[] => {
  const life = (
    name: string,
    receivedDaysAgo: number,
    more: (of: readonly string[]) => readonly Ask[],
  ): Life => {
    const of = shuffled(agencies);
    return { name, acts: [...beginning(name, of, receivedDaysAgo), ...more(of), notified] };
  };
  const [second, third] = ['the second case', 'the third case'];
  return [
    life('the first case', 0, () => []),
    // Received so long ago that its misses are recorded, and its missed completion is mailed, as it opens.
    life(second, 40, () => [askingIn(second).texted('/lateness/completeLocal', 'reason', 'Logged late')]),
    life(third, 3, (of) => goingOn(third, of, 3)),
  ];
};

/** Which life goes on next, act by act; all of them begin before any goes on. */
export const interleaved = (told: readonly Life[], { shuffled }: Dice): readonly Life[] => [
  ...shuffled(told),
  ...shuffled(told.flatMap((life) => life.acts.slice(1).map(() => life))),
];
