import { randomBytes } from 'node:crypto';
import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { z } from 'zod';
import type { vaultStateSchema } from '#domain/contract/app.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { KeyProtection } from '#main/application/ports.ts';
import { chunksOfBytes, collectBytes } from '#main/exchange/byte-streams.ts';
import type { PassphraseCipher } from '#main/exchange/passphrase-cipher.ts';
import { makeSubfolder, replaceFile } from '#main/store/durable-file.ts';
import { isMissing, withProblems } from '#main/store/problems.ts';

const vaultFileSchema = z.strictObject({
  format: z.literal('hoidong-vault'),
  version: z.literal(1),
  protection: z.enum(['os', 'passphrase']),
  /** The age recipient secrets are sealed to; needs no unlocking. */
  recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  /** The matching identity: sealed by the operating system, or an age file locked with the passphrase; base64. */
  identity: z.base64(),
});
type VaultState = z.infer<typeof vaultStateSchema>;
type VaultFile = z.infer<typeof vaultFileSchema>;

/**
 * Keeps the private halves of all keys on this computer. Sealing a secret needs nothing; opening one needs the vault open: by the
 * operating system where it offers that, else by the person's passphrase, asked once while the program runs.
 */
export interface Vault {
  state(): Promise<VaultState>;
  /** Throws `vault.exists`, or `vault.needsPassphrase` where the operating system protects nothing and no passphrase is given. */
  create(passphrase: string | null): Promise<VaultState>;
  /** Throws `vault.absent`, `vault.wrongPassphrase` or `vault.osRefused`. */
  unlock(passphrase: string): Promise<VaultState>;
  /** Puts the vault file into the trash, under a name of its own; what was sealed to it stays closed. Nothing happens where there is none. */
  giveUp(): Promise<VaultState>;
  /** Throws `vault.absent` where no vault has been made yet. */
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** Throws `vault.absent`, `vault.locked`, or `vault.damaged` when the bytes are not of this vault. */
  open(sealed: Uint8Array): Promise<Uint8Array>;
}

export type VaultDeps = {
  readonly dataDir: string;
  readonly protection: KeyProtection | null;
  readonly cipher: PassphraseCipher;
  /** Throws when the data folder takes no changes. */
  readonly refuseUnlessWritable: () => void;
};

export const createVault = ({ dataDir, protection, cipher, refuseUnlessWritable }: VaultDeps): Vault => {
  const path = join(dataDir, 'vault.json');
  let identity: string | null = null;

  const read = async (): Promise<VaultFile | null> => {
    const text = await withProblems(path, () =>
      readFile(path, 'utf8').catch((error: unknown) => {
        if (isMissing(error)) return null;
        throw error;
      }),
    );
    if (text === null) return null;
    let plain: unknown;
    try {
      plain = JSON.parse(text);
    } catch {
      plain = null;
    }
    const parsed = vaultFileSchema.safeParse(plain);
    if (!parsed.success) throw new ProblemError('vault.damaged', { path });
    return parsed.data;
  };

  const held = async (): Promise<VaultFile> => {
    const vault = await read();
    if (!vault) throw new ProblemError('vault.absent');
    return vault;
  };

  const openByOs = async (vault: VaultFile): Promise<string | null> => {
    if (vault.protection !== 'os' || !protection) return null;
    return Buffer.from(await protection.unprotect(Buffer.from(vault.identity, 'base64'))).toString('utf8');
  };

  const state = async (): Promise<VaultState> => {
    const vault = await read();
    if (!vault) return { state: 'absent', protection: protection ? 'os' : 'passphrase' };
    identity ??= await openByOs(vault).catch(() => null);
    return { state: identity === null ? 'locked' : 'open', protection: vault.protection };
  };

  return {
    state,

    create: async (passphrase) => {
      refuseUnlessWritable();
      if (await read()) throw new ProblemError('vault.exists');
      if (passphrase === null && !protection) throw new ProblemError('vault.needsPassphrase');
      const made = await generateX25519Identity();
      const secret = Buffer.from(made, 'utf8');
      const sealed =
        passphrase === null && protection
          ? Buffer.from(await protection.protect(secret))
          : Buffer.from(
              await collectBytes(await cipher.encrypt(chunksOfBytes(secret), (passphrase ?? '').normalize('NFC'))),
            );
      const file: VaultFile = {
        format: 'hoidong-vault',
        version: 1,
        protection: passphrase === null ? 'os' : 'passphrase',
        recipient: await identityToRecipient(made),
        identity: sealed.toString('base64'),
      };
      await withProblems(path, () => replaceFile(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`)));
      identity = made;
      return state();
    },

    unlock: async (passphrase) => {
      const vault = await held();
      if (vault.protection === 'os') {
        identity = await openByOs(vault).catch(() => null);
        if (identity === null) throw new ProblemError('vault.osRefused');
        return state();
      }
      try {
        const plain = await cipher.decrypt(
          chunksOfBytes(Buffer.from(vault.identity, 'base64')),
          passphrase.normalize('NFC'),
        );
        identity = Buffer.from(await collectBytes(plain)).toString('utf8');
      } catch {
        throw new ProblemError('vault.wrongPassphrase');
      }
      return state();
    },

    giveUp: async () => {
      refuseUnlessWritable();
      const trash = join(dataDir, 'trash');
      await withProblems(path, async () => {
        await makeSubfolder(trash);
        // A damaged one is given up as well: nothing of it is read here.
        await rename(path, join(trash, `vault-${randomBytes(6).toString('hex')}.json`)).catch((error: unknown) => {
          if (!isMissing(error)) throw error;
        });
      });
      identity = null;
      return state();
    },

    seal: async (secret) => {
      const encrypter = new Encrypter();
      encrypter.addRecipient((await held()).recipient);
      return encrypter.encrypt(secret);
    },

    open: async (sealed) => {
      const { state: now } = await state();
      if (now === 'absent') throw new ProblemError('vault.absent');
      if (identity === null) throw new ProblemError('vault.locked');
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      try {
        return await decrypter.decrypt(sealed);
      } catch {
        throw new ProblemError('vault.damaged', { path });
      }
    },
  };
};
