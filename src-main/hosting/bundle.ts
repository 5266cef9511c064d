import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentPolicy } from './content-policy.ts';

/** A part of the built screen as both hosts answer it. */
export type BundleAnswer =
  | { readonly status: 200; readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array<ArrayBuffer> }
  | {
      readonly status: 404;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Uint8Array<ArrayBuffer>;
    };

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.icc': 'application/octet-stream',
};

const NONCE_PLACE = '__STYLE_NONCE__';
const INDEX = 'index.html';

/** Sent with every answer of both hosts. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * Where in the bundle's folder an address leads; null when it leads outside, names nothing, or is written in a way no honest page writes.
 * `pathname` is the part of a parsed URL, still percent-encoded.
 */
export const bundleFile = (root: string, pathname: string): string | null => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':')) return null;
  // The dot keeps an absolute-looking pathname inside: path.resolve would else start again at the root of the disk.
  const file = path.resolve(root, `.${decoded}`);
  const inside = path.relative(root, file);
  if (inside === '' || inside.split(path.sep)[0] === '..' || path.isAbsolute(inside)) return null;
  return file;
};

const notFound: BundleAnswer = {
  status: 404,
  headers: {
    ...commonHeaders,
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Security-Policy': contentPolicy({ kind: 'part' }),
  },
  body: new TextEncoder().encode('404'),
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(String(error.code));

/**
 * Answers one GET of the built screen in `root`. A page gets a fresh nonce for its style elements; an address that names no file gets the
 * page too when it has no ending, since the screen routes by itself. Rejects only when the disk fails.
 */
export const answerFromBundle = async (root: string, pathname: string): Promise<BundleAnswer> => {
  const asked = pathname === '/' ? path.join(root, INDEX) : bundleFile(root, pathname);
  if (asked === null) return notFound;
  const file = path.extname(asked) === '' ? path.join(root, INDEX) : asked;
  const contentType = contentTypes[path.extname(file)];
  if (contentType === undefined) return notFound;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await readFile(file));
  } catch (error) {
    if (isMissing(error)) return notFound;
    throw error;
  }
  if (path.extname(file) === '.html') {
    const styleNonce = randomBytes(18).toString('base64url');
    const text = new TextDecoder().decode(bytes).replaceAll(NONCE_PLACE, styleNonce);
    return {
      status: 200,
      headers: {
        ...commonHeaders,
        'Content-Type': contentType,
        'Content-Security-Policy': contentPolicy({ kind: 'page', styleNonce }),
      },
      body: new TextEncoder().encode(text),
    };
  }
  // Vite gives a worker's file the name of its source; ours and pdf.js's have the word in it.
  const kind = /[.-]worker[.-]/.test(path.basename(file)) ? 'worker' : 'part';
  return {
    status: 200,
    headers: { ...commonHeaders, 'Content-Type': contentType, 'Content-Security-Policy': contentPolicy({ kind }) },
    body: bytes,
  };
};
