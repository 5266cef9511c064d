import { formatDecimal } from '#domain/text/decimals.ts';

/** "340 KB", "1,8 MB": as the file manager of the same computer says it. */
export const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${formatDecimal(bytes / (1024 * 1024), { places: 1 })} MB`;
