import { ProblemError } from '#domain/contract/problems.ts';
import { displaySessionTitle } from '#domain/session/title.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { newPassphrase } from '#main/exchange/passphrase.ts';
import type { PassphraseCipher } from '#main/exchange/passphrase-cipher.ts';
import { exportSessionKeys, importSessionKeys } from '#main/exchange/protected-secret.ts';
import type { PaperPress } from '#main/services/paper-press.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';
import { recordIn } from '#main/services/sessions.ts';
import { standingOf } from '#main/services/standing.ts';
import type { Vault } from '#main/services/vault.ts';

export const keysMediaType = 'application/vnd.hoidong.keys';

export type KeyMoveDeps = {
  readonly archive: HoidongArchive;
  readonly keyring: SessionKeyring;
  readonly vault: Pick<Vault, 'state'>;
  readonly cipher: PassphraseCipher;
  readonly press: Pick<PaperPress, 'keySlip'>;
  readonly clock: () => Date;
};

const codeOf = (error: unknown): string | null => (error instanceof ProblemError ? error.code : null);

export const createKeyMoveService = ({
  archive,
  keyring,
  vault,
  cipher,
  press,
  clock,
}: KeyMoveDeps): Services['keys'] => ({
  export: async ({ sessionId }, options) => {
    archive.refuseUnlessWritable();
    const document = await archive.sessions.open(sessionId);
    if (!document.state.keys) throw new ProblemError('keys.noneYet');
    const keys = await keyring.get(document);
    const passphrase = newPassphrase();
    const exportedAt = clock().toISOString();
    const title = displaySessionTitle(document.state).vi;
    const bytes = await exportSessionKeys({ sessionId, sessionTitle: title, exportedAt, keys }, passphrase, {
      cipher,
      ...(options?.signal ? { signal: options.signal } : {}),
    });
    // Written down before the file leaves: an export nobody knows of is the worse mistake.
    await recordIn(document, [{ type: 'keys.exported' }], clock);
    const name = `khoa-${foldForFileName(title).slice(0, 60) || sessionId}.hdkhoa`;
    return {
      file: new File([new Uint8Array(bytes)], name, { type: keysMediaType }),
      passphrase,
      standing: standingOf(document),
    };
  },

  slip: async ({ sessionId, fileName, passphrase }) =>
    press.keySlip((await archive.sessions.open(sessionId)).state, { fileName, passphrase }),

  import: async ({ file, passphrase }, options) => {
    archive.refuseUnlessWritable();
    const { state } = await vault.state();
    // Keys can be sealed to a locked vault, but then nobody could say whether they are held already.
    if (state !== 'open') throw new ProblemError(state === 'absent' ? 'vault.absent' : 'vault.locked');
    const opened = await importSessionKeys(new Uint8Array(await file.arrayBuffer()), passphrase, {
      cipher,
      ...(options?.signal ? { signal: options.signal } : {}),
    });
    if (!opened.ok) {
      const { code, ...details } = opened.refusal;
      const known = ['wrongPassphrase', 'newerFormat', 'damaged'].includes(code);
      throw new ProblemError(known ? `keys.${code}` : 'keys.notAKeyFile', { fileName: file.name, ...details });
    }
    const { sessionId, sessionTitle, keys } = opened.value;
    if (!(await archive.sessions.has(sessionId)))
      throw new ProblemError('keys.sessionNotHere', { title: sessionTitle });
    const document = await archive.sessions.open(sessionId);
    const held = await keyring.find(sessionId).catch(() => null);
    if (held?.identity === keys.identity && held.signingKey === keys.signingKey)
      return { sessionId, outcome: 'unchanged' };
    await keyring.keep(document, keys);
    await recordIn(document, [{ type: 'keys.imported' }], clock);
    return { sessionId, outcome: 'taken' };
  },

  renew: async ({ sessionId, reason }) => {
    archive.refuseUnlessWritable();
    const document = await archive.sessions.open(sessionId);
    if (!document.state.keys) throw new ProblemError('keys.noneYet');
    const { state } = await vault.state();
    if (state !== 'open') throw new ProblemError(state === 'absent' ? 'vault.absent' : 'vault.locked');
    await keyring.renew(document, reason);
    return { standing: standingOf(document) };
  },

  standing: async ({ sessionId }) => {
    const document = await archive.sessions.open(sessionId);
    if (!document.state.keys) return { state: 'none' };
    try {
      await keyring.get(document);
      return { state: 'here' };
    } catch (error) {
      switch (codeOf(error)) {
        case 'session.keysLost':
          return { state: 'lost' };
        case 'session.keysElsewhere':
          return { state: 'elsewhere' };
        case 'vault.absent':
          // Keys lie here and no vault to open them: they came from another computer.
          return { state: 'elsewhere' };
        case 'vault.locked':
          return { state: 'locked' };
        default:
          throw error;
      }
    }
  },
});
