import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Largest body of an ordinary operation, in bytes: 16 MB. */
export const MAX_JSON_BYTES = 16_000_000;
/** Largest body of an operation that takes files: 300 MB of them and what surrounds them. */
export const MAX_FILES_BYTES = 304_000_000;

/** What is judged of a request, before a byte of its body is read. */
export type RequestFacts = {
  readonly method: string;
  readonly pathname: string;
  readonly headers: IncomingHttpHeaders;
};

/** Who may ask: the page that this very start of the server served. */
export type Allowed = { readonly port: number; readonly token: string };

export type Refusal = {
  readonly status: 401 | 403 | 405 | 411 | 413 | 415 | 421;
  readonly code: string;
  /** For a developer's eyes; the screen has its own words. */
  readonly message: string;
};

export const isApi = (pathname: string): boolean => pathname === '/api' || pathname.startsWith('/api/');

const refuse = (status: Refusal['status'], code: string, message: string): Refusal => ({ status, code, message });

const isToken = (header: string | undefined, token: string): boolean => {
  const given = Buffer.from(header ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
};

const bodyLimits: Readonly<Record<string, number>> = {
  'application/json': MAX_JSON_BYTES,
  'multipart/form-data': MAX_FILES_BYTES,
};

/**
 * Why a request is refused; null when it may go on. The name it came under stops rebinding of names, the origin and the fetch metadata stop
 * other pages of the same browser, the token stops other programs of the same computer.
 */
export const judge = ({ method, pathname, headers }: RequestFacts, { port, token }: Allowed): Refusal | null => {
  if (headers.host !== `127.0.0.1:${port}`) return refuse(421, 'MISDIRECTED_REQUEST', 'wrong host');
  if (!isApi(pathname)) {
    return method === 'GET' || method === 'HEAD' ? null : refuse(405, 'METHOD_NOT_SUPPORTED', 'pages are only read');
  }
  // Reading operations come by POST too: then nothing can be asked for by a link, a picture or a form.
  if (method !== 'POST') return refuse(405, 'METHOD_NOT_SUPPORTED', 'operations come by POST');
  if (headers.origin !== `http://127.0.0.1:${port}`) return refuse(403, 'FORBIDDEN', 'wrong origin');
  if (headers['sec-fetch-site'] !== 'same-origin') return refuse(403, 'FORBIDDEN', 'not from our page');
  if (!isToken(headers.authorization, token)) return refuse(401, 'UNAUTHORIZED', 'no valid token');
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const limit = bodyLimits[type];
  if (limit === undefined) return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'JSON or files');
  const length = headers['content-length'];
  if (length === undefined || !/^\d{1,15}$/.test(length)) return refuse(411, 'LENGTH_REQUIRED', 'how long is it?');
  if (Number(length) > limit) return refuse(413, 'PAYLOAD_TOO_LARGE', 'too large');
  return null;
};
