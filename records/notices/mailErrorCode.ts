// What may be kept of a mail server's complaint: its code. The words around it may hold an address, and are dropped.

/** `550 5.1.1`, `450`, or a code of Node's such as `ECONNREFUSED`; everything else is `unclassified`. */
export const mailErrorCode = (error: string): string => {
  const smtp = /(?<![\d.@])([245]\d\d)(?:[ -](\d\.\d{1,3}\.\d{1,3}))?(?![\d.@])/.exec(error);
  if (smtp !== null) return [smtp[1], smtp[2]].filter((part) => part !== undefined).join(' ');
  const node = /\bE[A-Z]{2,20}\b/.exec(error);
  return node?.[0] ?? 'unclassified';
};
