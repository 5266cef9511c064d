import { produce, type Draft } from 'immer';
import { blankBallot, type Answer, type Ballot } from '#domain/forms/ballot.ts';
import type { EventMeta } from '#domain/journal/document-kind.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import type { GivenPackage, Workbook } from '#domain/workbook/state.ts';

/** A workbook before its first package. */
export const emptyWorkbook: Workbook = {
  id: 'new',
  openedAt: '1970-01-01T00:00:00Z',
  package: null,
  ballots: {},
  conflicts: {},
  remarks: '',
  changedDossiers: [],
  publicKey: null,
  returns: [],
  receipts: [],
};

const ballotAt = (draft: Draft<Workbook>, dossierId: string): Draft<Ballot> =>
  (draft.ballots[dossierId] ??= structuredCopy(blankBallot));

const answerAt = (draft: Draft<Workbook>, dossierId: string, key: string): Draft<Answer> =>
  (ballotAt(draft, dossierId).answers[key] ??= { value: null, comment: '' });

// The constant is shared and frozen by immer; every ballot starts from a copy of its own.
const structuredCopy = (ballot: Ballot): Draft<Ballot> => ({ ...ballot, answers: {}, opinionFields: {} });

/** Is the dossier another than the member has judged: other facts or files, or another form? */
const differs = (before: GivenPackage, after: GivenPackage, id: string): boolean => {
  const [old, now] = [before, after].map((given) => {
    const dossier = given.dossiers.find((held) => held.id === id);
    return dossier && { fingerprint: dossier.fingerprint, form: given.forms[dossier.formId]?.fingerprint };
  });
  return old !== undefined && now !== undefined && (old.fingerprint !== now.fingerprint || old.form !== now.form);
};

/** Dossiers of the new package that differ from the ones the member has already written on. */
const replacedSince = (
  before: GivenPackage | null,
  after: GivenPackage,
  written: Workbook['ballots'],
): readonly string[] =>
  before === null
    ? []
    : after.dossiers.map(({ id }) => id).filter((id) => written[id] !== undefined && differs(before, after, id));

const change = (draft: Draft<Workbook>, event: WorkbookEvent, { at }: EventMeta): void => {
  switch (event.type) {
    case 'workbook.created':
      draft.id = event.id;
      draft.openedAt = at;
      draft.publicKey = event.publicKey;
      return;
    case 'package.opened': {
      const replaced = replacedSince(draft.package, event.package, draft.ballots);
      draft.changedDossiers = [...new Set([...draft.changedDossiers, ...replaced])].filter((id) =>
        event.package.dossiers.some((dossier) => dossier.id === id),
      );
      draft.package = event.package;
      return;
    }
    case 'answer.set':
      answerAt(draft, event.dossierId, event.key).value = event.value;
      return;
    case 'answer.commented':
      answerAt(draft, event.dossierId, event.key).comment = event.comment;
      return;
    case 'opinion.set':
      ballotAt(draft, event.dossierId).opinion = event.opinion;
      return;
    case 'opinion.fieldSet':
      ballotAt(draft, event.dossierId).opinionFields[event.field] = event.text;
      return;
    case 'comment.set':
      ballotAt(draft, event.dossierId).comment = event.comment;
      return;
    case 'abstained.set':
      ballotAt(draft, event.dossierId).abstained = event.abstained;
      return;
    case 'conflict.declared':
      draft.conflicts[event.dossierId] = { reason: event.reason, declaredAt: at };
      return;
    case 'conflict.withdrawn':
      draft.conflicts = Object.fromEntries(Object.entries(draft.conflicts).filter(([id]) => id !== event.dossierId));
      return;
    case 'change.seen':
      draft.changedDossiers = draft.changedDossiers.filter((id) => id !== event.dossierId);
      return;
    case 'remarks.set':
      draft.remarks = event.remarks;
      return;
    case 'return.made':
      draft.returns.push(event.made);
      return;
    case 'receipt.taken':
      draft.receipts.push({ revision: event.revision, receivedAt: event.receivedAt, code: event.code });
      return;
  }
};

/** The workbook after one event; total, as every journal must replay. */
export const applyWorkbook = (workbook: Workbook, event: WorkbookEvent, meta: EventMeta): Workbook =>
  produce(workbook, (draft) => change(draft, event, meta));
