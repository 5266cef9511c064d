import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { developmentPolicy } from '#main/hosting/content-policy.ts';
import { sourceRoot } from '#main/hosting/program-layout.ts';

export type Pages = {
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void;
  readonly vite: ViteDevServer;
};

/** Vite's development server behind a server of ours: the screen from its sources, reloading as they change. */
export const developmentPages = async (server: Server | null, port: number): Promise<Pages> => {
  const vite = await createServer({
    configFile: path.join(sourceRoot, '.config', 'vite.renderer.config.ts'),
    appType: 'spa',
    // Without a server of ours to share, the socket for reloading gets the next port.
    server: { middlewareMode: true, hmr: server === null ? { host: '127.0.0.1', port: port + 1 } : { server } },
  });
  const socketPort = server === null ? port + 1 : port;
  const policy = developmentPolicy({ http: `http://127.0.0.1:${port}`, socket: `ws://127.0.0.1:${socketPort}` });
  return {
    vite,
    answer: (request, response) => {
      response.setHeader('Content-Security-Policy', policy);
      vite.middlewares(request, response);
    },
  };
};
