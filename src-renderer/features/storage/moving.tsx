import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { storageMessages } from '#domain/text/messages/storage.ts';
import { api, client } from '../../client/client.ts';
import { chooseLargeFiles, deliverFiles } from '../../client/files.ts';
import { handOver } from '../../client/hand-over.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import { useMessages } from '../../ui/language.tsx';
import { dayAndClockOf } from '../../ui/moments.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { useDocumentName } from './document-name.ts';
import { ImportLines } from './import-lines.tsx';
import classes from './storage.module.css';
import { useDeed } from './use-deed.ts';

type Exported = NonNullable<Awaited<ReturnType<typeof client.storage.export>>>;
type Preview = NonNullable<Awaited<ReturnType<typeof client.storage.previewImport>>>;
type Imported = Awaited<ReturnType<typeof client.storage.import>>;

/** The whole archive into one file, and out of the file of another computer. */
export const Moving = ({ readOnly }: { readonly readOnly: boolean }) => {
  const t = useMessages(storageMessages);
  const nameOf = useDocumentName();
  const { data: capable } = useQuery(api.storage.backups.queryOptions());
  const byDialog = capable?.folderDialog === true;
  const exporting = useDeed();
  const reading = useDeed();
  const taking = useDeed();
  const [exported, setExported] = useState<Exported | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const busy = exporting.busy || reading.busy || taking.busy;
  const failure = exporting.failure ?? reading.failure ?? taking.failure;

  const exportAll = () =>
    void exporting.run(async () => {
      setExported(null);
      const made = await client.storage.export();
      if (made?.file) {
        const delivery = await deliverFiles([made.file]);
        if (delivery.outcome === 'failed') throw new ProblemError(delivery.problem.code, delivery.problem.details);
        if (delivery.outcome === 'cancelled') return;
      }
      setExported(made);
    });
  const look = () =>
    void reading.run(async () => {
      setImported(null);
      setPreview(null);
      setExported(null);
      if (byDialog) {
        setPreview(await client.storage.previewImport({ file: null }));
        return;
      }
      const { files, problem } = await chooseLargeFiles(['zip'], false);
      if (problem !== null) throw new ProblemError(problem.code, problem.details);
      if (files[0] === undefined) return;
      const incomingId = await handOver(files[0], { purpose: 'archive' });
      setPreview(await client.storage.previewImport({ file: { incomingId } }));
    });
  const take = (batchId: string, takeTheirs: boolean) =>
    void taking.run(async () => {
      setImported(await client.storage.import({ batchId, takeTheirs }));
      setPreview(null);
    });

  return (
    <Section title={t.moving} lead={t.movingLead}>
      <div className={classes.buttons}>
        <Button
          variant="default"
          loading={exporting.busy}
          disabled={busy || (readOnly && !byDialog)}
          onClick={exportAll}
        >
          {t.exportAll}
        </Button>
        <Button variant="default" loading={reading.busy} disabled={busy || readOnly} onClick={look}>
          {t.importFile}
        </Button>
      </div>
      {busy && (
        <p className={classes.quiet} role="status">
          {exporting.busy ? t.exporting : reading.busy ? t.importing : t.takingOver}
        </p>
      )}
      {failure !== null && (
        <Notice tone="wrong" alert>
          {failure}
        </Notice>
      )}
      {exported !== null && (
        <Notice title={t.exported(exported.documents, exported.attachments)}>
          <p>{exported.place === null ? t.exportedDownload : t.exportedTo(exported.place)}</p>
          {exported.keys === 'passphrase' && <p>{t.keysPassphrase}</p>}
          {exported.keys === 'os' && <p>{t.keysOs}</p>}
          {exported.damaged.length > 0 && <p>{t.exportLeftOut(exported.damaged.map(nameOf).join('; '))}</p>}
        </Notice>
      )}
      {preview !== null && (
        <Previewed
          key={preview.batchId}
          preview={preview}
          busy={taking.busy}
          onTake={(takeTheirs) => take(preview.batchId, takeTheirs)}
          onCancel={() => setPreview(null)}
        />
      )}
      {imported !== null && (
        <>
          <Notice title={t.importedTitle}>
            {imported.keys === 'taken' && <p>{t.keysTaken}</p>}
            {imported.keys === 'other' && <p>{t.keysOther}</p>}
          </Notice>
          <ImportLines lines={imported.lines} isDone />
        </>
      )}
    </Section>
  );
};

type PreviewedProps = {
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onTake: (takeTheirs: boolean) => void;
  readonly onCancel: () => void;
};

const Previewed = ({ preview: { made, lines }, busy, onTake, onCancel }: PreviewedProps) => {
  const t = useMessages(storageMessages);
  const [takeTheirs, setTakeTheirs] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // It opens below the window's foot: brought into sight, and reading goes on there.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const conflicts = lines.filter(({ outcome }) => outcome === 'conflict').length;
  const changes = lines.filter(({ outcome }) => outcome === 'added' || outcome === 'newer').length;
  const nothing = changes === 0 && !(takeTheirs && conflicts > 0);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {t.importTitle(dayAndClockOf(made))}
      </h3>
      <p className={classes.quiet}>{t.importLead}</p>
      <ImportLines lines={lines} isDone={false} />
      {conflicts > 0 && (
        <Checkbox
          label={t.importTake(conflicts)}
          checked={takeTheirs}
          onChange={(event) => setTakeTheirs(event.currentTarget.checked)}
        />
      )}
      <div className={classes.buttons}>
        <Button loading={busy} disabled={nothing} onClick={() => onTake(takeTheirs)}>
          {nothing ? t.importNothing : t.importNow}
        </Button>
        <Button variant="default" disabled={busy} onClick={onCancel}>
          {t.importCancel}
        </Button>
      </div>
    </>
  );
};
