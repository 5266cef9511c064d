import type { Rule } from './rule.ts';

/** What a page of ours may do beyond drawing; everything not listed is refused. Electron by itself would allow everything. */
const allowed: Readonly<Record<string, string>> = {
  'clipboard-sanitized-write': 'copying a passphrase or a code when its button is pressed',
};

export const refusePermissions: Rule = {
  session: (session, { isOwn, log }) => {
    const isAllowed = (permission: string, address: string): boolean =>
      Object.hasOwn(allowed, permission) && isOwn(address);
    session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) => {
      const granted = isAllowed(permission, requestingUrl);
      if (!granted) log.warn('permission refused', { permission });
      answer(granted);
    });
    session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
      // Origins come without the slash of an address.
      isAllowed(permission, requestingOrigin.endsWith('/') ? requestingOrigin : `${requestingOrigin}/`),
    );
  },
};
