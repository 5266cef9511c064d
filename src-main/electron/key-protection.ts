import { safeStorage } from 'electron';
import type { KeyProtection } from '#main/application/ports.ts';

/** Electron 45 marks these as deprecated in favour of asynchronous ones; Electron 33, where the tests run, has only these. */
type Storage = {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(bytes: Buffer): string;
  getSelectedStorageBackend(): string;
};
const storage: Storage = safeStorage;

/**
 * The operating system's protection of keys; null where there is none worth the name: on Linux without a keyring Electron would only
 * disguise the bytes. To be asked after the app is ready.
 */
export const systemKeyProtection = (): KeyProtection | null => {
  if (!storage.isEncryptionAvailable()) return null;
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()))
    return null;
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- a refusal of the system must reject, not throw
    protect: async (bytes) => new Uint8Array(storage.encryptString(Buffer.from(bytes).toString('base64'))),
    // eslint-disable-next-line @typescript-eslint/require-await -- the same
    unprotect: async (bytes) => new Uint8Array(Buffer.from(storage.decryptString(Buffer.from(bytes)), 'base64')),
  };
};
