import type { Problem } from '#domain/contract/base.ts';
import { changeDraft } from '#domain/regulation/edit-pack.ts';
import type { OwnPackEvent } from './events.ts';
import { latestOf, type OwnPack } from './state.ts';

const no = (code: string, details: Problem['details'] = {}): Problem => ({ code: `pack.${code}`, details });

/** Says why an event may not be recorded as things stand, or null when it may; asked by the editor and again by the back end. */
export const refuseOwnPackEvent = (own: OwnPack, event: OwnPackEvent): Problem | null => {
  switch (event.type) {
    case 'pack.copied':
      return null;
    case 'draft.begun':
      if (own.draft !== null) return no('draftThere');
      return latestOf(own) === null ? no('noDraft') : null;
    case 'draft.changed':
      if (own.draft === null) return no('noDraft');
      return changeDraft(own.draft, event.path, event.value).ok ? null : no('badPlace');
    case 'draft.discarded':
      return own.draft === null ? no('noDraft') : null;
    case 'pack.published':
      if (own.draft === null) return no('noDraft');
      return event.pack.id === own.id && event.pack.version === own.draft.version ? null : no('badPlace');
  }
};
