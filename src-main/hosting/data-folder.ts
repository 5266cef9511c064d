import os from 'node:os';
import path from 'node:path';

/**
 * Where a person's data stands unless they say otherwise: the operating system's place for applications, folder `HoiDong`. The same for every
 * host, so that the browser shows what the desktop window showed.
 */
export const defaultDataFolder = (
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string => {
  const home = os.homedir();
  switch (platform) {
    case 'win32':
      return path.join(environment['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'HoiDong');
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', 'HoiDong');
    default:
      return path.join(environment['XDG_CONFIG_HOME'] || path.join(home, '.config'), 'HoiDong');
  }
};
