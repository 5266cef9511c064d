import type { Label } from '#domain/journal/document-kind.ts';
import type { Session } from '#domain/session/state.ts';

/** What to call a session on screen and in file names: the council's name, or a stand-in while it has none. */
export const displaySessionTitle = (session: Pick<Session, 'council'>): Label => {
  const name = session.council.name.trim();
  return name === '' ? { vi: 'Phiên họp chưa đặt tên', en: 'Session without a name' } : { vi: name, en: name };
};
