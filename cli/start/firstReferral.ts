// The curl line that logs a first referral, of invented people. It is received when it is sent, so that it
// works on whatever day it is pasted; the local authority became aware when it was printed, so that the
// notification has a date. Its key is of that moment too: pasted again it changes nothing, and the line of another start logs another
// case. The API's own type of the body keeps it true.
import type { OpenCaseBody } from '../../api/cases/openCaseSchema';
import type { AgencyId } from '../../domain/timetable/facts';

export function firstReferral(
  apiUrl: string,
  token: string,
  agencies: readonly AgencyId[],
  now: Date,
): string {
  const body: OpenCaseBody = {
    referrer: {
      name: 'Rowan Ashdown',
      organisation: 'Example City Council',
      role: 'Head of Service',
      email: 'rowan.ashdown@council.example',
    },
    nature: 'suspectedAbuseOrNeglect',
    timestamps: { localAuthorityAware: now.toISOString() },
    incidentSummary: 'What is known of the incident so far, in a few sentences.',
    agencies: [...agencies],
    children: [{ name: 'Kit Farrow', dateOfBirth: '2023-05-02' }],
  };
  return [
    `curl -sS ${apiUrl}/cases \\`,
    `  -H 'Authorization: Bearer ${token}' \\`,
    `  -H 'Idempotency-Key: first-referral-${now.getTime()}' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(body)}'`,
  ].join('\n');
}
