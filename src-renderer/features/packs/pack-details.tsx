import { whereOf } from '#domain/regulation/mark.ts';
import type { CouncilRules, Pack } from '#domain/regulation/pack.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Source } from '#domain/regulation/source.ts';
import { packMessages } from '#domain/text/messages/packs.ts';
import { useLanguage, useMessages } from '../../ui/language.tsx';
import { Mark } from '../../ui/mark.tsx';
import table from '../../ui/table.module.css';
import classes from './packs.module.css';
import { rulesInWords, vocabularyInWords, type RuleGroup } from './rules-in-words.ts';

/** Every rule for one kind of council, in words, with its source. */
export const CouncilPart = ({ rules }: { readonly rules: CouncilRules }) => {
  const t = useMessages(packMessages);
  const language = useLanguage();
  return <RuleTable title={t.rulesOf(packText(rules.name)[language])} groups={rulesInWords(rules, language)} />;
};

/** What the pack calls each kind of work. */
export const VocabularyPart = ({ pack }: { readonly pack: Pack }) => {
  const t = useMessages(packMessages);
  const language = useLanguage();
  return <RuleTable title={t.vocabulary} groups={[{ title: '', rules: vocabularyInWords(pack, language) }]} />;
};

const RuleTable = ({ title, groups }: { readonly title: string; readonly groups: readonly RuleGroup[] }) => {
  const t = useMessages(packMessages);
  return (
    <section className={classes.part}>
      <h3>{title}</h3>
      <div className={table.scroller}>
        <table className={`${table.table ?? ''} ${classes.rules ?? ''}`}>
          <thead>
            <tr>
              <th scope="col">{t.columnRule}</th>
              <th scope="col">{t.columnSource}</th>
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group.title}>
              {group.title !== '' && (
                <tr>
                  <th scope="rowgroup" colSpan={2} className={classes.groupHead}>
                    {group.title}
                  </th>
                </tr>
              )}
              {group.rules.map(({ key, text, source }) => (
                <tr key={key}>
                  <td>{text}</td>
                  <td>
                    <SourceText source={source} />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
};

const SourceText = ({ source }: { readonly source: Source }) => {
  const t = useMessages(packMessages);
  const language = useLanguage();
  return (
    <>
      <Mark mark={source.mark} />
      <div>{whereOf(source, language) ?? t.noSource}</div>
      {source.note !== null && <div className={classes.version}>{packText(source.note)[language]}</div>}
    </>
  );
};
