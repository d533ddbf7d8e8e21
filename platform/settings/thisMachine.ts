// Whether a host is none but this machine: what is sent there is mailed to nobody beyond it, and overheard by nobody.

/** As whoever goes there has read it from an address; an IPv6 address with brackets or without. */
export const isThisMachine = (host: string): boolean =>
  ['localhost', '::1', '[::1]'].includes(host) || /^127(\.\d{1,3}){3}$/.test(host);
