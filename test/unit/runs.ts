// How often a property is tried. Mutation testing tries each a thousand times over: there a fifteenth is enough, and a
// mistake that the short tests and these miss counts as missed.

const SHARE = Number(process.env['SHARE_OF_RUNS'] ?? 1);

export const runs = (often: number): number => Math.max(4, Math.ceil(often * SHARE));
