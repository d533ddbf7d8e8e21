// What tests log and add: invented people, agencies and words, each recognisable when it turns up where it must not.

import type { LightMyRequestResponse } from 'fastify';
import type { ApiUnderTest, Asking } from './apiUnderTest';

/** Every particular and free text holds one of these. */
export const CANARIES = {
  child: 'Canarychild Farrow',
  childAddress: '7 Canarystreet',
  childNotes: 'Canarynote of the child',
  referrer: 'Canaryreferrer Ashdown',
  referrerEmail: 'canaryreferrer@council.example',
  incident: 'Canaryincident as it was told',
  lateReason: 'Canarylate because of a fire',
  reason: 'Canaryreason for a correction',
  note: 'Canarynote of somebody',
  answer: 'Canaryanswer of an agency',
  instead: 'Canaryinstead of it',
  contact: 'Canarycontact Merrow',
  contactEmail: 'canarycontact@hospitals.example',
} as const;

export const referral = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  referrer: {
    name: CANARIES.referrer,
    organisation: 'Example City Council',
    email: CANARIES.referrerEmail,
  },
  receivedAt: '2026-03-30T16:20:00+01:00',
  nature: 'suspectedAbuseOrNeglect',
  incidentSummary: CANARIES.incident,
  agencies: ['AG-0001', 'AG-0002'],
  children: [
    {
      name: CANARIES.child,
      dateOfBirth: '2023-05-02',
      address: CANARIES.childAddress,
      notes: CANARIES.childNotes,
    },
  ],
  ...changes,
});

export const openCase = async (
  under: ApiUnderTest,
  changes: Readonly<Record<string, unknown>> = {},
  asking: Asking = {},
): Promise<string> => {
  const answer = await under.ask('POST', '/cases', { body: referral(changes), ...asking });
  if (answer.statusCode !== 201) throw new Error(`no case was opened: ${answer.body}`);
  return answer.json<{ reference: string }>().reference;
};

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly requestId: string;
  readonly errors?: readonly { readonly in: string; readonly pointer: string; readonly detail: string }[];
}

export const problemIn = (answer: LightMyRequestResponse): ProblemBody => {
  if (!(answer.headers['content-type'] ?? '').startsWith('application/problem+json'))
    throw new Error(`no problem: ${answer.statusCode} ${answer.body}`);
  return answer.json<ProblemBody>();
};
