import { z } from 'zod';
import { operation, problemSchema } from '#domain/contract/base.ts';

/** What the host the program runs in can do. The screen offers only what is here. */
export const capabilitiesSchema = z.strictObject({
  host: z.enum(['electron', 'loopback']),
  /** The secretary's key can be kept by the operating system; else a passphrase keeps it. */
  osKeyProtection: z.boolean(),
  /** How a person names a folder to be looked at: in the system's dialog, or by typing its path. */
  folders: z.enum(['dialog', 'typed']),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

export const preferencesSchema = z.strictObject({
  /** What this person mostly does; null until chosen at the first start. */
  role: z.enum(['secretary', 'member']).nullable(),
  language: z.enum(['vi', 'en']),
  textSize: z.enum(['normal', 'large', 'larger']),
  theme: z.enum(['light', 'dark', 'system']),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = { role: null, language: 'vi', textSize: 'normal', theme: 'light' };

export const appContract = {
  info: operation.output(
    z.strictObject({
      version: z.string(),
      capabilities: capabilitiesSchema,
      /** Where the data stands, for the person to read; never sent back. */
      dataFolder: z.string(),
      /** Null when changes are taken; else why not (another process holds the folder, a newer program made it, it can't be reached …). */
      readOnly: problemSchema.nullable(),
    }),
  ),
  preferences: operation.output(preferencesSchema),
  setPreferences: operation.input(preferencesSchema.partial()).output(preferencesSchema),
};

/** The vault keeps the private halves of the sessions' keys on this computer. */
export const vaultStateSchema = z.strictObject({
  state: z.enum(['absent', 'locked', 'open']),
  protection: z.enum(['os', 'passphrase']),
});

export const vaultContract = {
  state: operation.output(vaultStateSchema),
  /** Makes the vault; `passphrase` is null where the operating system protects it. */
  create: operation
    .input(z.strictObject({ passphrase: z.string().min(8).max(200).nullable() }))
    .output(vaultStateSchema),
  /** Its passphrase is forgotten: puts the vault into the bin of the data folder, so that another can be made. */
  giveUp: operation.output(vaultStateSchema),
  unlock: operation.input(z.strictObject({ passphrase: z.string().max(200) })).output(vaultStateSchema),
};
