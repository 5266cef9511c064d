import { appContract, vaultContract } from '#domain/contract/app.ts';
import { documentsContract } from '#domain/contract/documents.ts';
import { incomingContract } from '#domain/contract/incoming.ts';
import { intakeContract, jobsContract, keysContract } from '#domain/contract/intake.ts';
import { mergesContract } from '#domain/contract/merges.ts';
import { packsContract } from '#domain/contract/packs.ts';
import { attachmentsContract, packagesContract, returnsContract, sessionsContract } from '#domain/contract/sessions.ts';
import { secretBallotsContract } from '#domain/contract/secret-ballots.ts';
import { signingContract } from '#domain/contract/signing.ts';
import { storageContract } from '#domain/contract/storage.ts';
import { workbooksContract } from '#domain/contract/workbooks.ts';

/** Every operation between the renderer and the back end, once. The hosts carry it; neither side knows which host it is in. */
export const contract = {
  app: appContract,
  vault: vaultContract,
  sessions: sessionsContract,
  attachments: attachmentsContract,
  packs: packsContract,
  packages: packagesContract,
  returns: returnsContract,
  incoming: incomingContract,
  intake: intakeContract,
  keys: keysContract,
  jobs: jobsContract,
  merges: mergesContract,
  secretBallots: secretBallotsContract,
  documents: documentsContract,
  signing: signingContract,
  workbooks: workbooksContract,
  storage: storageContract,
};
export type AppContract = typeof contract;
