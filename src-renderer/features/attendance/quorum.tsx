import type { Step } from '#domain/conclusion/step.ts';
import { collectingMessages } from '#domain/text/messages/collecting.ts';
import { useConclusion } from '../../client/use-conclusion.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StepTree } from '../results/step-tree.tsx';

const find = (step: Step, id: string): Step | undefined =>
  step.id === id ? step : step.children.map((child) => find(child, id)).find((found) => found !== undefined);

/** May the council meet? The verdict, the figures, and the rules it comes from with how surely they are known. */
export const Quorum = () => {
  const t = useMessages(collectingMessages);
  const language = useLanguage();
  const conclusion = useConclusion();
  if (!conclusion) return <Notice tone="attention">{t.needPack}</Notice>;
  const { met, present, total } = conclusion.quorum;
  const step = find(conclusion.step, 'quorum');
  return (
    <>
      <Notice tone={met ? 'plain' : 'attention'} title={met ? t.quorumMet : t.quorumNotMet}>
        {t.quorumFigures(present, total)}.{!met && step && ` ${step.outcome.text[language]}.`}
      </Notice>
      <div>
        {step?.children.map((child) => (
          <StepTree key={child.id} step={child} openTo={0} />
        ))}
      </div>
    </>
  );
};
