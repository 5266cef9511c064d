import type { HoidongArchive } from '#main/application/archive.ts';
import type { ApplicationPorts } from '#main/application/ports.ts';
import type { Services } from '#main/application/services.ts';

/** Facts about the running program and the person's preferences. */
export const createAppService = (ports: ApplicationPorts, archive: HoidongArchive): Services['app'] => ({
  info: async () => ({
    version: ports.version,
    capabilities: {
      host: ports.host === 'electron' ? ('electron' as const) : ('loopback' as const),
      osKeyProtection: ports.keyProtection !== null,
      folders: ports.folders.typed ? ('typed' as const) : ('dialog' as const),
    },
    dataFolder: ports.dataDir,
    readOnly: archive.readOnly ?? (await archive.gone()),
  }),
  preferences: () => Promise.resolve(ports.preferences.get()),
  setPreferences: (changes) => {
    const defined = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const preferences = { ...ports.preferences.get(), ...defined };
    ports.preferences.set(preferences);
    return Promise.resolve(preferences);
  },
});
