// What particulars consist of: each part is written, and put right, by itself.

export const PARTS_OF_PARTICULARS = ['referrer', 'incident', 'children'] as const;
export type PartOfParticulars = (typeof PARTS_OF_PARTICULARS)[number];
