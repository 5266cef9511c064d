/** What the screen needs of the desktop host's preload. */
type Bridge = {
  readonly port: MessagePort;
  onClosing(save: () => Promise<boolean>): void;
  deliver(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<readonly string[] | null>;
};

declare global {
  interface Window {
    /** Put there by the desktop host's preload; absent in an ordinary browser. */
    readonly hoidong?: Bridge;
  }
}

/** What the desktop host offers; undefined in an ordinary browser. The only place that asks which host this is. */
export const bridge: Bridge | undefined = window.hoidong;
