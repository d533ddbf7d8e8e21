// Whether an address leads to nowhere but this machine: what is sent there is mailed to nobody beyond it, and overheard by nobody.

export const isThisMachine = (url: string): boolean => {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
};
