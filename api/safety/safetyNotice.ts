// What whoever raises a concern for a child's immediate safety is told first (R23).

export const SAFETY_NOTICE =
  "This is neither an emergency service nor a referral. If a child is in danger now, ring 999; for any other concern for a child's safety, ring the children's services front door.";
