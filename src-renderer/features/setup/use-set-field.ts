import { useCallback } from 'react';
import type { SessionField } from '#domain/session/events.ts';
import { useSession } from '../../client/session-document.ts';

/** `set('council.name')` gives the `onChange` of the field that holds it. */
export const useSetField = (): ((field: SessionField) => (value: string | null) => void) => {
  const { record } = useSession();
  return useCallback((field) => (value) => record({ type: 'field.set', field, value }, field), [record]);
};
