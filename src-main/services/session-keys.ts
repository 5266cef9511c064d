import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import { newSessionKeys, sessionKeysSchema, type SessionKeys } from '#main/exchange/keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import type { Vault } from '#main/services/vault.ts';

const keysFile = 'keys.age';

export type SessionKeysDeps = {
  readonly archive: HoidongArchive;
  readonly vault: Pick<Vault, 'seal' | 'open'>;
  readonly clock: () => Date;
};

/** The keys of each session, sealed to the vault beside the session's journal. */
export interface SessionKeyring {
  /** The session's keys. Throws `vault.locked`, or `session.keysLost` where the session has keys that are not on this computer. */
  get(document: SessionDocument): Promise<SessionKeys>;
  /** The same, made first where the session has none yet. */
  getOrMake(document: SessionDocument): Promise<SessionKeys>;
}

export const createSessionKeyring = ({ archive, vault, clock }: SessionKeysDeps): SessionKeyring => {
  const get = async (document: SessionDocument): Promise<SessionKeys> => {
    const sealed = await archive.sessions.files(document.id).read(keysFile);
    if (!sealed) throw new ProblemError('session.keysLost');
    const plain: unknown = JSON.parse(Buffer.from(await vault.open(sealed)).toString('utf8'));
    return sessionKeysSchema.parse(plain);
  };
  return {
    get,
    getOrMake: async (document) => {
      if (document.state.keys) return get(document);
      const keys = await newSessionKeys();
      // The private halves are on the disk before the journal says that there are keys: a crash between leaves a file nobody names.
      const sealed = await vault.seal(Buffer.from(JSON.stringify(keys), 'utf8'));
      await archive.sessions.files(document.id).put(keysFile, sealed);
      await recordIn(document, [{ type: 'keys.made', recipient: keys.recipient, signer: keys.secretaryKey }], clock);
      return keys;
    },
  };
};
