import { useState } from 'react';
import { client } from '../../client/client.ts';

export type OpenVault = {
  /** What the dialog must ask; null while nothing is asked. */
  readonly asking: 'create' | 'unlock' | null;
  readonly close: () => void;
  readonly opened: () => void;
  /** Runs `job` once the vault is open, asking first where a passphrase is needed. Rejects when the vault can't be looked at. */
  readonly withVault: (job: () => void) => Promise<void>;
};

/** Opens the key store before work that needs it. Where the operating system protects the keys nobody is asked anything. */
export const useOpenVault = (): OpenVault => {
  const [waiting, setWaiting] = useState<{ readonly asking: 'create' | 'unlock'; readonly job: () => void } | null>(
    null,
  );
  return {
    asking: waiting?.asking ?? null,
    close: () => setWaiting(null),
    opened: () => {
      waiting?.job();
      setWaiting(null);
    },
    withVault: async (job) => {
      const vault = await client.vault.state();
      if (vault.state === 'absent' && vault.protection === 'os') await client.vault.create({ passphrase: null });
      else if (vault.state !== 'open') {
        setWaiting({ asking: vault.state === 'absent' ? 'create' : 'unlock', job });
        return;
      }
      job();
    },
  };
};
