/**
 * The content security policy of both hosts, as a response header. Nothing is allowed but what the program itself ships: no inline script,
 * no eval, no address but our own. Style elements need the nonce that the page was given for this one load.
 */
export type PolicyOf =
  | { readonly kind: 'page'; readonly styleNonce: string }
  /** Scripts, styles, pictures … : as documents of their own they may do nothing. */
  | { readonly kind: 'part' }
  /** A worker has the policy of its own response; pdf.js decodes some pictures with WebAssembly. */
  | { readonly kind: 'worker' };

/** What the development server needs on top, never in a build: its own origin's socket and the inline preamble of hot reloading. */
export type DevelopmentOrigin = { readonly http: string; readonly socket: string };

const closed = [
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
];

/** The value of the `Content-Security-Policy` header. */
export const contentPolicy = (of: PolicyOf): string => {
  switch (of.kind) {
    case 'page':
      return [
        "default-src 'none'",
        "script-src 'self'",
        `style-src 'self' 'nonce-${of.styleNonce}'`,
        "font-src 'self'",
        "img-src 'self' blob: data:",
        "connect-src 'self'",
        "worker-src 'self'",
        ...closed,
      ].join('; ');
    case 'worker':
      return ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", ...closed].join('; ');
    case 'part':
      return ["default-src 'none'", ...closed].join('; ');
  }
};

/** The policy of a page that comes from Vite's development server; as close to the real one as hot reloading allows. */
export const developmentPolicy = (origin: DevelopmentOrigin): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' blob: data:",
    `connect-src 'self' ${origin.http} ${origin.socket}`,
    "worker-src 'self' blob:",
    ...closed,
  ].join('; ');
