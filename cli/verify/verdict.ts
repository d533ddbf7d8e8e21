// What a check comes to: the lines to show, and whether all was as it must be.

export interface Verdict {
  readonly lines: readonly string[];
  readonly sound: boolean;
}
