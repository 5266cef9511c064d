import type { ClientContext } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { CONNECT_MESSAGE } from '#domain/contract/bridge.ts';
import { bridge } from './host.ts';

const TOKEN_KEY = 'hoidong.token';

/**
 * The loopback host's key. It comes in the address's fragment at the first load (`#token=…`), is taken out of the address at once, and
 * lives as long as the tab, so that reloading works and no other page of the browser sees it.
 */
const takeToken = (): string => {
  const match = /^#\/?token=([\w-]+)$/.exec(window.location.hash);
  if (match?.[1] !== undefined) {
    window.sessionStorage.setItem(TOKEN_KEY, match[1]);
    window.history.replaceState(null, '', `${window.location.pathname}#/`);
  }
  return window.sessionStorage.getItem(TOKEN_KEY) ?? '';
};

const overHttp = (): FetchLink<ClientContext> => {
  const token = takeToken();
  return new FetchLink({
    url: `${window.location.origin}/api`,
    headers: { authorization: `Bearer ${token}` },
    // A keystroke sent while the page is being left must still arrive; the browser allows that for small bodies only.
    fetch: (request, init) =>
      fetch(request, {
        ...init,
        keepalive: document.visibilityState === 'hidden' && request.headers.get('content-type') === 'application/json',
      }),
  });
};

/** Ports can't cross the preload's bridge; see CONNECT_MESSAGE. What is sent before the other side listens waits for it. */
const overPort = (): PortLink<ClientContext> => {
  const { port1, port2 } = new MessageChannel();
  window.postMessage(CONNECT_MESSAGE, window.location.origin, [port2]);
  port1.start();
  return new PortLink({ port: port1 });
};

/** Carries the contract: over the desktop host's port where there is one, else over HTTP to the loopback host. */
export const link = bridge === undefined ? overHttp() : overPort();
