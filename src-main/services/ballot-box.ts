import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { isBoxShut } from '#domain/session/secret-ballot.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import type { Vault } from '#main/services/vault.ts';
import { makeSubfolder, replaceFile, syncFolder } from '#main/store/durable-file.ts';
import { isMissing, withProblems } from '#main/store/problems.ts';

/** Files of up to this size are all as long as each other once they are in the box; longer ones go up by doubling. */
const leastSize = 65_536;
const lengthBytes = 4;

/** The bytes behind their length, filled up with zeros: how long a sealed file is must not say how much somebody wrote. */
const padded = (bytes: Uint8Array): Uint8Array => {
  let size = leastSize;
  while (size < bytes.length + lengthBytes) size *= 2;
  const whole = Buffer.alloc(size);
  whole.writeUInt32BE(bytes.length);
  whole.set(bytes, lengthBytes);
  return whole;
};

const unpadded = (whole: Uint8Array): Uint8Array =>
  whole.slice(lengthBytes, lengthBytes + Buffer.from(whole.buffer, whole.byteOffset, lengthBytes).readUInt32BE());

/**
 * The ballot boxes of secret votes: files sealed to a key that each box has for itself and that dies with the opening. The key rests sealed
 * to the vault outside the sessions' folders, so that no backup and no export ever holds it: once it is destroyed, the copies of sealed
 * files that these hold are unreadable for good. The other side of it: on another computer a box can't be opened, the files have to be put
 * in again.
 */
export interface BallotBoxes {
  /** Seals bytes into the box of a session, making the box where there is none. Throws `vault.locked`. */
  put(sessionId: string, name: string, bytes: Uint8Array): Promise<void>;
  /** What was put in under this name; null when it is not there or was sealed to a key that is gone. Throws `vault.locked`. */
  take(sessionId: string, name: string): Promise<Uint8Array | null>;
  /** Destroys the key, then removes the sealed files. Nothing happens where there is no box. */
  destroy(sessionId: string): Promise<void>;
}

export type BallotBoxDeps = {
  readonly archive: HoidongArchive;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly dataDir: string;
};

const prefix = 'box-';
/** The name of a sealed file; `name` is a digest or an id. */
const fileName = (name: string): string => `${prefix}${name.slice(0, 40)}.age`;

export const createBallotBoxes = ({ archive, vault, dataDir }: BallotBoxDeps): BallotBoxes => {
  const folder = join(dataDir, 'ballot-boxes');
  const keyPath = (sessionId: string): string => join(folder, `${sessionId}.age`);

  const identityOf = async (sessionId: string): Promise<string | null> => {
    const path = keyPath(sessionId);
    const sealed = await withProblems(path, () =>
      readFile(path).catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      }),
    );
    return sealed && Buffer.from(await vault.open(sealed)).toString('utf8');
  };

  const makeIdentity = async (sessionId: string): Promise<string> => {
    const made = await generateX25519Identity();
    const path = keyPath(sessionId);
    await withProblems(path, async () => {
      await makeSubfolder(folder);
      await replaceFile(path, await vault.seal(Buffer.from(made, 'utf8')));
    });
    return made;
  };

  return {
    put: async (sessionId, name, bytes) => {
      const identity = (await identityOf(sessionId)) ?? (await makeIdentity(sessionId));
      const encrypter = new Encrypter();
      encrypter.addRecipient(await identityToRecipient(identity));
      await archive.sessions.files(sessionId).put(fileName(name), await encrypter.encrypt(padded(bytes)));
    },

    take: async (sessionId, name) => {
      const [identity, sealed] = [
        await identityOf(sessionId),
        await archive.sessions.files(sessionId).read(fileName(name)),
      ];
      if (!identity || !sealed) return null;
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      try {
        return unpadded(await decrypter.decrypt(sealed));
      } catch {
        return null;
      }
    },

    destroy: async (sessionId) => {
      archive.refuseUnlessWritable();
      const path = keyPath(sessionId);
      await withProblems(path, async () => {
        await rm(path, { force: true });
        await syncFolder(folder).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
      });
      const files = archive.sessions.files(sessionId);
      for (const name of await files.list()) if (name.startsWith(prefix)) await files.remove(name);
    },
  };
};

/** Finishes what a crash may have cut off: destroys the key of every box whose opening is on the disk. */
export const sweepBallotBoxes = async (dataDir: string, archive: HoidongArchive, boxes: BallotBoxes): Promise<void> => {
  const names = await readdir(join(dataDir, 'ballot-boxes')).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  for (const name of names) {
    const sessionId = /^([a-z0-9][a-z0-9-]{0,63})\.age$/.exec(name)?.[1];
    if (sessionId === undefined || !(await archive.sessions.list()).some(({ id }) => id === sessionId)) continue;
    const document = await archive.sessions.open(sessionId);
    if (document.status.kind !== 'readOnly' && document.state.secretBallot.opened !== null)
      await boxes.destroy(sessionId);
  }
};

/** Members whose sealed files can't be opened on this computer: theirs may be put in again. */
export const lostSeats = async (
  { id, state }: Pick<SessionDocument, 'id' | 'state'>,
  boxes: Pick<BallotBoxes, 'take'>,
): Promise<ReadonlySet<string>> => {
  const lost = new Set<string>();
  if (!isBoxShut(state)) return lost;
  for (const [memberId, revisions] of Object.entries(state.secretBallot.returns)) {
    const last = revisions.at(-1);
    if (last && (await boxes.take(id, last.digest)) === null) lost.add(memberId);
  }
  return lost;
};
