import { expect, test, vi } from 'vitest';
import type { DocumentSnapshot } from '../../../src-renderer/client/document-client.ts';
import { acquireDocument, onSavedLater, releaseDocument } from '../../../src-renderer/client/documents.ts';

const about = { kind: 'session', id: 's' } as const;

/** A document that is saved when the test says so. */
const held = (hasUnsaved: boolean) => {
  const listeners = new Set<() => void>();
  let saved: (value: boolean) => void = () => undefined;
  const document = {
    hasUnsaved,
    flush: () => (document.hasUnsaved ? new Promise<boolean>((resolve) => (saved = resolve)) : Promise.resolve(true)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: (): DocumentSnapshot<unknown> => ({ phase: 'loading' }),
  };
  const save = (): void => {
    document.hasUnsaved = false;
    saved(true);
    for (const listener of listeners) listener();
  };
  return { document, save };
};

test('a screen left before everything was saved lets lists be read again once it is, and only then', async () => {
  const told = vi.fn();
  const end = onSavedLater(told);
  const { document, save } = held(true);
  expect(acquireDocument(about, () => document)).toBe(document);
  releaseDocument(about);
  await Promise.resolve();
  expect(told).not.toHaveBeenCalled();
  save();
  await Promise.resolve();
  expect(told).toHaveBeenCalledOnce();

  const whole = held(false);
  acquireDocument(about, () => whole.document);
  releaseDocument(about);
  await Promise.resolve();
  await Promise.resolve();
  expect(told).toHaveBeenCalledOnce();
  end();
});
