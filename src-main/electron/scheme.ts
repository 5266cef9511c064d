import { protocol, type Session } from 'electron';
import type { Log } from '#main/application/ports.ts';
import { answerFromBundle, commonHeaders } from '#main/hosting/bundle.ts';
import { HOST, SCHEME } from './own-address.ts';

/** Makes app:// an address like others: with an origin, secure, with fetch. To be called once, before the app is ready. */
export const registerScheme = (): void => {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
};

const refused = (status: number): Response => new Response(null, { status, headers: commonHeaders });

/** Answers app://hoidong/… from the built screen: GET only, this one host only. */
export const serveScheme = (session: Session, bundleDir: string, log: Log): void => {
  session.protocol.handle(SCHEME, async (request) => {
    const { hostname, pathname } = new URL(request.url);
    if (hostname !== HOST) return refused(403);
    if (request.method !== 'GET') return refused(405);
    try {
      const { status, headers, body } = await answerFromBundle(bundleDir, pathname);
      return new Response(body, { status, headers });
    } catch (error) {
      log.error('a part of the screen could not be read', error);
      return refused(500);
    }
  });
};
