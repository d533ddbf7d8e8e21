// What is asked for while parts die: the lives of three cases, act by act, told one through the other by chance. What
// is asked for can always be granted, so that a refusal is a finding.

import type { Answer } from '../caller';
import type { Dice } from './dice';

export interface Act {
  readonly path: string;
  readonly body: object;
  /** The free text that must be readable afterwards. */
  readonly text?: string;
}

export interface Life {
  readonly name: string;
  /** The first opens the case; the others are told its reference. */
  readonly acts: readonly ((reference: string) => Act)[];
}

/** An act that was granted. */
export interface Done {
  readonly life: string;
  readonly act: Act;
  readonly key: string;
  readonly tries: number;
  readonly answer: Answer;
}

const DAY = 86_400_000;
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);
const londonDay = (at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });

const referral = (name: string, agencies: readonly string[], receivedDaysAgo: number): Act => ({
  path: '/cases',
  body: {
    referrer: { name: `Referrer of ${name}`, organisation: 'Westmere City Council' },
    nature: 'suspectedAbuseOrNeglect',
    incidentSummary: `What happened in ${name}.`,
    children: [{ name: `Child of ${name}` }],
    timestamps: { incident: daysAgo(receivedDaysAgo + 3).toISOString() },
    agencies,
    ...(receivedDaysAgo > 0 && { receivedAt: daysAgo(receivedDaysAgo).toISOString() }),
    ...(receivedDaysAgo > 30 && { lateLoggingReason: `Found in a drawer (${name}).` }),
  },
  ...(receivedDaysAgo > 30 && { text: `Found in a drawer (${name}).` }),
});

const lifeOf = (name: string, agencies: readonly string[], receivedDaysAgo: number): Life => {
  const [one = '', two = '', three = '', four = '', five = ''] = agencies;
  const at = (path: string, body: object, text?: string) => (reference: string) => ({
    path: `/cases/${reference}${path}`,
    body,
    ...(text !== undefined && { text }),
  });
  const texted = (path: string, field: string, text: string, body: object = {}) =>
    at(path, { ...body, [field]: `${text} (${name})` }, `${text} (${name})`);
  const aware = daysAgo(receivedDaysAgo + 2).toISOString();
  const incident = daysAgo(receivedDaysAgo + 4).toISOString();
  return {
    name,
    acts: [
      () => referral(name, [one, two], receivedDaysAgo),
      texted('/agencies', 'note', 'Named by the school', { agency: three }),
      at('/scoping-requests', { agencies: [one, two] }),
      at('/timestamps', { timestamp: 'localAuthorityAware', at: aware }),
      (reference) =>
        texted(`/scoping-requests/${three}/sent-another-way`, 'note', 'Read out', {
          channel: 'telephone',
          // The day of the act itself: midnight may pass while the story is told.
          on: londonDay(new Date()),
        })(reference),
      texted('/timestamps/incident/corrections', 'reason', 'A day too late', { at: incident }),
      at('/agencies', { agency: four }),
      at('/scoping-requests', { agencies: [four] }),
      texted(`/scoping-requests/${one}/void`, 'reason', 'A colleague who left'),
      texted(`/scoping-requests/${two}/bounces`, 'note', 'Mailbox full', { contact: `${two}-C1` }),
      at('/scoping-requests', { agencies: [one, two] }),
      at('/timestamps', { timestamp: 'notificationSent', at: daysAgo(1).toISOString() }),
      at('/agencies', { agency: five }),
      at('/scoping-requests', { agencies: [five] }),
    ],
  };
};

export const lives = (agencies: readonly string[], { shuffled }: Dice): readonly Life[] => [
  lifeOf('the first case', shuffled(agencies), 0),
  // Received so long ago that its misses are recorded, and its missed completion is mailed, as it opens.
  lifeOf('the second case', shuffled(agencies), 40),
  lifeOf('the third case', shuffled(agencies), 3),
];

/** Which life goes on next, act by act. */
export const interleaved = (told: readonly Life[], { shuffled }: Dice): readonly Life[] =>
  shuffled(told.flatMap((life) => life.acts.map(() => life)));
