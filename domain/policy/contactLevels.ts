// How the contacts of an agency stand to each other, for fail-over and escalation (R11, R13).

/** Who stands behind a contact of an agency, from the one who is asked first upwards. */
export const CONTACT_LEVELS = ['lead', 'deputy', 'senior', 'executive'] as const;
export type ContactLevel = (typeof CONTACT_LEVELS)[number];
