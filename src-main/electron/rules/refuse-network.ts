import { app } from 'electron';
import type { Rule } from './rule.ts';

/** Addresses that never leave the process: what a page made itself, and the developer tools' own. */
const local = new Set(['blob:', 'data:', 'devtools:']);

/** Switches that keep Chromium from asking anything by itself. To be set before the app is ready. */
export const silenceChromium = (devOrigin: string | null): void => {
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-proxy-server');
  // No name is ever looked up.
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    devOrigin === null ? 'MAP * ~NOTFOUND' : 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  );
};

/** The program has no network: whatever is not our own address is refused before it is sent. */
export const refuseNetwork: Rule = {
  session: (session, { isOwn, log }) => {
    session.webRequest.onBeforeRequest(({ url }, answer) => {
      const { protocol } = new URL(url);
      const cancel = !isOwn(url.replace(/^ws:/, 'http:')) && !local.has(protocol);
      if (cancel) log.warn('network refused', { protocol });
      answer({ cancel });
    });
    session.on('will-download', (event) => {
      event.preventDefault();
      log.warn('download refused');
    });
  },
  contents: (contents) => {
    // WebRTC would else send packets that no request handler sees.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  },
};
