// What can be put into an SMTP envelope. Whether anybody reads mail there, only the server can tell.

// Plain ASCII: whatever else an address may hold, the mail servers of agencies do not take.
const SENDABLE = /^[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*$/;
const LONGEST = 254;

export const isSendable = (address: string): boolean => address.length <= LONGEST && SENDABLE.test(address);

/** `team@partnership.example` of `Rapid Review team <team@partnership.example>`. */
export const addressIn = (from: string): string => (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();

/** `Rapid Review team` of it; of a mere address, that. */
export const nameIn = (from: string): string =>
  from
    .replace(/"?\s*<[^<>]+>\s*$/, '')
    .replace(/^\s*"/, '')
    .trim() || addressIn(from);

/** The same, of a sender with whom mail can go. */
export const bareAddress = (from: string): string => {
  const address = addressIn(from);
  if (!isSendable(address)) throw new Error('the sender of mails is not a mail address');
  return address;
};

/** What two spellings of one address have in common: whoever reads the one reads the other (R13). */
export const mailboxOf = (address: string): string => address.trim().toLowerCase();
