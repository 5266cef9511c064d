import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Log } from '#main/application/ports.ts';
import type { AppRouter } from '#main/application/router.ts';
import { answerFromBundle, commonHeaders } from '#main/hosting/bundle.ts';
import { contentPolicy } from '#main/hosting/content-policy.ts';
import { isApi, judge, type Refusal } from './guard.ts';

export type LoopbackOptions = {
  /** What the operations are answered by; asked anew with every page that is loaded. */
  readonly program: { router(): Promise<AppRouter> };
  /** The built screen. */
  readonly bundleDir: string;
  readonly log: Log;
  /** 0, the default, lets the operating system choose. */
  readonly port?: number;
  /** For the development loop, where the page must outlive a restart; made afresh by default. At least 128 bits. */
  readonly token?: string;
  /** Answers pages in place of the built screen: the development server. */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => void;
};

export type Loopback = {
  readonly port: number;
  /** Opens the program in a browser. The token is in the fragment, which browsers send to nobody. */
  readonly url: string;
  /** Takes no further request and ends those under way that have not answered after a moment. */
  close(): Promise<void>;
};

const handlerOf = (router: AppRouter) => new RPCHandler(router);
type Handler = ReturnType<typeof handlerOf>;

const API_PREFIX = '/api';
/** Names no file of any bundle. */
const NOWHERE = '/nowhere.none';

const sendRefusal = (response: ServerResponse, refusal: Refusal): void => {
  response.writeHead(refusal.status, {
    ...commonHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Security-Policy': contentPolicy({ kind: 'part' }),
    // The rest of the body is not worth reading.
    Connection: 'close',
  });
  // The shape in which the contract's client reads an error.
  const { code, status, message } = refusal;
  response.end(JSON.stringify({ json: { defined: false, code, status, message } }));
};

/**
 * Serves the program to an ordinary browser of this computer and to nobody else: bound to 127.0.0.1, guarded as `judge` says, without
 * CORS. Rejects when the port is taken.
 */
export const startLoopback = async ({
  program,
  bundleDir,
  log,
  port = 0,
  token = randomBytes(32).toString('base64url'),
  pages,
}: LoopbackOptions): Promise<Loopback> => {
  let ownPort = port;
  let operations: Promise<Handler> | null = null;
  const load = (): Promise<Handler> => (operations = program.router().then(handlerOf));

  const answerOperation = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', contentPolicy({ kind: 'part' }));
    const handler = await (operations ?? load());
    const { matched } = await handler.handle(request, response, { prefix: API_PREFIX, context: {} });
    if (!matched) response.writeHead(404).end();
  };

  const answerPage = async (pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page that is loaded again is a person's way to have what could not start tried again.
    if (pathname === '/') await load();
    if (pages !== undefined) {
      pages(request, response);
      return;
    }
    const answer = await answerFromBundle(bundleDir, pathname);
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // "//name/…" would be read as another host's address.
    const pathname = /^\/(?!\/)/.test(request.url ?? '')
      ? new URL(request.url ?? '', 'http://127.0.0.1').pathname
      : NOWHERE;
    const refusal = judge(
      { method: request.method ?? '', pathname, headers: request.headers },
      { port: ownPort, token },
    );
    if (refusal !== null) {
      log.warn('loopback request refused', { status: refusal.status, reason: refusal.message });
      sendRefusal(response, refusal);
      request.resume();
      return;
    }
    await (isApi(pathname) ? answerOperation(request, response) : answerPage(pathname, request, response));
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error('loopback request failed', error);
      if (!response.headersSent) response.writeHead(500, commonHeaders);
      response.end();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  ownPort = address.port;

  return {
    port: ownPort,
    url: `http://127.0.0.1:${ownPort}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), 2_000).unref();
      }),
  };
};
