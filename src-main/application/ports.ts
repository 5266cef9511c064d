import type { Preferences } from '#domain/contract/app.ts';

/** What the application asks of the host it runs in. Every host makes one of these and hands it to `createApplication`. */
export type ApplicationPorts = {
  /** The data folder, absolute; made if missing. One process at a time writes in it, whichever host it belongs to. */
  readonly dataDir: string;
  /** The folder `assets` that came with the program, absolute; read only, possibly inside an archive. */
  readonly assetsDir: string;
  /** The moment it is. */
  readonly clock: () => Date;
  /** A fresh name that nobody can guess and that never comes twice: lower-case hexadecimal and hyphens (a UUID). */
  readonly ids: () => string;
  readonly log: Log;
  readonly host: HostKind;
  /** The program's version, e.g. "0.1.0". */
  readonly version: string;
  readonly workers: WorkerScripts;
  /** Null where the operating system offers no protection of keys; a passphrase then keeps the vault. */
  readonly keyProtection: KeyProtection | null;
  readonly preferences: PreferencesPort;
  /** The folders a person has named to the host. */
  readonly folders: GrantedFolders;
  /** The large files a person has pointed at in the host; none where files come as portions. */
  readonly namedFiles: NamedFiles;
  /** The host's dialogs for what concerns whole folders; null where a person types paths and gets downloads instead. */
  readonly placeDialogs: PlaceDialogs | null;
  /** Large files for a person to save. */
  readonly keptFiles: KeptFiles;
};

/** Files the back end keeps, by ids: paths never reach a page. */
export type KeptFiles = {
  keep(path: string): string;
  /** The same for a file that is not the page's to have removed. */
  lend(path: string): string;
  pathOf(keptId: string): string | null;
  /** Answers with the path of a file that is now wanted by nobody; null where there is none, and for one that was lent. */
  release(keptId: string): string | null;
};

/** A person's own files, by ids: they are read where they lie. */
export type NamedFiles = {
  /** Answers with the id. */
  name(path: string): string;
  pathOf(incomingId: string): string | null;
  forget(incomingId: string): void;
};

/** Folders outside the data folder, by ids: paths stay in the hosts and the back end. */
export type GrantedFolders = {
  /** A person may type a path, for want of a dialog. */
  readonly typed: boolean;
  /** Names a folder that a person has pointed at; `folder` is what to call it on the screen. */
  grant(path: string): { readonly folderId: string; readonly folder: string };
  pathOf(folderId: string): string | null;
};

/** Asks a person for places on this computer. Null: cancelled. */
export type PlaceDialogs = {
  /** A folder for backups. */
  chooseFolder(): Promise<string | null>;
  /** Where to write one file of this name. */
  chooseNewFile(name: string): Promise<string | null>;
  /** One file to read; `endings` without the dot. */
  chooseFile(endings: readonly string[]): Promise<string | null>;
};

export type HostKind = 'electron' | 'loopback' | 'cli';

/** Where the scripts of the worker threads stand. Null: do the work in this thread (small command-line work, tests). */
export type WorkerScripts = {
  /** Makes, signs and checks papers. */
  readonly paper: URL | null;
  /** Derives keys from passphrases, seals and opens files. */
  readonly sealing: URL | null;
};

/** Keeps bytes so that only this user of this computer can read them. Both reject when the operating system refuses. */
export type KeyProtection = {
  protect(bytes: Uint8Array): Promise<Uint8Array>;
  unprotect(bytes: Uint8Array): Promise<Uint8Array>;
};

/** The preferences of this user on this computer. A damaged file reads as the defaults; it never stops the program. */
export type PreferencesPort = {
  get(): Preferences;
  /** Returns once the file has them; a failure to write is logged, not thrown: preferences are worth less than the work. */
  set(preferences: Preferences): void;
};

/**
 * The program's log. Never give it what a document says or who a person is; ids, codes, sizes and durations are fine.
 * `error` answers with the number under which the fault was logged, for the person to quote.
 */
export type Log = {
  info(message: string, values?: LogValues): void;
  warn(message: string, values?: LogValues): void;
  error(message: string, fault: unknown, values?: LogValues): string;
};

export type LogValues = Readonly<Record<string, string | number | boolean | null>>;
