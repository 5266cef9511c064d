import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '#domain/session/events.ts';
import { stalePackages } from '#main/services/stale-packages.ts';
import { makeSealedCouncil, type SealedCouncil } from '../../support/sealed-council.ts';
import { freshFolder, openWorkplace, removeFolder, type Workplace } from './workplace.ts';

let root: string;
let place: Workplace;
let council: SealedCouncil;

beforeEach(async () => {
  root = await freshFolder();
  place = await openWorkplace(join(root, 'data'));
  council = await makeSealedCouncil(place.archive, place.keyring, place.clock, { count: 2 });
});
afterEach(async () => {
  await place.close();
  await removeFolder(root);
});

const reasons = (): readonly string[] => stalePackages(council.document.state)['tv-1'] ?? [];
const record = (event: SessionEvent): Promise<unknown> => council.document.append(() => [event], 'test');
const dossier = () => {
  const found = council.document.state.dossiers['hs-1'];
  if (!found) throw new Error('the council has a dossier');
  return found;
};

describe('a package', () => {
  it('holds right after it is made, and while a conflict is only declared', async () => {
    expect(stalePackages(council.document.state)).toEqual({});
    await record({ type: 'conflict.set', memberId: 'tv-1', dossierId: 'hs-1', state: 'declared', reason: '' });
    expect(reasons()).toEqual([]);
  });

  it.each<[string, string, () => SessionEvent]>([
    [
      'a title is edited',
      'facts',
      () => ({ type: 'dossier.changed', dossierId: 'hs-1', changes: { title: 'Tên khác' } }),
    ],
    [
      'a principal is edited',
      'facts',
      () => ({ type: 'dossier.changed', dossierId: 'hs-1', changes: { principal: 'Phạm Thị D' } }),
    ],
    [
      'a product is added',
      'facts',
      () => ({
        type: 'dossier.changed',
        dossierId: 'hs-1',
        changes: { products: [{ id: 'sp', name: 'Máy sấy', group: 'I' }] },
      }),
    ],
    [
      'a file is added',
      'facts',
      () => ({
        type: 'attachment.added',
        dossierId: 'hs-1',
        attachment: {
          id: 'a',
          name: 'a.pdf',
          sha256: 'a'.repeat(64),
          size: 1,
          pages: 1,
          addedAt: '2026-11-23T09:00:00.000Z',
        },
      }),
    ],
    ['a dossier is added', 'dossiers', () => ({ type: 'dossier.added', dossier: { ...dossier(), id: 'hs-9' } })],
    ['a dossier is removed', 'dossiers', () => ({ type: 'dossier.removed', dossierId: 'hs-1' })],
    [
      'a conflict is confirmed',
      'dossiers',
      () => ({ type: 'conflict.set', memberId: 'tv-1', dossierId: 'hs-1', state: 'confirmed', reason: '' }),
    ],
    ['the keys are replaced', 'keys', () => ({ type: 'keys.renewed', recipient: 'age1x', signer: 'x', reason: 'mất' })],
  ])('no longer holds when %s', async (_what, reason, event) => {
    place.pass(60_000);
    await record(event());
    expect(reasons()).toContain(reason);
  });

  it('holds again when an edit is taken back', async () => {
    await record({ type: 'dossier.changed', dossierId: 'hs-1', changes: { title: 'Tên khác' } });
    await council.document.undo('test');
    expect(reasons()).toEqual([]);
  });

  it('no longer holds when another pack judges', async () => {
    const { pack } = council.document.state;
    if (!pack) throw new Error('the council has a pack');
    await record({ type: 'pack.chosen', pack: { ...pack, title: `${pack.title} (sửa)` }, reason: 'đổi' });
    expect(reasons()).toEqual(['form']);
  });
});
