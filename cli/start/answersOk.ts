// Whether somebody answers at an address with success: for whoever waits until a server is there.

export const answersOk = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
