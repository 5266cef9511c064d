/** The scheme and host under which the screen is served. */
export const SCHEME = 'app';
export const HOST = 'hoidong';
export const OWN_PAGE = `${SCHEME}://${HOST}/`;

/**
 * Says of an address whether it is the program's own. Parsed and compared part by part: `URL.origin` is null for own schemes, and
 * searching in the text would take "https://example.org/?app://hoidong/" for ours.
 */
export const ownAddress =
  (devOrigin: string | null) =>
  (address: string): boolean => {
    if (!URL.canParse(address)) return false;
    const { protocol, hostname, port, username, password, origin } = new URL(address);
    if (username !== '' || password !== '') return false;
    if (protocol === `${SCHEME}:`) return hostname === HOST && port === '';
    return devOrigin !== null && origin === devOrigin;
  };

export type IsOwn = ReturnType<typeof ownAddress>;
