// The behaviour of the rules that new cases are opened under. It goes up when `decide` or the clock would answer
// an old command or an old moment otherwise; the older behaviour stays while an open case carries it.

export const RULES_VERSION = 1;
