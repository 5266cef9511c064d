import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { itemName, namedItems } from '#domain/regulation/item-name.ts';
import { whereOf } from '#domain/regulation/mark.ts';
import { packText } from '#domain/regulation/reading.ts';
import type { Source } from '#domain/regulation/source.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { packFieldAt, packFieldMessages } from '#domain/text/messages/pack-fields.ts';
import { EditableList } from '../../../ui/editable-list.tsx';
import { useLanguage, useMessages } from '../../../ui/language.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useField, type Path } from './draft.tsx';
import classes from './editor.module.css';
import { TextAt } from './fields-at.tsx';

const sourceOf = (value: unknown): Source | null =>
  typeof value === 'object' && value !== null && 'source' in value ? ((value.source as Source | null) ?? null) : null;

/** Where a rule comes from and how surely it is known. An own rule may say what it rests on; how sure that is, nobody can raise. */
export const BasisAt = ({ path }: { readonly path: Path }) => {
  const t = useMessages(packEditorMessages);
  const language = useLanguage();
  const source = useField(path).value as Source | undefined;
  if (source === undefined) return null;
  return (
    <div className={classes.basis}>
      <p className={classes.basisLine}>
        <span>{t.basis}:</span> <Mark mark={source.mark} />
        <span>{whereOf(source, language) ?? t.noBasis}</span>
      </p>
      {source.note !== null && <p className={classes.note}>{packText(source.note)[language]}</p>}
      {source.mark === 'unverified' && (
        <details>
          <summary>{t.editBasis}</summary>
          <div className={classes.form}>
            <p className={classes.note}>{t.basisHelp}</p>
            <TextAt path={[...path, 'document']} optional />
            <TextAt path={[...path, 'clause']} optional />
            <TextAt path={[...path, 'note']} optional kind="area" />
          </div>
        </details>
      )}
    </div>
  );
};

type RuleProps = {
  readonly path: Path;
  /** Another heading than the field's name. */
  readonly title?: string;
  readonly children?: ReactNode;
};

/** One rule under its name, with what it means, its fields, and where it comes from. */
export const RuleAt = ({ path, title, ownBasis = true, children }: RuleProps & { readonly ownBasis?: boolean }) => {
  const id = useId();
  const language = useLanguage();
  const field = useField(path);
  const explained = packFieldAt(path);
  const isItsOwn = explained !== null && path.filter((key) => typeof key === 'string').join('.') === explained;
  return (
    <section className={classes.rule} aria-labelledby={id}>
      <h2 id={id} className={classes.ruleTitle}>
        {title ?? field.label}
      </h2>
      {isItsOwn && <p className={classes.explained}>{packFieldMessages[language][explained]}</p>}
      {field.error !== undefined && (
        <p className={classes.wrong} role="alert">
          {field.error}
        </p>
      )}
      {children}
      {ownBasis && sourceOf(field.value) !== null && <BasisAt path={[...path, 'source']} />}
    </section>
  );
};

/** A rule that a pack may do without: a switch, and the rule where it is on. */
export const OptionalRuleAt = ({
  path,
  title,
  blank,
  ownBasis = true,
  children,
}: RuleProps & { readonly blank: () => Readonly<Record<string, unknown>>; readonly ownBasis?: boolean }) => {
  const t = useMessages(packEditorMessages);
  const { value, set, readOnly, label } = useField(path);
  // What packs of earlier programs leave out is off, too.
  const isOn = value !== null && value !== undefined;
  return (
    <RuleAt path={path} ownBasis={ownBasis} {...(title === undefined ? {} : { title })}>
      <Switch
        label={t.yesRule}
        aria-label={`${t.yesRule}: ${title ?? label}`}
        checked={isOn}
        disabled={readOnly}
        onChange={(event) => set(event.currentTarget.checked ? blank() : null)}
      />
      {isOn && children}
    </RuleAt>
  );
};

type ListProps<Item> = {
  readonly path: Path;
  /** A new item under a key that nothing else has; null where there is nothing left to add. */
  readonly blank: ((key: string) => Item) | null;
  /** What an item is called in one line. */
  readonly nameOf: (item: Item) => string;
  readonly under?: (item: Item) => ReactNode;
  readonly body: (path: Path, item: Item) => ReactNode;
  /** What one item is called on the button that adds it, where the list's name doesn't say. */
  readonly noun?: string;
  /** What is wrong with the whole list is said elsewhere. */
  readonly quiet?: boolean;
};

const freeKey = (items: readonly unknown[]): string => {
  const taken = new Set(items.map(itemName));
  let number = items.length + 1;
  while (taken.has(`own${number}`)) number += 1;
  return `own${number}`;
};

/** A list of the draft: each item opens for editing, can be moved and taken out, and a new one opens at once. */
export const ListAt = <Item,>({ path, blank, nameOf, under, body, noun, quiet = false }: ListProps<Item>) => {
  const t = useMessages(packEditorMessages);
  const { value, set, label, error, readOnly } = useField(path);
  const [opened, setOpened] = useState<string | null>(null);
  const items = (Array.isArray(value) ? value : []) as readonly Item[];
  const isNamed = namedItems(items) !== null;
  const idOf = (item: Item, index: number): string => (isNamed ? (itemName(item) ?? '') : String(index));
  const ids = items.map(idOf);
  return (
    <div className={classes.form}>
      {error !== undefined && !quiet && (
        <p className={classes.wrong} role="alert">
          {error}
        </p>
      )}
      {items.length > 0 && (
        <EditableList
          label={label}
          opened={opened}
          onOpen={setOpened}
          disabled={readOnly}
          names={{ moveUp: t.moveUp, moveDown: t.moveDown, remove: t.remove }}
          onMove={(id, to) => {
            const from = ids.indexOf(id);
            const item = items[from];
            if (item === undefined) return;
            set(items.toSpliced(from, 1).toSpliced(to, 0, item));
            if (!isNamed) setOpened(null);
          }}
          onRemove={(id) => {
            set(items.toSpliced(ids.indexOf(id), 1));
            if (opened === id || !isNamed) setOpened(null);
          }}
          items={items.map((item, index) => {
            const name = nameOf(item).trim() || t.unnamed;
            return {
              id: idOf(item, index),
              name,
              summary: (
                <>
                  <strong>{name}</strong>
                  {under !== undefined && <span className={classes.note}>{under(item)}</span>}
                </>
              ),
              body: <div className={classes.form}>{body([...path, index], item)}</div>,
            };
          })}
        />
      )}
      {blank !== null && (
        <div>
          <Button
            variant="default"
            size="sm"
            disabled={readOnly}
            leftSection={<IconPlus aria-hidden size="1.125rem" stroke={2} />}
            onClick={() => {
              const item = blank(freeKey(items));
              set([...items, item]);
              setOpened(
                isNamed || items.length === 0 ? (itemName(item) ?? String(items.length)) : String(items.length),
              );
            }}
          >
            {t.add(noun ?? label.toLocaleLowerCase('vi'))}
          </Button>
        </div>
      )}
    </div>
  );
};
