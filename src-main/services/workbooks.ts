import { judgePackage, judgeReceipt } from '#domain/exchange/package-intake.ts';
import { shortCode } from '#domain/exchange/short-code.ts';
import { readEvent, type Label } from '#domain/journal/document-kind.ts';
import type { EntryBody } from '#domain/journal/entry.ts';
import { foldForFileName } from '#domain/text/file-names.ts';
import { applyWorkbook } from '#domain/workbook/apply.ts';
import { checkWorkbook } from '#domain/workbook/check.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import { workbookKind } from '#domain/workbook/kind.ts';
import { placedEventLabel } from '#domain/workbook/labels.ts';
import { outgoing } from '#domain/workbook/outgoing.ts';
import { refuseWorkbookEvent } from '#domain/workbook/refuse.ts';
import type { GivenPackage, Workbook } from '#domain/workbook/state.ts';
import type { HistoryEntry, Standing } from '#domain/contract/base.ts';
import { ProblemError } from '#domain/contract/problems.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import type { KeptFiles, KeyProtection } from '#main/application/ports.ts';
import type { CallOptions, Services } from '#main/application/services.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { openPackage, type OpenedPackage } from '#main/exchange/package-file.ts';
import type { PassphraseCipher } from '#main/exchange/passphrase-cipher.ts';
import { openReceipt } from '#main/exchange/receipt-file.ts';
import { sealReturn } from '#main/exchange/return-file.ts';
import { attachmentAccess } from '#main/services/attachments.ts';
import { createDeedsOnce } from '#main/services/deeds-once.ts';
import type { Incoming } from '#main/services/incoming.ts';
import type { Jobs, JobTools } from '#main/services/jobs.ts';
import { fileProblem } from '#main/services/member/file-problem.ts';
import { givenFileOf, readGivenFile } from '#main/services/member/given-file.ts';
import { givenPackageOf, heldPackage } from '#main/services/member/given-package.ts';
import { createSeatKeys, type SeatKeys } from '#main/services/member/seat-keys.ts';
import { historyOf, standingOf } from '#main/services/standing.ts';
import type { StagedAttachment } from '#main/store/attachments.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';

/** Who the journal says did it: the member's program. */
export const memberActor = 'member';
export const returnMediaType = 'application/vnd.hoidong.return';

type WorkbookDocument = JournaledDocument<Workbook, WorkbookEvent>;

/** Prints a member's own ballots; given by the composition so that this service knows no renderer. */
export type PrintOwnBallots = (workbook: Workbook, signal?: AbortSignal) => Promise<Uint8Array>;

export type WorkbooksDeps = {
  readonly archive: HoidongArchive;
  readonly cipher: PassphraseCipher;
  readonly keyProtection: KeyProtection | null;
  readonly jobs: Jobs;
  readonly incoming: Pick<Incoming, 'find'>;
  readonly keptFiles: KeptFiles;
  readonly print: PrintOwnBallots;
  readonly clock: () => Date;
  readonly ids: () => string;
};

/** Throws the first reason why these events may not be recorded one after the other. */
const refuseEvents = (workbook: Workbook, events: readonly WorkbookEvent[], at: string): void => {
  let state = workbook;
  for (const event of events) {
    const refusal = refuseWorkbookEvent(state, event);
    if (refusal) throw new ProblemError(refusal.code, refusal.details);
    state = applyWorkbook(state, event, { seq: 0, at, actor: memberActor });
  }
};

const recordIn = async (
  document: WorkbookDocument,
  events: readonly WorkbookEvent[],
  clock: () => Date,
): Promise<void> => {
  await document.append((state) => {
    refuseEvents(state, events, clock().toISOString());
    return events;
  }, memberActor);
};

/** The name of a deed with its place: "sửa điểm tiêu chí 2 của hồ sơ 1". */
const placedLabel = (document: WorkbookDocument, seq: number): Label | null => {
  const entry: EntryBody = document.entryAt(seq);
  if (entry.type !== 'event') return null;
  const [event] = entry.data.events.flatMap((plain) => readEvent(workbookKind, entry.v, plain));
  return event ? placedEventLabel(document.state, event) : null;
};

const standing = (document: WorkbookDocument): Standing => {
  const plain = standingOf(document);
  const { undoable, redoable } = document;
  return {
    ...plain,
    undo: undoable && (placedLabel(document, undoable.seq) ?? undoable.label),
    redo: redoable && (placedLabel(document, redoable.seq) ?? redoable.label),
  };
};

const history = (document: WorkbookDocument): HistoryEntry[] =>
  historyOf(document).map((line) => {
    const entry = document.entryAt(line.seq);
    const target = placedLabel(document, entry.type === 'event' ? entry.seq : entry.data.target);
    if (target === null) return line;
    switch (entry.type) {
      case 'event':
        return { ...line, label: target };
      case 'undo':
        return { ...line, label: { vi: `Hoàn tác: ${target.vi}`, en: `Undo: ${target.en}` } };
      case 'redo':
        return { ...line, label: { vi: `Làm lại: ${target.vi}`, en: `Redo: ${target.en}` } };
    }
  });

const answer = (document: WorkbookDocument): { workbook: Workbook; standing: Standing } => ({
  workbook: document.state,
  standing: standing(document),
});

const packageOf = (document: WorkbookDocument): GivenPackage => {
  const given = document.state.package;
  if (!given) throw new ProblemError('workbook.noPackage');
  return given;
};

const returnFileName = (given: GivenPackage, revision: number): string =>
  `phieu-${foldForFileName(given.seat.name) || given.seat.memberId}-lan-${revision}.hdphieu`;

/** Name of the kept copy of a return inside the workbook's folder. */
const keptReturn = (revision: number): string => `return-${revision}.hdphieu`;

export const createWorkbooksService = ({
  archive,
  cipher,
  keyProtection,
  jobs,
  incoming,
  keptFiles,
  print,
  clock,
  ids,
}: WorkbooksDeps): Services['workbooks'] => {
  const seatKeys: SeatKeys = createSeatKeys(keyProtection);
  const once = createDeedsOnce<{ readonly standing: Standing }>();
  const now = (): string => clock().toISOString();

  /** The workbook that holds this seat, if this computer has one. */
  const workbookOfSeat = async (sessionId: string, memberId: string): Promise<WorkbookDocument | null> => {
    for (const { id, head } of await archive.workbooks.list()) {
      if (head?.sessionId !== sessionId) continue;
      const document = await archive.workbooks.open(id);
      if (document.state.package?.seat.memberId === memberId) return document;
    }
    return null;
  };

  const access = attachmentAccess(archive, keptFiles);
  const attachmentNamed = async ({
    workbookId,
    dossierId,
    attachmentId,
  }: Readonly<Record<'workbookId' | 'dossierId' | 'attachmentId', string>>) => {
    const given = packageOf(await archive.workbooks.open(workbookId));
    const attachment = given.dossiers
      .find(({ id }) => id === dossierId)
      ?.attachments.find(({ id }) => id === attachmentId);
    if (!attachment) throw new ProblemError('workbook.noAttachment');
    return attachment;
  };

  /**
   * The dossiers' files from the package into the store, a chunk at a time. They are kept together when the last byte is there: stopped at
   * any moment before, nothing of them is left; from there on it is not stopped any more.
   */
  const keepAttachments = async (opened: OpenedPackage, { report, signal }: JobTools): Promise<void> => {
    const files = opened.manifest.dossiers.flatMap((dossier) => dossier.files);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        signal.throwIfAborted();
        done += chunk.length;
        report({ phase: 'writing', done, total });
        yield chunk;
      }
    }
    const staged: StagedAttachment[] = [];
    try {
      for (const file of files) staged.push(await archive.attachments.stage(counted(opened.file(file))));
      signal.throwIfAborted();
      for (const attachment of staged) await attachment.keep();
    } catch (error) {
      for (const attachment of staged) await attachment.drop();
      throw error;
    }
  };

  const makeWorkbook = async (opened: OpenedPackage): Promise<string> => {
    const id = ids();
    const given = givenPackageOf(opened, null);
    const keys = await seatKeys.prepare();
    const document = await archive.workbooks.create(
      id,
      [{ type: 'workbook.created', id, publicKey: keys.memberKey }],
      memberActor,
    );
    // A crash before the package is in leaves a workbook without one, which no list shows; opening the package again makes another.
    await seatKeys.keep(archive.workbooks.files(id), keys);
    await recordIn(document, [{ type: 'package.opened', package: given }], clock);
    return id;
  };

  const takePackage = async (
    opened: OpenedPackage,
    trustNewKey: boolean,
    tools: JobTools,
  ): Promise<{ workbookId: string; outcome: 'new' | 'updated' | 'unchanged' | 'older' }> => {
    const { manifest } = opened;
    const document = await workbookOfSeat(manifest.sessionId, manifest.seat.memberId);
    if (!document) {
      await keepAttachments(opened, tools);
      return { workbookId: await makeWorkbook(opened), outcome: 'new' };
    }
    const before = packageOf(document);
    const held = heldPackage(before);
    const { outcome } = judgePackage(manifest, trustNewKey ? { ...held, secretaryKey: manifest.secretaryKey } : held);
    switch (outcome) {
      case 'otherKey':
        throw new ProblemError('workbook.otherSecretary');
      case 'unchanged':
        // Opened again because a file was lost or damaged: this mends it.
        await keepAttachments(opened, tools);
        return { workbookId: document.id, outcome };
      case 'older':
        return { workbookId: document.id, outcome };
      case 'updated':
        await keepAttachments(opened, tools);
        await recordIn(document, [{ type: 'package.opened', package: givenPackageOf(opened, before) }], clock);
        return { workbookId: document.id, outcome };
      case 'new':
      case 'otherSeat':
        throw new Error('the workbook of this very seat was asked for');
    }
  };

  const submit = async (
    document: WorkbookDocument,
  ): Promise<{ bytes: Uint8Array; fileName: string; revision: number; code: string }> => {
    const workbook = document.state;
    const given = packageOf(document);
    const { gaps, ready } = checkWorkbook(workbook);
    if (!ready) throw new ProblemError('workbook.incomplete', { gaps });
    const keys = await seatKeys.read(archive.workbooks.files(document.id));
    const content = outgoing(workbook);
    const revision = workbook.returns.length + 1;
    const createdAt = now();
    const returnId = ids();
    const sealed = await sealReturn({
      sessionId: given.sessionId,
      memberId: given.seat.memberId,
      packageId: given.packageId,
      packageNumber: given.number,
      returnId,
      revision,
      ancestors: workbook.returns.map(({ digest }) => digest),
      createdAt,
      // A workbook is made once on each computer, so its name tells two computers of one member apart.
      deviceId: workbook.id,
      packFingerprint: given.pack.fingerprint,
      formFingerprints: Object.fromEntries(
        Object.entries(given.forms).map(([id, { fingerprint }]) => [id, fingerprint]),
      ),
      dossiers: given.dossiers
        .filter(({ id }) => content.ballots[id] !== undefined)
        .map(({ id, fingerprint }) => ({ id, fingerprint })),
      conflicts: Object.entries(content.conflicts).map(([dossierId, conflict]) => ({ dossierId, ...conflict })),
      remarks: content.remarks,
      ballots: content.ballots,
      keys,
      seatSecret: given.seatSecret,
      recipient: given.recipient,
    });
    const bytes = await collectBytes(sealed.chunks);
    const fileName = returnFileName(given, revision);
    const code = shortCode(sealed.digest);
    // The file first: after a crash between the two it is written over, and no return is ever known without its file.
    await archive.workbooks.files(document.id).put(keptReturn(revision), bytes);
    const made = {
      revision,
      returnId,
      digest: sealed.digest,
      createdAt,
      code,
      fileName,
      packageNumber: given.number,
      ...content,
    };
    await recordIn(document, [{ type: 'return.made', made }], clock);
    return { bytes, fileName, revision, code };
  };

  const returnFile = (bytes: Uint8Array, fileName: string): File =>
    new File([new Uint8Array(bytes)], fileName, { type: returnMediaType });

  /** Submissions of one workbook run one after another: two at once would make the same revision twice. */
  const submitting = new Map<string, Promise<unknown>>();
  const oneAtATime = async <Result>(id: string, job: () => Promise<Result>): Promise<Result> => {
    const run = (submitting.get(id) ?? Promise.resolve()).then(job, job);
    const settled = run.catch(() => undefined);
    submitting.set(id, settled);
    try {
      return await run;
    } finally {
      if (submitting.get(id) === settled) submitting.delete(id);
    }
  };

  return {
    list: async () =>
      (await archive.workbooks.list()).flatMap(({ head, changedAt }) =>
        head === null || head.sessionId === null ? [] : [{ ...head, changedAt: changedAt ?? '' }],
      ),

    openPackage: async ({ file, passphrase, trustNewKey, jobId }, options?: CallOptions) => {
      archive.refuseUnlessWritable();
      const given = await givenFileOf(file, incoming);
      const workDir = archive.layout.incoming;
      return jobs.run(jobId ?? null, options?.signal, async (tools) => {
        const { signal, report: onProgress } = tools;
        const opened = await readGivenFile(given, workDir, () =>
          openPackage(given.source, passphrase, { cipher, workDir, signal, onProgress }),
        );
        if (!opened.ok) throw fileProblem('package', given.name, opened.refusal);
        try {
          return await takePackage(opened.value, trustNewKey === true, tools);
        } finally {
          await opened.value.close();
        }
      });
    },

    get: async ({ workbookId }) => answer(await archive.workbooks.open(workbookId)),

    record: ({ workbookId, events, deedId }) =>
      once(deedId, async () => {
        const document = await archive.workbooks.open(workbookId);
        await recordIn(document, events, clock);
        return { standing: standing(document) };
      }),

    undo: async ({ workbookId }) => {
      const document = await archive.workbooks.open(workbookId);
      await document.undo(memberActor);
      return answer(document);
    },

    redo: async ({ workbookId }) => {
      const document = await archive.workbooks.open(workbookId);
      await document.redo(memberActor);
      return answer(document);
    },

    history: async ({ workbookId }) => history(await archive.workbooks.open(workbookId)),

    readAttachment: async ({ at, size, ...asked }) => access.part(await attachmentNamed(asked), { at, size }),
    lendAttachment: async (asked) => access.lend(await attachmentNamed(asked)),

    submit: async ({ workbookId }) => {
      const document = await archive.workbooks.open(workbookId);
      const { bytes, fileName, revision, code } = await oneAtATime(workbookId, () => submit(document));
      return { file: returnFile(bytes, fileName), revision, code, standing: standing(document) };
    },

    lastReturn: async ({ workbookId }) => {
      const last = (await archive.workbooks.open(workbookId)).state.returns.at(-1);
      if (!last) throw new ProblemError('workbook.noReturn');
      const bytes = await archive.workbooks.files(workbookId).read(keptReturn(last.revision));
      if (!bytes) throw new ProblemError('workbook.returnFileGone', { fileName: last.fileName });
      return returnFile(bytes, last.fileName);
    },

    openReceipt: async ({ file }, options?: CallOptions) => {
      archive.refuseUnlessWritable();
      const seats: { document: WorkbookDocument; identity: string }[] = [];
      for (const { id, head } of await archive.workbooks.list()) {
        if (head === null || head.revision === null) continue;
        const keys = await seatKeys.read(archive.workbooks.files(id)).catch(() => null);
        if (keys) seats.push({ document: await archive.workbooks.open(id), identity: keys.identity });
      }
      if (seats.length === 0) throw new ProblemError('workbook.receiptOtherSeat');
      const opened = await openReceipt(
        new Uint8Array(await file.arrayBuffer()),
        seats.map(({ identity }) => identity),
        options?.signal ? { signal: options.signal } : {},
      );
      if (!opened.ok) throw fileProblem('receipt', file.name, opened.refusal);
      const { manifest } = opened.value;
      for (const { document } of seats) {
        const { returns, receipts } = document.state;
        const verdict = judgeReceipt(manifest, { ...heldPackage(packageOf(document)), returns });
        if (verdict === 'otherSeat') continue;
        if (verdict === 'otherKey') throw new ProblemError('workbook.otherSecretary');
        if (verdict === 'unknownReturn')
          throw new ProblemError('workbook.receiptUnknownReturn', { code: manifest.code });
        const { revision, code, takenAt } = manifest;
        const known = receipts.some((receipt) => receipt.revision === revision && receipt.code === code);
        if (!known) await recordIn(document, [{ type: 'receipt.taken', revision, receivedAt: takenAt, code }], clock);
        return { workbookId: document.id, revision, code };
      }
      throw new ProblemError('workbook.receiptOtherSeat');
    },

    print: async ({ workbookId }, options?: CallOptions) => {
      const document = await archive.workbooks.open(workbookId);
      const given = packageOf(document);
      const bytes = await print(document.state, options?.signal);
      return new File(
        [new Uint8Array(bytes)],
        `phieu-danh-gia-${foldForFileName(given.seat.name) || given.seat.memberId}.pdf`,
        {
          type: 'application/pdf',
        },
      );
    },

    remove: async ({ workbookId }) => {
      await archive.workbooks.remove(workbookId);
      return {};
    },
  };
};
