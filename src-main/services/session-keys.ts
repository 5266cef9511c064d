import { identityToRecipient } from 'age-encryption';
import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import { newSessionKeys, sessionKeysSchema, signatureHolds, signBytes, type SessionKeys } from '#main/exchange/keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import type { Vault } from '#main/services/vault.ts';

const keysFile = 'keys.age';

export type SessionKeysDeps = {
  readonly archive: HoidongArchive;
  readonly vault: Pick<Vault, 'seal' | 'open' | 'state'>;
  readonly clock: () => Date;
};

/** The keys of each session, sealed to the vault beside the session's journal. */
export interface SessionKeyring {
  /**
   * The session's keys. Throws `vault.locked`, `session.keysLost` where the session has keys that are not on this computer, or
   * `session.keysElsewhere` where those that lie here were sealed by another computer's vault.
   */
  get(document: Pick<SessionDocument, 'id'>): Promise<SessionKeys>;
  /** The keys of the session of this name, null where none lie here. Throws as `get` does. */
  find(sessionId: string): Promise<SessionKeys | null>;
  /** The same, made first where the session has none yet. */
  getOrMake(document: SessionDocument): Promise<SessionKeys>;
  /** Makes others in the place of keys that are lost. Throws `keys.stillHere` where the old ones open here. */
  renew(document: SessionDocument, reason: string): Promise<void>;
  /** Keeps keys that came in a key file; they must be the session's own. Throws `keys.notThisSessions`. */
  keep(document: SessionDocument, keys: SessionKeys): Promise<void>;
}

/** Do the private halves belong to the public ones? */
const isWhole = async (keys: SessionKeys): Promise<boolean> => {
  const probe = Buffer.from('hoidong');
  return (
    (await identityToRecipient(keys.identity).catch(() => '')) === keys.recipient &&
    signatureHolds(probe, signBytes(probe, keys.signingKey, keys.secretaryKey), keys.secretaryKey)
  );
};

export const createSessionKeyring = ({ archive, vault, clock }: SessionKeysDeps): SessionKeyring => {
  const unsealed = async (sealed: Uint8Array): Promise<Uint8Array> => {
    try {
      return await vault.open(sealed);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'vault.damaged') throw error;
      // Says `vault.damaged` itself where the vault is; else it is these keys that are not of this vault.
      await vault.state();
      throw new ProblemError('session.keysElsewhere');
    }
  };

  const find = async (sessionId: string): Promise<SessionKeys | null> => {
    const sealed = await archive.sessions.files(sessionId).read(keysFile);
    if (!sealed) return null;
    const plain: unknown = JSON.parse(Buffer.from(await unsealed(sealed)).toString('utf8'));
    return sessionKeysSchema.parse(plain);
  };

  const get = async ({ id }: Pick<SessionDocument, 'id'>): Promise<SessionKeys> => {
    const keys = await find(id);
    if (!keys) throw new ProblemError('session.keysLost');
    return keys;
  };

  const put = async (sessionId: string, keys: SessionKeys): Promise<void> => {
    const sealed = await vault.seal(Buffer.from(JSON.stringify(keys), 'utf8'));
    await archive.sessions.files(sessionId).put(keysFile, sealed);
  };

  return {
    get,
    find,
    getOrMake: async (document) => {
      if (document.state.keys) return get(document);
      const keys = await newSessionKeys();
      // The private halves are on the disk before the journal says that there are keys: a crash between leaves a file nobody names.
      await put(document.id, keys);
      await recordIn(document, [{ type: 'keys.made', recipient: keys.recipient, signer: keys.secretaryKey }], clock);
      return keys;
    },
    renew: async (document, reason) => {
      const lost = await get(document).then(
        // A renewal that was cut short left keys that no package names.
        ({ recipient }) => recipient !== document.state.keys?.recipient,
        (error: unknown) => {
          if (error instanceof ProblemError && ['session.keysLost', 'session.keysElsewhere'].includes(error.code))
            return true;
          throw error;
        },
      );
      if (!lost) throw new ProblemError('keys.stillHere');
      const files = archive.sessions.files(document.id);
      // What lies here may yet be opened by the vault of another computer: it is moved to the trash and not written over.
      await files.remove(keysFile);
      const keys = await newSessionKeys();
      await put(document.id, keys);
      await recordIn(
        document,
        [{ type: 'keys.renewed', recipient: keys.recipient, signer: keys.secretaryKey, reason }],
        clock,
      );
    },
    keep: async (document, keys) => {
      const { recipient, signer } = document.state.keys ?? {};
      if (recipient !== keys.recipient || signer !== keys.secretaryKey || !(await isWhole(keys)))
        throw new ProblemError('keys.notThisSessions');
      await put(document.id, keys);
    },
  };
};
