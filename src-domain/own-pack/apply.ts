import type { EventMeta } from '#domain/journal/document-kind.ts';
import { draftOf, replaceAt } from '#domain/regulation/edit-pack.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { settleMarks } from '#domain/regulation/settle-marks.ts';
import type { OwnPackEvent } from './events.ts';
import { latestOf, type OwnPack } from './state.ts';

const nothing: Pack = {
  format: 1,
  id: 'none',
  version: 1,
  title: '-',
  summary: '-',
  draft: false,
  template: true,
  basedOn: null,
  change: null,
  regime: 'any',
  documents: [],
  appliesTo: {
    approvedFrom: null,
    approvedTo: null,
    level: 'any',
    programmes: [],
    source: { document: null, clause: null, mark: 'unverified', note: null },
  },
  vocabulary: {
    identification: '-',
    selection: '-',
    acceptance: '-',
    appraisal: '-',
    inspection: '-',
    source: { document: null, clause: null, mark: 'unverified', note: null },
  },
  councils: [],
};

/** An own pack before its first event. */
export const emptyOwnPack: OwnPack = { id: 'none', createdAt: '', base: nothing, published: [], draft: null };

/** The own pack after one event; total, as every journal must replay whatever is checked one day. */
export const applyOwnPack = (own: OwnPack, event: OwnPackEvent, { at }: EventMeta): OwnPack => {
  switch (event.type) {
    case 'pack.copied': {
      const { id, base, title } = event;
      return { id, createdAt: at, base, published: [], draft: { ...draftOf(base, { id, at }), title } };
    }
    case 'draft.begun': {
      const latest = latestOf(own);
      return latest === null ? own : { ...own, draft: draftOf(latest, { id: own.id, at }) };
    }
    case 'draft.changed': {
      const changed = own.draft && replaceAt(own.draft, event.path, event.value);
      // What was recorded had been checked: see `refuseOwnPackEvent`.
      return changed?.ok === true ? { ...own, draft: settleMarks(changed.value as Pack, own.base) } : own;
    }
    case 'draft.discarded':
      return { ...own, draft: null };
    case 'pack.published':
      return { ...own, published: [...own.published, event.pack], draft: null };
  }
};
