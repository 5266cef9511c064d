import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openHoidongArchive, type HoidongArchive } from '#main/application/archive.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { createBatches, type Batches } from '#main/services/intake/batches.ts';
import { createRememberedFolders, type RememberedFolders } from '#main/services/intake/remembered-folders.ts';
import { createWatchedFolders, type WatchedFolders } from '#main/services/intake/watched-folders.ts';
import { createJobs } from '#main/services/jobs.ts';
import { createBallotBoxes, type BallotBoxes } from '#main/services/ballot-box.ts';
import { createReturnsService } from '#main/services/returns.ts';
import type { Services } from '#main/application/services.ts';
import { createSessionKeyring, type SessionKeyring } from '#main/services/session-keys.ts';
import { createVault, type Vault } from '#main/services/vault.ts';

/** A secretary's back end on a folder of its own; time moves only when told to. */
export interface Workplace {
  readonly folder: string;
  readonly archive: HoidongArchive;
  readonly vault: Vault;
  readonly keyring: SessionKeyring;
  readonly batches: Batches;
  readonly watched: WatchedFolders;
  readonly boxes: BallotBoxes;
  readonly returns: Services['returns'];
  readonly clock: () => Date;
  /** Lets milliseconds pass. */
  readonly pass: (milliseconds: number) => void;
  readonly faults: readonly unknown[];
  readonly close: () => Promise<void>;
}

export const quickCipher = inProcessCipher(4);

let count = 0;
const ids = (): string => `id-${(count += 1)}`;

/** Opens a data folder; the same one again is the next start of the program. */
export const openWorkplace = async (folder: string, passphrase = 'mật khẩu kho khóa'): Promise<Workplace> => {
  let moment = Date.parse('2026-11-23T08:00:00Z');
  const clock = (): Date => new Date(moment);
  const archive = await openHoidongArchive(folder, { clock: () => clock().toISOString(), ids });
  const vault = createVault({
    dataDir: folder,
    protection: null,
    cipher: quickCipher,
    refuseUnlessWritable: () => archive.refuseUnlessWritable(),
  });
  if ((await vault.state()).state === 'absent') await vault.create(passphrase);
  const keyring = createSessionKeyring({ archive, vault, clock });
  const batches = createBatches({ archive, keyring, clock, ids });
  const faults: unknown[] = [];
  const remembered: RememberedFolders = createRememberedFolders(
    folder,
    () => true,
    (error) => faults.push(error),
  );
  const boxes = createBallotBoxes({ archive, vault, dataDir: folder });
  const watched = createWatchedFolders({
    archive,
    batches,
    boxes,
    remembered,
    clock,
    now: () => moment,
    byItself: false,
    onFault: (fault) => faults.push(fault),
  });
  return {
    folder,
    archive,
    vault,
    keyring,
    batches,
    watched,
    boxes,
    returns: createReturnsService({ archive, keyring, boxes, batches, jobs: createJobs(), clock, ids }),
    clock,
    pass: (milliseconds) => {
      moment += milliseconds;
    },
    faults,
    close: async () => {
      await watched.close();
      await archive.close();
    },
  };
};

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'hoidong-intake-'));
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
