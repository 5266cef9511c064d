import { join } from 'node:path';
import type { AppRouter } from './router.ts';
import { createRouter } from './router.ts';
import type { ApplicationPorts, KeptFiles } from './ports.ts';
import type { Services } from './services.ts';
import { openHoidongArchive, type HoidongArchive } from './archive.ts';
import { buildOwnBallots } from '#domain/documents/build/own-ballots.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import { inProcessCipher, workerCipher } from '#main/exchange/passphrase-cipher.ts';
import { createAppService } from '#main/services/app.ts';
import { createAttachmentsService } from '#main/services/attachments.ts';
import { createDocumentsService } from '#main/services/documents.ts';
import { createBatches } from '#main/services/intake/batches.ts';
import { createIncoming } from '#main/services/incoming.ts';
import { createIntakeService } from '#main/services/intake/intake.ts';
import { createRememberedFolders } from '#main/services/intake/remembered-folders.ts';
import { createWatchedFolders } from '#main/services/intake/watched-folders.ts';
import { createJobs, createJobsService } from '#main/services/jobs.ts';
import { createKeyMoveService } from '#main/services/key-move.ts';
import { createMergesService } from '#main/services/merges.ts';
import { createPackagesService } from '#main/services/packages.ts';
import { createPackShelf, createPacksService } from '#main/services/packs.ts';
import { createPaperPress } from '#main/services/paper-press.ts';
import { createReturnsService } from '#main/services/returns.ts';
import { createSampleLoader } from '#main/services/sample-session.ts';
import { createBallotBoxes, sweepBallotBoxes } from '#main/services/ballot-box.ts';
import { createSecretBallotsService } from '#main/services/secret-ballots.ts';
import { createSessionKeyring } from '#main/services/session-keys.ts';
import { createSigningService } from '#main/services/signing.ts';
import { createSessionsService } from '#main/services/sessions.ts';
import { createVault } from '#main/services/vault.ts';
import { createWorkbooksService } from '#main/services/workbooks.ts';
import { createBackupKeeper } from '#main/services/backup-keeper.ts';
import { createStorageService } from '#main/services/storage.ts';
import { createNoticeBoard } from './notice-board.ts';
import type { Problem } from '#domain/contract/base.ts';

/** The running back end, the same in every host. */
export interface Application {
  /** The contract's operations as oRPC carries them. */
  readonly router: AppRouter;
  /** The same operations called directly, for the command line. */
  readonly services: Services;
  readonly archive: HoidongArchive;
  /** Large files the services have made, until they are saved: a host's own affair. */
  readonly keptFiles: KeptFiles;
  /** Waits for what is still being written and lets go of the data folder. */
  close(): Promise<void>;
}

export type ApplicationOptions = {
  /** Write nothing; for a second process beside the one that holds the folder. */
  readonly readOnly?: boolean;
  /** Why it is read-only where nobody wished it: told with every document. */
  readonly because?: Problem | undefined;
  /** Write although another computer left the folder open (`store.lockedElsewhere`): a person said so. */
  readonly takeOver?: boolean;
  /** Called when a person says so; the host then opens the folder for writing at the next loading of the page. */
  readonly onTakeOver?: (() => void) | undefined;
};

/**
 * Puts the back end together. Throws a `ProblemError` where the data folder can't be used (`store.locked`, `store.notPermitted`, …): the host
 * shows it as a screen of its own.
 */
export const createApplication = async (
  ports: ApplicationPorts,
  { readOnly = false, because, takeOver = false, onTakeOver }: ApplicationOptions = {},
): Promise<Application> => {
  const { dataDir, assetsDir, ids, log, workers } = ports;
  const clock = (): Date => ports.clock();
  const notices = createNoticeBoard(() => clock().toISOString());
  const archive = await openHoidongArchive(dataDir, {
    clock: () => clock().toISOString(),
    ids,
    notice: (problem) => {
      log.warn(problem.code, problem.details);
      notices.post(problem);
    },
    readOnly,
    because,
    takeOver,
  });
  const cipher = workers.sealing ? workerCipher(workers.sealing) : inProcessCipher();
  const works = createPaperWorks({ workerUrl: workers.paper, fontsDir: join(assetsDir, 'fonts') });
  const packs = createPackShelf(join(assetsDir, 'regulations'), (fileName) =>
    log.warn('regulation pack refused', { fileName }),
  );
  const vault = createVault({
    dataDir,
    protection: ports.keyProtection,
    cipher,
    refuseUnlessWritable: () => archive.refuseUnlessWritable(),
  });
  const keyring = createSessionKeyring({ archive, vault, clock });
  const boxes = createBallotBoxes({ archive, vault, dataDir });
  if (archive.readOnly === null)
    await sweepBallotBoxes(dataDir, archive, boxes).catch(
      (error: unknown) => void log.error('ballot boxes not swept', error),
    );
  const press = createPaperPress({ works });
  const jobs = createJobs();
  const incoming = createIncoming({ archive, namedFiles: ports.namedFiles, ids });
  const batches = createBatches({ archive, keyring, clock, ids });
  const watched = createWatchedFolders({
    archive,
    batches,
    boxes,
    remembered: createRememberedFolders(
      dataDir,
      () => archive.readOnly === null,
      (error) => void log.error('the folders looked at could not be remembered', error),
    ),
    clock,
    onFault: (fault) => void log.error('a folder could not be looked at', fault),
  });
  const sample = createSampleLoader({ folder: join(assetsDir, 'samples', 'nscl-2026'), clock });

  const keeper = createBackupKeeper({
    archive,
    clock,
    onProblem: (place, { code, details }) => {
      log.warn('backup not made', { code, place });
      notices.post(
        code === 'store.notBackedUp' ? { code, details } : { code: 'store.backupNotMade', details: { code } },
      );
    },
    onTidied: (removed) => log.info('attachments that nothing names were removed', { removed }),
    onNotTidied: ({ code }) => log.warn('attachments were not looked through', { code }),
  });
  // A command of the command line is over before a backup would be due.
  const stopBackups = archive.readOnly === null && ports.host !== 'cli' ? keeper.start() : () => Promise.resolve();

  const services: Services = {
    app: createAppService(ports, archive),
    vault: {
      state: () => vault.state(),
      create: ({ passphrase }) => vault.create(passphrase),
      unlock: ({ passphrase }) => vault.unlock(passphrase),
      giveUp: () => vault.giveUp(),
    },
    sessions: createSessionsService({ archive, packs, sample, clock, ids }),
    attachments: createAttachmentsService({ archive, incoming, keptFiles: ports.keptFiles, clock, ids }),
    packs: createPacksService({ archive, shelf: packs, clock, ids }),
    packages: createPackagesService({ archive, keyring, cipher, press, jobs, keptFiles: ports.keptFiles, clock, ids }),
    returns: createReturnsService({ archive, keyring, boxes, batches, jobs, clock, ids }),
    secretBallots: createSecretBallotsService({ archive, keyring, boxes, batches, clock, ids }),
    incoming: incoming.service,
    intake: createIntakeService({ archive, keyring, boxes, batches, folders: ports.folders, watched }),
    keys: createKeyMoveService({ archive, keyring, vault, cipher, press, clock }),
    jobs: createJobsService(jobs),
    merges: createMergesService({ archive, clock, ids }),
    documents: createDocumentsService({ archive, press, clock }),
    signing: createSigningService({ archive, works, clock, ids }),
    workbooks: createWorkbooksService({
      archive,
      cipher,
      keyProtection: ports.keyProtection,
      jobs,
      incoming,
      keptFiles: ports.keptFiles,
      print: (workbook, signal) => works.render(buildOwnBallots(workbook), { createdAt: workbook.openedAt }, signal),
      clock,
      ids,
    }),
    storage: createStorageService({
      archive,
      keeper,
      notices,
      dialogs: ports.placeDialogs,
      incoming,
      keys: async () => {
        const { state, protection } = await vault.state();
        return state === 'absent' ? 'none' : protection;
      },
      takeOver: archive.readOnly?.code === 'store.lockedElsewhere' ? (onTakeOver ?? null) : null,
      clock,
      ids,
    }),
  };
  return {
    router: createRouter(services, (operation, fault) => void log.error('operation failed', fault, { operation })),
    services,
    archive,
    keptFiles: ports.keptFiles,
    close: async () => {
      await watched.close();
      await stopBackups();
      await works.close();
      await archive.close();
    },
  };
};
