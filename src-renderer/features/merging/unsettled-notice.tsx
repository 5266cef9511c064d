import { divergedPair, openMerge } from '#domain/session/diverged.ts';
import { seatsOf } from '#domain/session/state.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Before the count is closed: whose two returns are not settled yet, and what then counts. */
export const UnsettledNotice = () => {
  const t = useMessages(mergingMessages);
  const { state } = useSession();
  const names = seatsOf(state)
    .filter(({ id }) => divergedPair(state, id) ?? openMerge(state, id))
    .map(({ name }) => name);
  return names.length > 0 && state.counting.closed === null ? (
    <Notice tone="attention">{t.countingNotice(names.join(', '))}</Notice>
  ) : null;
};
