import { isReservedName } from '#domain/exchange/fields.ts';
import type { ContainerDanger } from '#domain/exchange/refusal.ts';

const unsafeCharacter = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>:"|?*]/u;
const deepest = 2;

/** Why a container's entry must not be called this; null if it may. Whether the manifest lists it is asked later. */
export const nameDanger = (name: string): ContainerDanger | null => {
  if (/^(?:[/\\]|[a-zA-Z]:)/.test(name)) return 'absolutePath';
  const parts = name.split(/[/\\]/);
  if (parts.some((part) => part === '..' || part === '.')) return 'climbingPath';
  if (name.endsWith('/')) return 'notPlainFile';
  if (name.includes('\\') || unsafeCharacter.test(name) || parts.some((part) => part === '' || /^ |[ .]$/.test(part)))
    return 'unsafeName';
  if (parts.some(isReservedName)) return 'reservedName';
  if (parts.length > deepest) return 'tooDeep';
  return null;
};

/** Names that some file system takes for the same have the same key. */
export const collisionKey = (name: string): string => name.normalize('NFKC').toUpperCase().toLowerCase();
