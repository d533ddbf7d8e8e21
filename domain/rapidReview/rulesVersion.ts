// The behaviour of the rules that new cases are opened under. It goes up when `decide` or the clock would answer
// an old command or an old moment otherwise; the older behaviour stays while an open case carries it.
//
// 2: the team hears of what has no date of its own (no meeting fixed, quorum at risk, the Panel silent): `clock/topics.ts`.
// 3: a case is not merged away once the Panel has its decision, or may have it: `ending/decide.ts`.
// 4: the team hears that a miss it had heard of is none; a miss that an extension left outlives an answer that is sent
//    back: `clock/heardOfMisses.ts`.

export const RULES_VERSION = 4;
