import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type MessagePortMain } from 'electron';
import type { z } from 'zod';
import type { Log } from '#main/application/ports.ts';
import type { IsOwn } from './own-address.ts';

/** Takes messages from our own page's main frame and from nobody else; registers every handler, so that none forgets to ask. */
export type Desk = {
  /** An operation with an answer. What doesn't fit the schema, or comes from elsewhere, rejects at the caller. */
  answer<Schema extends z.ZodType>(
    channel: string,
    schema: Schema,
    handle: (input: z.output<Schema>, sender: Electron.WebContents) => Promise<unknown>,
  ): void;
  /** A message without an answer; what comes from elsewhere is logged and dropped. */
  take<Schema extends z.ZodType>(
    channel: string,
    schema: Schema,
    handle: (input: z.output<Schema>, sender: Electron.WebContents) => void,
  ): void;
  /** A message that brings one port. */
  takePort(channel: string, handle: (port: MessagePortMain, sender: Electron.WebContents) => void): void;
};

export const createDesk = (isOwn: IsOwn, log: Log): Desk => {
  /** Frame getters answer null for a frame that is gone; they must be read at once. */
  const isTrusted = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === sender.mainFrame && isOwn(senderFrame.url);

  const drop = (channel: string): void => log.warn('message refused', { channel });

  return {
    answer: (channel, schema, handle) => {
      ipcMain.handle(channel, (event, input: unknown) => {
        if (!isTrusted(event)) {
          drop(channel);
          throw new Error('refused: not our page');
        }
        return handle(schema.parse(input), event.sender);
      });
    },
    take: (channel, schema, handle) => {
      ipcMain.on(channel, (event, input: unknown) => {
        const parsed = schema.safeParse(input);
        if (isTrusted(event) && parsed.success) handle(parsed.data, event.sender);
        else drop(channel);
      });
    },
    takePort: (channel, handle) => {
      ipcMain.on(channel, (event) => {
        const [port] = event.ports;
        if (isTrusted(event) && port !== undefined && event.ports.length === 1) handle(port, event.sender);
        else drop(channel);
      });
    },
  };
};
