// What a case and its texts are called wherever the texts themselves must not be.

/** `RR-2026-0007`. */
export type CaseReference = string & { readonly __brand: 'CaseReference' };
/** The row of the dossier that holds a free text; the text itself never leaves the dossier. */
export type DossierRow = string & { readonly __brand: 'DossierRow' };
