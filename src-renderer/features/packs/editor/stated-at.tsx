import type { StatedRule } from '#domain/regulation/pack.ts';
import { ownSource } from '#domain/regulation/settle-marks.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { useMessages } from '../../../ui/language.tsx';
import type { Path } from './draft.tsx';
import { TextAt } from './fields-at.tsx';
import { BasisAt, ListAt, RuleAt } from './rule.tsx';

/** A list of rules that are words only. */
export const StatedListAt = ({ path, noun }: { readonly path: Path; readonly noun?: string }) => {
  const t = useMessages(packEditorMessages);
  return (
    <RuleAt path={path}>
      <ListAt<StatedRule>
        path={path}
        {...(noun === undefined ? {} : { noun })}
        blank={(id) => ({ id, text: t.newText, source: ownSource(null) })}
        nameOf={({ text }) => text}
        body={(item) => (
          <>
            <TextAt path={[...item, 'text']} kind="area" />
            <BasisAt path={[...item, 'source']} />
          </>
        )}
      />
    </RuleAt>
  );
};

/** One rule that is words only. */
export const StatedAt = ({ path }: { readonly path: Path }) => (
  <RuleAt path={path}>
    <TextAt path={[...path, 'text']} kind="area" />
  </RuleAt>
);
