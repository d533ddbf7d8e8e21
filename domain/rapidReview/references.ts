// What a case and its texts are called wherever the texts themselves must not be.

/** `RR-2026-0007`. */
export type CaseReference = string & { readonly __brand: 'CaseReference' };
/** The row of the dossier that holds a free text; the text itself never leaves the dossier. */
export type DossierRow = string & { readonly __brand: 'DossierRow' };

/** Year and number of a reference, to be compared as such: `RR-2026-9999` comes before `RR-2026-10000`. */
export const numbersOf = (reference: CaseReference): readonly [year: number, number: number] => {
  const [, year, number] = reference.split('-');
  return [Number(year), Number(number)];
};

/** Whether a case was given its reference before another. */
export const isEarlierReference = (one: CaseReference, other: CaseReference): boolean => {
  const [year, number] = numbersOf(one);
  const [otherYear, otherNumber] = numbersOf(other);
  return year === otherYear ? number < otherNumber : year < otherYear;
};
