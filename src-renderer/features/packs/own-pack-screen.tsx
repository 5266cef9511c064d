import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Problem } from '#domain/contract/base.ts';
import { latestOf, titleOf, type OwnPack } from '#domain/own-pack/state.ts';
import { diffPacks } from '#domain/regulation/diff-packs.ts';
import type { Pack } from '#domain/regulation/pack.ts';
import { packEditorMessages } from '#domain/text/messages/pack-editor.ts';
import { api, client } from '../../client/client.ts';
import { OwnPackDocument, useOwnPack } from '../../client/own-pack-document.ts';
import { problemOf } from '../../client/problem.ts';
import { AppFrame } from '../../shell/app-frame.tsx';
import { CannotOpen, Opening } from '../../shell/plain-message.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { HelpPanel } from '../../ui/aside.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Choice } from '../../ui/fields.tsx';
import { useMessages } from '../../ui/language.tsx';
import { dayText } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useProblemText } from '../../ui/problem-text.ts';
import { Fields, Section } from '../../ui/section.tsx';
import { CopyButton } from './copy-dialog.tsx';
import { DifferencesTable } from './differences-table.tsx';
import { usePackReader } from '../../ui/pack-reader.ts';
import classes from './editor/editor.module.css';
import { EditorScreen } from './editor/editor-screen.tsx';
import { CouncilPart, VocabularyPart } from './pack-details.tsx';

type Props = {
  readonly packId: string;
  /** A part of the editor; undefined for the versions. */
  readonly edited?: string | null;
};

/** An own pack: its versions, or the editor of its draft. */
export const OwnPackScreen = ({ packId, edited }: Props) => (
  <OwnPackDocument
    id={packId}
    loading={<Opening />}
    failed={(problem, again) => <CannotOpen problem={problem} again={again} />}
  >
    {edited === undefined ? <Versions /> : <EditorScreen place={edited} />}
  </OwnPackDocument>
);

const Versions = () => {
  const t = useMessages(packEditorMessages);
  const say = useProblemText();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const own = useOwnPack();
  const [dropping, setDropping] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, state, readOnly, record, flush } = own;
  const { words } = usePackReader();
  const latest = latestOf(state);

  const begin = async () => {
    record({ type: 'draft.begun' });
    if (await flush()) navigate(`/packs/${id}/edit/general`);
  };
  const drop = async () => {
    try {
      if (latest === null) {
        await flush();
        await client.packs.discard({ packId: id });
        navigate('/packs');
      } else {
        record({ type: 'draft.discarded' });
        await flush();
      }
      await queries.invalidateQueries({ queryKey: api.packs.key() });
      announce(t.dropped);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <AppFrame heading={titleOf(state)} document={own}>
      <Page
        title={titleOf(state)}
        lead={t.basedOn(words(state.base.title), state.base.version)}
        width="full"
        actions={
          <>
            {state.draft === null ? (
              <Button disabled={readOnly} onClick={() => void begin()}>
                {t.beginDraft}
              </Button>
            ) : (
              <>
                <Button component={Link} href={`/packs/${id}/edit/general`}>
                  {t.goOnEditing}
                </Button>
                <Button variant="default" disabled={readOnly} onClick={() => setDropping(true)}>
                  {t.dropDraft}
                </Button>
              </>
            )}
            {latest !== null && <CopyButton pack={latest} />}
          </>
        }
      >
        <p>
          <Link href="/packs">{t.library}</Link>
        </p>
        {problem !== null && (
          <Notice tone="wrong" alert>
            {say(problem)}
          </Notice>
        )}
        {state.draft !== null && <Notice>{t.draftState}.</Notice>}
        <Section title={t.versionsTitle}>
          {state.published.length === 0 ? (
            <p>{t.noVersion}.</p>
          ) : (
            <ul className={classes.versions}>
              {[...state.published].reverse().map(({ version, change }) => (
                <li key={version}>
                  <strong>{t.versionLine(version)}</strong>
                  {change !== null && (
                    <>
                      <span className={classes.note}>
                        {t.versionBy(dayText(change.at.slice(0, 10)), change.author)}
                      </span>
                      <span>{change.reason}</span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Comparison own={state} />
        {latest !== null && (
          <Section title={t.rulesTitle(latest.version)}>
            {latest.councils.map((rules) => (
              <CouncilPart key={rules.kind} rules={rules} />
            ))}
            <VocabularyPart pack={latest} />
          </Section>
        )}
      </Page>
      <ConfirmDialog
        opened={dropping}
        onClose={() => setDropping(false)}
        title={t.dropTitle}
        confirmLabel={t.drop}
        danger
        onConfirm={() => void drop()}
      >
        <p>{latest === null ? t.dropFirstText : t.dropText}</p>
      </ConfirmDialog>
      <HelpPanel>
        <p>{t.versionsHelp1}</p>
      </HelpPanel>
    </AppFrame>
  );
};

/** Any two versions side by side: what it was copied from, those published, and the draft. */
const Comparison = ({ own }: { readonly own: OwnPack }) => {
  const t = useMessages(packEditorMessages);
  const versions: readonly { readonly value: string; readonly label: string; readonly pack: Pack }[] = [
    { value: 'base', label: t.baseVersion, pack: own.base },
    ...own.published.map((pack) => ({
      value: String(pack.version),
      label: t.versionLine(pack.version),
      pack,
    })),
    ...(own.draft === null ? [] : [{ value: 'draft', label: t.draftVersion, pack: own.draft }]),
  ];
  const [chosen, setChosen] = useState<{ readonly older: string | null; readonly newer: string | null }>({
    older: null,
    newer: null,
  });
  const find = (value: string | null) => versions.find((one) => one.value === value);
  const older = find(chosen.older) ?? versions.at(-2);
  const newer = find(chosen.newer) ?? versions.at(-1);
  if (older === undefined || newer === undefined) return null;
  return (
    <Section title={t.compareTitle}>
      <Fields columns={2}>
        <Choice
          label={t.older}
          value={older.value}
          options={versions}
          onChange={(value) => setChosen({ ...chosen, older: value })}
        />
        <Choice
          label={t.newer}
          value={newer.value}
          options={versions}
          onChange={(value) => setChosen({ ...chosen, newer: value })}
        />
      </Fields>
      <DifferencesTable differences={diffPacks(older.pack, newer.pack)} older={older.pack} newer={newer.pack} />
    </Section>
  );
};
