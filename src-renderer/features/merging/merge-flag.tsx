import { divergedPair, lastMerge } from '#domain/session/diverged.ts';
import { awaitsConfirmation } from '#domain/session/state.ts';
import { mergingMessages } from '#domain/text/messages/merging.ts';
import { useSession } from '../../client/session-document.ts';
import { useMessages } from '../../ui/language.tsx';
import classes from './merging.module.css';

/** Says in the matrix that two returns are held of a member, or that what counts was put together by the secretary. */
export const MergeFlag = ({ memberId }: { readonly memberId: string }) => {
  const t = useMessages(mergingMessages);
  const { state } = useSession();
  const merged = lastMerge(state, memberId);
  const flags = [
    ...(divergedPair(state, memberId) ? [{ text: t.flagDiverged, settled: false }] : []),
    ...(merged
      ? [awaitsConfirmation(merged) ? { text: t.flagOpen, settled: false } : { text: t.flagMerged, settled: true }]
      : []),
  ];
  return flags.map(({ text, settled }) => (
    <strong key={text} className={classes.flag} data-settled={settled}>
      {text}
    </strong>
  ));
};
