// The referral that tests log over HTTP where it does not matter what it says; without agencies where none are given.

export const referralOf = (agencies?: readonly string[]): object => ({
  referrer: { name: 'Rowan Ashdown', organisation: 'Example City Council' },
  nature: 'suspectedAbuseOrNeglect',
  incidentSummary: 'What is known so far.',
  agencies,
  children: [{ name: 'Kit Farrow' }],
});
