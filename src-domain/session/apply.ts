import { produce, type Draft } from 'immer';
import type { EventMeta } from '#domain/journal/document-kind.ts';
import { sessionFields, type SessionEvent, type SessionField } from '#domain/session/events.ts';
import { isSecret } from '#domain/session/secret-ballot.ts';
import type { Session } from '#domain/session/state.ts';

/** A session nobody has written anything into. */
export const emptySession: Session = {
  id: 'new',
  createdAt: '1970-01-01T00:00:00Z',
  rehearsal: false,
  council: {
    kind: 'selection',
    programme: '',
    name: '',
    decision: { number: '', date: null, issuer: '', parentIssuer: '' },
    taskApprovedOn: null,
  },
  meeting: { place: '', startsAt: null, endsAt: null, form: 'inPerson', guests: '', agenda: '', deadline: null },
  pack: null,
  members: {},
  memberOrder: [],
  dossiers: {},
  dossierOrder: [],
  conflicts: {},
  keys: null,
  packages: {},
  returns: {},
  divergedReturns: {},
  furtherKeys: {},
  secretBallot: { choice: null, returns: {}, paperVoters: {}, papers: {}, opened: null, votedAgain: [] },
  paperBallots: {},
  rulings: {},
  lateRulings: {},
  attendance: {},
  viceChairAuthorised: false,
  counting: { committee: [], closed: null, reopened: [] },
  ties: [],
  outlierReasons: {},
  followUpVotes: {},
  conclusionAdoptedAt: null,
  minutes: {
    state: 'draft',
    number: '',
    symbol: '',
    opening: '',
    statements: [],
    recommendations: {},
    generalRecommendation: '',
    lockedAt: null,
    locked: [],
    corrections: [],
  },
  signedFiles: [],
  daysOff: [],
};

const move = <T>(list: T[], item: T, to: number): void => {
  const from = list.indexOf(item);
  if (from === -1) return;
  list.splice(from, 1);
  list.splice(Math.min(to, list.length), 0, item);
};

/** `changes` may carry undefined for a key that is not meant; such a key changes nothing. */
const assignDefined = (target: object, changes: object): void => {
  for (const [key, value] of Object.entries(changes))
    if (value !== undefined) Object.assign(target, { [key]: value as unknown });
};

const setField = (draft: Draft<Session>, field: SessionField, value: unknown): void => {
  const parsed = sessionFields[field].safeParse(value);
  if (!parsed.success) return;
  const path = field.split('.');
  const last = path.pop();
  let target: Record<string, unknown> = draft;
  for (const step of path) target = target[step] as Record<string, unknown>;
  if (last !== undefined) target[last] = parsed.data;
};

const putIn = <T>(table: Record<string, Record<string, T>>, row: string, column: string, value: T): void => {
  (table[row] ??= {})[column] = value;
};

const takeOut = <T>(table: Record<string, Record<string, T>>, row: string, column: string): void => {
  const line = table[row];
  if (!line) return;
  table[row] = Object.fromEntries(Object.entries(line).filter(([key]) => key !== column));
  if (Object.keys(table[row]).length === 0) takeRow(table, row);
};

const takeRow = (table: Record<string, unknown>, row: string): void => {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the tables are plain JSON records keyed by id
  delete table[row];
};

const forgetMember = (draft: Draft<Session>, memberId: string): void => {
  const tables = [draft.members, draft.conflicts, draft.packages, draft.returns, draft.paperBallots, draft.rulings];
  const others = [draft.divergedReturns, draft.furtherKeys, draft.lateRulings, draft.attendance, draft.outlierReasons];
  const { returns, paperVoters } = draft.secretBallot;
  for (const table of [...tables, ...others, returns, paperVoters]) takeRow(table, memberId);
  draft.memberOrder = draft.memberOrder.filter((id) => id !== memberId);
  draft.counting.committee = draft.counting.committee.filter((id) => id !== memberId);
  for (const statement of draft.minutes.statements) if (statement.memberId === memberId) statement.memberId = null;
};

const forgetDossier = (draft: Draft<Session>, dossierId: string): void => {
  takeRow(draft.dossiers, dossierId);
  takeRow(draft.followUpVotes, dossierId);
  takeRow(draft.minutes.recommendations, dossierId);
  draft.dossierOrder = draft.dossierOrder.filter((id) => id !== dossierId);
  takeRow(draft.secretBallot.papers, dossierId);
  const { paperVoters } = draft.secretBallot;
  for (const table of [draft.conflicts, draft.paperBallots, draft.rulings, draft.outlierReasons, paperVoters])
    for (const row of Object.keys(table)) takeOut(table as Record<string, Record<string, unknown>>, row, dossierId);
  for (const statement of draft.minutes.statements) if (statement.dossierId === dossierId) statement.dossierId = null;
};

const declareConflicts = (
  draft: Draft<Session>,
  memberId: string,
  declared: Readonly<Record<string, string>>,
  at: string,
): void => {
  for (const [dossierId, reason] of Object.entries(declared))
    if (!draft.conflicts[memberId]?.[dossierId])
      putIn(draft.conflicts, memberId, dossierId, { state: 'declared', reason, at });
};

const changeSecretBallot = (
  draft: Draft<Session>,
  event: Extract<SessionEvent, { type: `secretBallot.${string}` }>,
  at: string,
): void => {
  const box = draft.secretBallot;
  switch (event.type) {
    case 'secretBallot.chosen':
      box.choice = event.secret;
      return;
    case 'secretBallot.paperMarked':
      return event.cast
        ? putIn<true>(box.paperVoters, event.memberId, event.dossierId, true)
        : takeOut<true>(box.paperVoters, event.memberId, event.dossierId);
    case 'secretBallot.paperPut':
      (box.papers[event.dossierId] ??= []).push(event.paperId);
      return;
    case 'secretBallot.paperRemoved': {
      const left = box.papers[event.dossierId]?.filter((id) => id !== event.paperId) ?? [];
      if (left.length > 0) box.papers[event.dossierId] = left;
      else takeRow(box.papers, event.dossierId);
      return;
    }
    case 'secretBallot.returnDropped':
      takeRow(box.returns, event.memberId);
      takeRow(draft.lateRulings, event.memberId);
      return;
    case 'secretBallot.returnsTaken':
      for (const { memberId, held } of event.returns) {
        // A file read again because the box it lay in was lost takes its own place.
        const before = box.returns[memberId]?.filter(({ digest }) => digest !== held.digest) ?? [];
        box.returns[memberId] = [...before, held];
        declareConflicts(draft, memberId, held.declaredConflicts, at);
      }
      return;
    case 'secretBallot.opened':
      box.opened = { at, taken: event.taken, dossiers: event.dossiers };
      return;
    case 'secretBallot.votedAgain':
      box.returns = {};
      box.paperVoters = {};
      box.papers = {};
      box.opened = null;
      box.votedAgain.push({ at, reason: event.reason });
      // They were about ballots by their numbers, which mean other ballots now.
      draft.rulings = {};
      draft.outlierReasons = {};
      draft.lateRulings = {};
      return;
  }
};

const change = (draft: Draft<Session>, event: SessionEvent, meta: EventMeta): void => {
  const { at } = meta;
  switch (event.type) {
    case 'session.created':
      draft.id = event.id;
      draft.createdAt = at;
      return;
    case 'field.set':
      return setField(draft, event.field, event.value);
    case 'council.kindSet':
      draft.council.kind = event.kind;
      return;
    case 'rehearsal.set':
      draft.rehearsal = event.rehearsal;
      return;
    case 'pack.chosen':
      draft.pack = event.pack;
      return;
    case 'member.added':
      draft.members[event.member.id] = event.member;
      draft.memberOrder.push(event.member.id);
      return;
    case 'member.changed': {
      const member = draft.members[event.memberId];
      if (member) assignDefined(member, event.changes);
      return;
    }
    case 'member.removed':
      return forgetMember(draft, event.memberId);
    case 'member.moved':
      return move(draft.memberOrder, event.memberId, event.to);
    case 'dossier.added':
      draft.dossiers[event.dossier.id] = event.dossier;
      draft.dossierOrder.push(event.dossier.id);
      return;
    case 'dossier.changed': {
      const dossier = draft.dossiers[event.dossierId];
      if (dossier) assignDefined(dossier, event.changes);
      return;
    }
    case 'dossier.removed':
      return forgetDossier(draft, event.dossierId);
    case 'dossier.moved':
      return move(draft.dossierOrder, event.dossierId, event.to);
    case 'attachment.added':
      draft.dossiers[event.dossierId]?.attachments.push(event.attachment);
      return;
    case 'attachment.renamed': {
      const attachment = draft.dossiers[event.dossierId]?.attachments.find(({ id }) => id === event.attachmentId);
      if (attachment) attachment.name = event.name;
      return;
    }
    case 'attachment.removed': {
      const dossier = draft.dossiers[event.dossierId];
      if (dossier) dossier.attachments = dossier.attachments.filter(({ id }) => id !== event.attachmentId);
      return;
    }
    case 'conflict.set':
      return putIn(draft.conflicts, event.memberId, event.dossierId, { state: event.state, reason: event.reason, at });
    case 'conflict.cleared':
      return takeOut(draft.conflicts, event.memberId, event.dossierId);
    case 'attendance.set':
      draft.attendance[event.memberId] = event.attendance;
      return;
    case 'viceChair.authorised':
      draft.viceChairAuthorised = event.authorised;
      return;
    case 'paperBallot.entered':
      return putIn(draft.paperBallots, event.memberId, event.dossierId, event.ballot);
    case 'paperBallot.removed':
      return takeOut(draft.paperBallots, event.memberId, event.dossierId);
    case 'ballot.ruled':
      return putIn(draft.rulings, event.memberId, event.dossierId, { valid: event.valid, reason: event.reason, at });
    case 'ballot.rulingCleared':
      return takeOut(draft.rulings, event.memberId, event.dossierId);
    case 'late.ruled':
      draft.lateRulings[event.memberId] = { valid: event.accepted, reason: event.reason, at };
      return;
    case 'counting.committeeSet':
      draft.counting.committee = [...event.committee];
      return;
    case 'counting.closed':
      draft.counting.closed = { at, counts: event.counts };
      return;
    case 'counting.reopened':
      // A conclusion never outlives the count it was drawn from.
      draft.counting.closed = null;
      draft.counting.reopened.push({ at, reason: event.reason });
      draft.conclusionAdoptedAt = null;
      return;
    case 'tie.castingVote':
      draft.ties.push({ kind: 'castingVote', order: [...event.order], reason: event.reason, at });
      return;
    case 'tie.lotDrawn':
      draft.ties.push({ kind: 'lot', dossiers: [...event.dossiers], seed: event.seed, at });
      return;
    case 'tie.cleared':
      draft.ties.splice(event.index, 1);
      return;
    case 'outlier.explained':
      return putIn(draft.outlierReasons, event.memberId, event.dossierId, event.reason);
    case 'followUp.voted':
      return putIn(draft.followUpVotes, event.dossierId, event.topic, event.vote);
    case 'followUp.cleared':
      return takeOut(draft.followUpVotes, event.dossierId, event.topic);
    case 'conclusion.adopted':
      draft.conclusionAdoptedAt = at;
      return;
    case 'conclusion.withdrawn':
      draft.conclusionAdoptedAt = null;
      return;
    case 'statement.added':
      draft.minutes.statements.push(event.statement);
      return;
    case 'statement.changed': {
      const statement = draft.minutes.statements.find(({ id }) => id === event.statementId);
      if (statement) assignDefined(statement, event.changes);
      return;
    }
    case 'statement.removed':
      draft.minutes.statements = draft.minutes.statements.filter(({ id }) => id !== event.statementId);
      return;
    case 'statement.moved': {
      const statement = draft.minutes.statements.find(({ id }) => id === event.statementId);
      if (statement) move(draft.minutes.statements, statement, event.to);
      return;
    }
    case 'recommendation.set':
      draft.minutes.recommendations[event.dossierId] = event.text;
      return;
    case 'minutes.agreed':
      draft.minutes.state = 'agreed';
      return;
    case 'minutes.redrafted':
      draft.minutes.state = 'draft';
      return;
    case 'keys.renewed':
      draft.keys = { recipient: event.recipient, signer: event.signer, renewedAt: at };
      return;
    case 'keys.exported':
    case 'keys.imported':
      return;
    case 'keys.made':
      draft.keys = { recipient: event.recipient, signer: event.signer };
      return;
    case 'packages.issued':
      // The members are told how they vote: from here on no other pack changes it.
      draft.secretBallot.choice ??= isSecret(draft);
      for (const [memberId, issued] of Object.entries(event.packages))
        (draft.packages[memberId] ??= []).push({ ...issued, issuedAt: at });
      return;
    case 'seat.keyReset':
      // The member lost the key: the next return may come with another one. What was taken before stays in the journal.
      for (const table of [draft.returns, draft.divergedReturns, draft.furtherKeys, draft.secretBallot.returns])
        takeRow(table, event.memberId);
      return;
    case 'seat.furtherKeyAllowed':
      (draft.furtherKeys[event.memberId] ??= []).push({ publicKey: event.publicKey, reason: event.reason, at });
      return;
    case 'returns.imported':
      for (const { memberId, held, beside } of event.returns) {
        ((beside ? draft.divergedReturns : draft.returns)[memberId] ??= []).push(held);
        declareConflicts(draft, memberId, held.declaredConflicts, at);
      }
      return;
    case 'returns.merged':
      (draft.returns[event.memberId] ??= []).push(event.merged);
      return;
    case 'merge.confirmed': {
      const merge = draft.returns[event.memberId]?.find(({ digest }) => digest === event.digest)?.merge;
      if (merge) merge.confirmed = { at, how: event.how };
      return;
    }
    case 'merge.withdrawn': {
      // Both sides stay held as they came, and can be merged anew.
      const held = draft.returns[event.memberId];
      if (held) draft.returns[event.memberId] = held.filter(({ digest, merge }) => !merge || digest !== event.digest);
      return;
    }
    case 'secretBallot.chosen':
    case 'secretBallot.paperMarked':
    case 'secretBallot.paperRemoved':
    case 'secretBallot.returnDropped':
    case 'secretBallot.votedAgain':
    case 'secretBallot.returnsTaken':
    case 'secretBallot.paperPut':
    case 'secretBallot.opened':
      return changeSecretBallot(draft, event, at);
    case 'minutes.locked':
      draft.minutes.state = 'locked';
      draft.minutes.lockedAt = at;
      draft.minutes.locked = [...event.documents];
      return;
    case 'minutes.corrected':
      draft.minutes.state = 'draft';
      draft.minutes.lockedAt = null;
      draft.minutes.corrections.push({ number: draft.minutes.corrections.length + 1, at, reason: event.reason });
      return;
    case 'daysOff.set':
      draft.daysOff = [...event.daysOff].sort((one, other) =>
        one.from < other.from ? -1 : one.from > other.from ? 1 : 0,
      );
      return;
    case 'signedFile.added':
      draft.signedFiles.push(event.file);
      return;
    case 'signedFile.removed':
      draft.signedFiles = draft.signedFiles.filter(({ id }) => id !== event.fileId);
      return;
  }
};

/**
 * The session after one event. Total: an event that names something no longer there changes nothing, so any journal
 * replays; what may be recorded is decided before, by `refuse`.
 */
export const applySession = (session: Session, event: SessionEvent, meta: EventMeta): Session =>
  produce(session, (draft) => change(draft, event, meta));
