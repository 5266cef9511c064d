import { Decrypter, Encrypter } from 'age-encryption';

/** Locks a stream with a passphrase. The key is derived before the promise resolves, on this thread. */
export const lockWithPassphrase = (
  plain: ReadableStream<Uint8Array>,
  passphrase: string,
  workFactor: number,
): Promise<ReadableStream<Uint8Array>> => {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(workFactor);
  return encrypter.encrypt(plain);
};

/** Opens a stream with a passphrase; rejects if it is the wrong one. */
export const unlockWithPassphrase = (
  sealed: ReadableStream<Uint8Array>,
  passphrase: string,
): Promise<ReadableStream<Uint8Array>> => {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return decrypter.decrypt(sealed);
};
