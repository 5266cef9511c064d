import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startLoopbackHost } from '#main/loopback/host.ts';
import { MAX_FILES_BYTES, MAX_JSON_BYTES } from '#main/loopback/guard.ts';
import { startLoopback, type Loopback } from '#main/loopback/server.ts';
import { createProgram } from '#main/hosting/program.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';

type Answer = { readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: string };
type Asked = {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  /** Sends the request line as it is, without the client's own tidying. */
  readonly host?: string;
};

let folder: string;
let loopback: Loopback;
let token: string;

/** An operation as our own page asks for it; single headers can be changed or, with undefined, left out. */
const ask = ({
  method = 'POST',
  path: target = '/api/app/preferences',
  headers = {},
  body = '{}',
}: Asked = {}): Promise<Answer> => {
  const own = `127.0.0.1:${loopback.port}`;
  const all: Record<string, string | undefined> = {
    host: own,
    origin: `http://${own}`,
    'sec-fetch-site': 'same-origin',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers,
  };
  const sent = Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: loopback.port, method, path: target, headers: sent, setHost: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      },
    );
    request.on('error', reject);
    if (method === 'GET' || method === 'HEAD') request.end();
    else request.end(body);
  });
};

const page = (
  target: string,
  headers: Readonly<Record<string, string | undefined>> = {},
  method = 'GET',
): Promise<Answer> =>
  ask({
    method,
    path: target,
    headers: { 'content-length': undefined, 'content-type': undefined, authorization: undefined, ...headers },
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'hoidong-loopback-'));
  const bundleDir = path.join(folder, 'bundle', 'renderer');
  await mkdir(path.join(bundleDir, 'assets'), { recursive: true });
  await writeFile(path.join(bundleDir, 'index.html'), '<meta name="style-nonce" content="__STYLE_NONCE__">');
  await writeFile(path.join(bundleDir, 'assets', 'index.js'), 'export {};');
  await writeFile(path.join(bundleDir, 'assets', 'pdf.worker-1.mjs'), 'export {};');
  await writeFile(path.join(folder, 'bundle', 'secret.js'), 'outside');
  await mkdir(path.join(folder, 'bundle', 'renderer-sibling'));
  await writeFile(path.join(folder, 'bundle', 'renderer-sibling', 'secret.js'), 'outside');
  const ports = nodePorts('loopback', path.join(folder, 'data'), () => undefined);
  loopback = await startLoopback({ program: createProgram(ports), bundleDir, log: ports.log });
  token = new URL(loopback.url).hash.slice('#token='.length);
});

afterAll(async () => {
  await loopback.close();
  await rm(folder, { recursive: true, force: true });
});

describe('an operation over the loopback host', () => {
  test('is answered when our own page asks', async () => {
    const { status, body, headers } = await ask();
    expect(status).toBe(200);
    expect(body).toContain('"language":"vi"');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  test('is refused without a token, with another one, and with a longer one that begins alike', async () => {
    for (const authorization of [
      undefined,
      'Bearer ',
      `Bearer ${'A'.repeat(token.length)}`,
      `Bearer ${token}x`,
      token,
    ]) {
      expect((await ask({ headers: { authorization } })).status).toBe(401);
    }
  });

  test('is refused under any other name of this computer, as after a rebinding of names', async () => {
    for (const host of [
      'localhost',
      'evil.example',
      '127.0.0.1',
      `localhost:${loopback.port}`,
      `127.0.0.1:${loopback.port + 1}`,
      '',
    ]) {
      expect((await ask({ headers: { host } })).status).toBe(421);
    }
  });

  test('is refused to a page of another origin, of another port, and of none', async () => {
    for (const origin of [
      'http://evil.example',
      'null',
      `http://127.0.0.1:${loopback.port + 1}`,
      `http://localhost:${loopback.port}`,
      undefined,
    ]) {
      expect((await ask({ headers: { origin } })).status).toBe(403);
    }
  });

  test('is refused when the browser says that another site asks, or nothing', async () => {
    for (const site of ['cross-site', 'same-site', 'none', undefined]) {
      expect((await ask({ headers: { 'sec-fetch-site': site } })).status).toBe(403);
    }
  });

  test('is never answered to GET, nor granted to a preflight', async () => {
    expect((await ask({ method: 'GET', path: '/api/app/preferences?data=%7B%7D' })).status).toBe(405);
    const preflight = await ask({ method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } });
    expect(preflight.status).toBe(405);
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('takes JSON and files and nothing that a form could send', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
      expect((await ask({ headers: { 'content-type': type } })).status).toBe(415);
    }
  });

  test('is refused when the body is too large or does not say how large it is', async () => {
    const tooLong = { 'content-length': String(MAX_JSON_BYTES + 1) };
    const refused = await new Promise<number>((resolve, reject) => {
      const own = `127.0.0.1:${loopback.port}`;
      const request = http.request(
        {
          host: '127.0.0.1',
          port: loopback.port,
          method: 'POST',
          path: '/api/app/preferences',
          headers: {
            host: own,
            origin: `http://${own}`,
            'sec-fetch-site': 'same-origin',
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            ...tooLong,
          },
        },
        (response) => {
          resolve(response.statusCode ?? 0);
          request.destroy();
        },
      );
      request.on('error', reject);
      request.flushHeaders();
    });
    expect(refused).toBe(413);
    expect((await ask({ headers: { 'content-length': undefined, 'transfer-encoding': 'chunked' } })).status).toBe(411);
    expect(MAX_FILES_BYTES).toBeGreaterThanOrEqual(300_000_000);
  });

  test('that does not exist is not found', async () => {
    expect((await ask({ path: '/api/app/nothing' })).status).toBe(404);
    expect((await ask({ path: '/api' })).status).toBe(404);
    expect((await ask({ path: '/api/__proto__/constructor' })).status).toBe(404);
  });
});

describe('a page of the loopback host', () => {
  test('needs no token, and has a policy without inline scripts and a fresh nonce for its styles', async () => {
    const first = await page('/');
    const second = await page('/');
    const policy = String(first.headers['content-security-policy']);
    expect(first.status).toBe(200);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    const nonce = /'nonce-([\w-]{24})'/.exec(policy)?.[1];
    expect(first.body).toBe(`<meta name="style-nonce" content="${nonce}">`);
    expect(second.body).not.toBe(first.body);
    expect(first.headers['referrer-policy']).toBe('no-referrer');
    expect(first.headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  test('is answered with the first page when the address names no file, and with 404 when the file is missing', async () => {
    expect((await page('/sessions/abc')).body).toContain('style-nonce');
    expect((await page('/assets/missing.js')).status).toBe(404);
  });

  test('lets only a worker compile WebAssembly', async () => {
    expect((await page('/assets/pdf.worker-1.mjs')).headers['content-security-policy']).toContain("'wasm-unsafe-eval'");
    expect((await page('/assets/index.js')).headers['content-security-policy']).not.toContain('wasm');
    expect((await page('/assets/index.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  test('never leads out of the built screen', async () => {
    const ways = [
      '/../secret.js',
      '/..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/%2e%2e%2fsecret.js',
      '/assets/..%2f..%2fsecret.js',
      '/..%5csecret.js',
      '/../renderer-sibling/secret.js',
      '/..%2frenderer-sibling%2fsecret.js',
      '//secret.js',
      '/%00.js',
      '/%E0%A4%A',
      `/${encodeURIComponent(path.join(folder, 'bundle', 'secret.js'))}`,
    ];
    for (const way of ways) {
      const { status, body } = await page(way);
      expect({ way, status }).toEqual({ way, status: 404 });
      expect(body).not.toContain('outside');
    }
  });

  test('is refused under another name and to other methods', async () => {
    expect((await page('/', { host: 'evil.example' })).status).toBe(421);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) expect((await page('/', {}, method)).status).toBe(405);
  });
});

test('every start has a token of its own with at least 128 bits', async () => {
  const other = await startLoopbackHost({ dataDir: path.join(folder, 'other'), fallbackLog: () => undefined });
  const otherToken = new URL(other.url).hash.slice('#token='.length);
  await other.close();
  expect(otherToken).not.toBe(token);
  for (const each of [token, otherToken]) expect(Buffer.from(each, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
});

test('the loopback host listens on 127.0.0.1 and on nothing else', async () => {
  const others = Object.values(os.networkInterfaces()).flatMap((addresses) => addresses ?? []);
  for (const { address, family } of others) {
    if (address === '127.0.0.1') continue;
    const reached = await new Promise<boolean>((resolve) => {
      const request = http.get(
        { host: address, family: family === 'IPv6' ? 6 : 4, port: loopback.port, timeout: 2_000 },
        () => resolve(true),
      );
      request.on('error', () => resolve(false));
      request.on('timeout', () => request.destroy());
    });
    expect({ address, reached }).toEqual({ address, reached: false });
  }
});
