import type { Problem } from '#domain/contract/base.ts';

/**
 * What the desktop host's preload puts on `window.hoidong`, and nothing else. Functions, never channels; values only.
 * In an ordinary browser it is absent: files come by a file input and leave as downloads.
 */
export type Bridge = {
  readonly host: 'electron';

  /** Asks for files with the system's dialog. Empty when the person cancelled. */
  chooseFiles(request: ChooseFiles): Promise<FilesChosen>;
  /** Asks for a folder to look at; null when the person cancelled. The page learns a name to show and an id for `intake.look`, no path. */
  chooseFolder(): Promise<FolderChosen | null>;
  /** Asks where to put one file, then writes it durably. */
  saveFile(name: string, bytes: Uint8Array): Promise<FilesSaved>;
  /** Asks once for a folder, then writes every file into it; a name already there gets a number, nothing is overwritten. */
  saveFiles(files: readonly OutgoingFile[]): Promise<FilesSaved>;
  /** Saves files that the back end keeps (`packages.make`), where the person says, without carrying them through the page. */
  saveKept(files: readonly { readonly keptId: string; readonly name: string }[]): Promise<FilesSaved>;
  /** Opens a PDF in the system's viewer, to read it there or print it. */
  print(name: string, bytes: Uint8Array): Promise<PrintOpened>;
  /**
   * Calls back with the files the program was started with or was given later by the system (a double click on a .hdgoi, a second
   * start), the ones that waited first; packages by name. Returns the function that ends it.
   */
  onFilesOpened(callback: (opened: FilesChosen) => void): () => void;
  /** Calls back when the menu asks for something. Returns the function that ends it. */
  onMenu(callback: (command: MenuCommand) => void): () => void;
  /**
   * Calls back when the window is about to close. The window closes once the callback's promise settles: `true` lets it close, `false`
   * keeps it open (something could not be saved, and the screen says so). One callback at a time. Returns the function that ends it.
   */
  onClosing(callback: () => Promise<boolean>): () => void;
  /** Closes the window as a person would: `onClosing` is asked again. */
  closeWindow(): void;
};

/** What a person asks for in the menu that the screen carries out. */
export type MenuCommand = 'text-larger' | 'text-smaller' | 'text-normal' | 'home' | 'storage';

export type ChooseFiles = {
  /** Accepted name endings without the dot, e.g. `['hdgoi']`; empty accepts everything. */
  readonly accept: readonly string[];
  readonly multiple: boolean;
  /** Which files are named and not carried: none, packages, or every one. */
  readonly byName: 'none' | 'packages' | 'all';
};

/** A file as it crosses the bridge; `new File([bytes], name)` makes of it what the contract takes. */
export type CarriedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
/** A large file that stays where it is: `workbooks.openPackage` and `attachments.add` take its id. `size`: bytes. */
export type NamedFile = { readonly name: string; readonly size: number; readonly incomingId: string };
export type IncomingFile = CarriedFile | NamedFile;
export type OutgoingFile = { readonly name: string; readonly bytes: Uint8Array };

export type FilesChosen =
  { readonly ok: true; readonly files: readonly IncomingFile[] } | { readonly ok: false; readonly problem: Problem };

export type FolderChosen = { readonly folderId: string; readonly folder: string };

export type FilesSaved =
  /** `place`: the folder or file that a person will find it under, to be shown. */
  | { readonly outcome: 'saved'; readonly place: string }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly problem: Problem };

export type PrintOpened = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/**
 * How the page gets the port that carries the contract. Ports can't be handed over through the bridge, so the page makes a channel and
 * posts one end to its own window; the preload passes it on:
 *
 *     const { port1, port2 } = new MessageChannel();
 *     window.postMessage(CONNECT_MESSAGE, window.location.origin, [port2]);
 *     port1.start();
 *
 * Messages posted before the other side listens wait for it. A page connects once; loading it again closes the earlier port.
 */
export const CONNECT_MESSAGE = 'hoidong:connect';

/** Most bytes that are carried of one file, and in one go of all the files chosen together: 300 MB. */
export const MAX_INCOMING_BYTES = 300_000_000;
