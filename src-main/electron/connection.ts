import type { MessagePortMain, WebContents } from 'electron';
import { RPCHandler } from '@orpc/server/message-port';
import type { Log } from '#main/application/ports.ts';
import type { Program } from '#main/hosting/program.ts';
import { channels } from './channels.ts';
import type { Desk } from './sender.ts';

/**
 * Carries the contract over the port that each page brings when it has been loaded; a page that is loaded again brings another.
 *
 * @param onAnswered told of every operation that was answered without a failure.
 */
export const connectPages = (desk: Desk, program: Program, log: Log, onAnswered: () => void): void => {
  // Also keeps the ports from being collected as garbage.
  const ports = new WeakMap<WebContents, MessagePortMain>();
  desk.takePort(channels.connect, (port, page) => {
    ports.get(page)?.close();
    ports.set(page, port);
    const upgrade = async (): Promise<void> => {
      const handler = new RPCHandler(await program.router(), {
        interceptors: [
          async (call) => {
            const answer = await call.next();
            if (answer.matched && answer.response.status < 400) onAnswered();
            return answer;
          },
        ],
      });
      handler.upgrade(port);
      // What the page asked meanwhile waits in the port.
      port.start();
    };
    upgrade().catch((error: unknown) => void log.error('a page could not be connected', error));
  });
};
