import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import type { Router } from '@orpc/server';
import type { AppContract } from '#domain/contract/index.ts';
import type { Log } from '#main/application/ports.ts';
import { answerFromBundle, commonHeaders } from '#main/hosting/bundle.ts';
import { contentPolicy } from '#main/hosting/content-policy.ts';
import { isApi, judge, type Refusal } from './guard.ts';

export type LoopbackOptions = {
  readonly router: Router<AppContract, Record<never, never>>;
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

const API_PREFIX = '/api';

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
  router,
  bundleDir,
  log,
  port = 0,
  token = randomBytes(32).toString('base64url'),
  pages,
}: LoopbackOptions): Promise<Loopback> => {
  const operations = new RPCHandler(router);
  let ownPort = port;

  const answerOperation = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value);
    response.setHeader('Content-Security-Policy', contentPolicy({ kind: 'part' }));
    const { matched } = await operations.handle(request, response, { prefix: API_PREFIX, context: {} });
    if (!matched) response.writeHead(404).end();
  };

  const answerPage = async (pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (pages !== undefined) return pages(request, response);
    const answer = await answerFromBundle(bundleDir, pathname);
    response.writeHead(answer.status, { ...answer.headers, 'Content-Length': answer.body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pathname = URL.parse(request.url ?? '', `http://127.0.0.1:${ownPort}`)?.pathname ?? '/';
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
