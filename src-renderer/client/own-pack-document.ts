import { applyOwnPack } from '#domain/own-pack/apply.ts';
import type { EditorEvent } from '#domain/own-pack/events.ts';
import { refuseOwnPackEvent } from '#domain/own-pack/refuse.ts';
import type { OwnPack } from '#domain/own-pack/state.ts';
import { client } from './client.ts';
import { createDocumentContext } from './document-context.tsx';

const named = ({ ownPack, standing }: Awaited<ReturnType<typeof client.packs.open>>) => ({ state: ownPack, standing });

/** The own pack open on the screen: `OwnPackDocument` around the screens, `useOwnPack` in them. */
export const { Provider: OwnPackDocument, useDocument: useOwnPack } = createDocumentContext<OwnPack, EditorEvent>(
  'pack',
  (packId) => ({
    get: () => client.packs.open({ packId }).then(named),
    record: (events, deedId) => client.packs.record({ packId, events: [...events], deedId }),
    undo: () => client.packs.undo({ packId }).then(named),
    redo: () => client.packs.redo({ packId }).then(named),
    refuse: refuseOwnPackEvent,
    apply: applyOwnPack,
  }),
);
