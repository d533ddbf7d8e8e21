// The fields in which an act on a meeting may say the same: one of each is given, or none, where it stays as it was.

/** A moment of its own, or a date of the sub-group's diary. */
export const AT_START: readonly string[] = ['/startsAt', '/diaryDate'];

/** Everybody who is to come, or others besides. */
export const INVITED: readonly string[] = ['/invitees', '/alsoInvite'];
