import { isBlank, placeOutsideForm } from './ballot-check.ts';
import { headsOf, lineOf, type HeldReturns, type HeldRevision, type HeldSeat } from './held-returns.ts';
import { saysSame, type MergeSide } from './merge.ts';
import { own } from './own.ts';
import type { Reading, Refusal } from './refusal.ts';
import type { ReturnBallots, ReturnManifest } from './return-manifest.ts';

/** A return as opened: seal, container, signature, hashes and schema hold. */
export interface OpenedReturn {
  readonly manifest: ReturnManifest;
  readonly ballots: ReturnBallots;
  /** SHA-256 of the signed manifest. */
  readonly digest: string;
}

/** The lines of a dry run, most serious first. Each has a text in messages/exchange.ts that says what happened and what to do. */
export const intakeOutcomes = [
  'damaged',
  'tampered',
  'newerFormat',
  'refused',
  'otherSession',
  'unknownSeat',
  'otherKey',
  'unchanged',
  'older',
  'otherForm',
  'afterBoxOpened',
  'afterCountClosed',
  'diverged',
  'conflictDossierIncluded',
  'otherDossierVersion',
  'unknownDossier',
  'newRevision',
  'accepted',
] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

/** What follows from an outcome unless the secretary decides otherwise. */
export type IntakeAction =
  /** Taken. */
  | 'take'
  /** Taken without the dossiers in `without`. */
  | 'takeWithout'
  /** Already held, or superseded: nothing to do. */
  | 'nothing'
  /** Kept beside what counts, not counted, until the two are merged. */
  | 'merge'
  /** Waits for a decision: reopen the count, confirm the new key. */
  | 'decide'
  /** Not taken. */
  | 'refuse';

export type IntakeDetails = Readonly<Record<string, string | number | boolean | null>>;
export interface IntakeFinding {
  readonly outcome: IntakeOutcome;
  readonly details: IntakeDetails;
}

export interface IntakeVerdict {
  /** The most serious finding. */
  readonly outcome: IntakeOutcome;
  readonly action: IntakeAction;
  readonly details: IntakeDetails;
  /** Everything found, most serious first. */
  readonly findings: readonly IntakeFinding[];
  /** Known only from a return whose signature and seat proof hold. */
  readonly memberId: string | null;
  readonly revision: number | null;
  /** Arrived after the deadline: taken, stamped, decided by the chair. */
  readonly late: boolean;
  /** Dossiers whose ballots are left out. */
  readonly without: readonly string[];
  /** Dossiers whose ballot came with nothing written on it; a notice, no obstacle. */
  readonly blank: readonly string[];
  /** Digest of the newest revision both sides were written upon, for a merge; null when there is none. */
  readonly mergeBase: string | null;
  /** Digests it takes the place of though it was not written upon them. */
  readonly supersedes: readonly string[];
  /** To be kept beside what counts: it diverged. */
  readonly beside: boolean;
}

const actions: Readonly<Record<IntakeOutcome, IntakeAction>> = {
  damaged: 'refuse',
  tampered: 'refuse',
  newerFormat: 'refuse',
  refused: 'refuse',
  otherSession: 'refuse',
  unknownSeat: 'refuse',
  otherKey: 'decide',
  unchanged: 'nothing',
  older: 'nothing',
  otherForm: 'refuse',
  afterBoxOpened: 'refuse',
  afterCountClosed: 'decide',
  diverged: 'merge',
  conflictDossierIncluded: 'takeWithout',
  otherDossierVersion: 'takeWithout',
  unknownDossier: 'takeWithout',
  newRevision: 'take',
  accepted: 'take',
};

/** Does applying the verdict change the session, without anybody deciding something first? A diverged return is kept, though not counted. */
export const appliesByItself = ({ action }: Pick<IntakeVerdict, 'action'>): boolean =>
  action === 'take' || action === 'takeWithout' || action === 'merge';

const bare: Omit<IntakeVerdict, 'outcome' | 'action' | 'details' | 'findings'> = {
  memberId: null,
  revision: null,
  late: false,
  without: [],
  blank: [],
  mergeBase: null,
  supersedes: [],
  beside: false,
};

const refusedAs = (outcome: IntakeOutcome, details: IntakeDetails): IntakeVerdict => ({
  ...bare,
  outcome,
  action: actions[outcome],
  details,
  findings: [{ outcome, details }],
});

/** The line a refused file gets. */
export const judgeRefusal = (refusal: Refusal): IntakeVerdict => {
  switch (refusal.code) {
    case 'damaged':
    case 'tampered':
      return refusedAs(refusal.code, { where: refusal.where });
    case 'newerFormat':
      return refusedAs('newerFormat', { version: refusal.version });
    case 'notForThisKey':
      return refusedAs('otherSession', { sessionId: null });
    case 'wrongPassphrase':
    case 'notExchangeFile':
      return refusedAs('refused', { code: refusal.code });
    case 'wrongKind':
      return refusedAs('refused', { code: refusal.code, expected: refusal.expected, found: refusal.found });
    case 'danger':
      return refusedAs('refused', { code: refusal.code, danger: refusal.danger, entry: refusal.entry });
    case 'limit':
      return refusedAs('refused', { code: refusal.code, limit: refusal.limit, value: refusal.value, max: refusal.max });
    case 'malformed':
      return refusedAs('refused', { code: refusal.code, path: refusal.path, problem: refusal.problem });
  }
};

type Standing = {
  readonly outcome: 'accepted' | 'newRevision' | 'unchanged' | 'older' | 'diverged';
  readonly supersedes: readonly string[];
};

const plainly = (outcome: Standing['outcome']): Standing => ({ outcome, supersedes: [] });

/** How an arriving revision stands to the ones held. */
const standing = (arriving: HeldRevision, held: readonly HeldRevision[], side: MergeSide): Standing => {
  const heads = headsOf(held);
  if (heads.some(({ digest }) => digest === arriving.digest)) return plainly('unchanged');
  if (held.some(({ digest, ancestors }) => digest === arriving.digest || ancestors.includes(arriving.digest)))
    return plainly('older');
  if (held.length === 0) return plainly('accepted');
  const writtenUpon = new Set(arriving.ancestors);
  const counted = heads.find(({ beside }) => beside !== true);
  // Written upon the one that counts: it takes its place, and what had diverged before stays beside as it was.
  if (heads.every(({ digest }) => writtenUpon.has(digest)) || (counted && writtenUpon.has(counted.digest)))
    return plainly('newRevision');
  // A merge is not the member's own, so the member never writes upon it. What then comes says the same as the merge, or says more
  // than the return it was written upon while the confirmed merge says no more than that: nothing can be lost.
  if (counted?.merge !== undefined && counted.side && heads.length === 1) {
    const base = held.find(({ digest }) => digest === commonBase(arriving, held));
    const nothingToLose =
      saysSame(side, counted.side) ||
      (counted.merge === 'confirmed' && base?.side !== undefined && saysSame(base.side, counted.side));
    if (nothingToLose) return { outcome: 'newRevision', supersedes: [counted.digest] };
  }
  return plainly('diverged');
};

/** The newest digest both an arriving revision and every held head were written upon (or are); null when there is none. */
const commonBase = (arriving: HeldRevision, held: readonly HeldRevision[]): string | null => {
  const lines = headsOf(held).map((head) => lineOf(head, held));
  return arriving.ancestors.findLast((digest) => lines.every((line) => line.has(digest))) ?? null;
};

const dossierFindings = (opened: OpenedReturn, held: HeldReturns, seat: HeldSeat): readonly IntakeFinding[] => {
  const versions = new Map(opened.manifest.dossiers.map(({ id, fingerprint }) => [id, fingerprint]));
  return [...versions].flatMap(([dossierId, fingerprint]): readonly IntakeFinding[] => {
    if (seat.withheld.includes(dossierId)) return [{ outcome: 'conflictDossierIncluded', details: { dossierId } }];
    const dossier = own(held.dossiers, dossierId);
    if (!dossier) return [{ outcome: 'unknownDossier', details: { dossierId } }];
    if (dossier.fingerprint !== fingerprint) return [{ outcome: 'otherDossierVersion', details: { dossierId } }];
    return [];
  });
};

const formFindings = (opened: OpenedReturn, held: HeldReturns): readonly IntakeFinding[] => {
  if (opened.manifest.packFingerprint !== held.packFingerprint)
    return [{ outcome: 'otherForm', details: { formId: null } }];
  return opened.manifest.dossiers.flatMap(({ id }): readonly IntakeFinding[] => {
    const dossier = own(held.dossiers, id);
    if (!dossier) return [];
    const form = own(held.forms, dossier.formId);
    const used = own(opened.manifest.formFingerprints, dossier.formId);
    return form?.fingerprint === used ? [] : [{ outcome: 'otherForm', details: { formId: dossier.formId } }];
  });
};

const contentFinding = (opened: OpenedReturn, held: HeldReturns): IntakeFinding | null => {
  for (const [dossierId, ballot] of Object.entries(opened.ballots)) {
    const dossier = own(held.dossiers, dossierId);
    const form = dossier && own(held.forms, dossier.formId)?.form;
    // Products belong to the version of the dossier that was judged; another version is told as such.
    const judged = opened.manifest.dossiers.find(({ id }) => id === dossierId);
    if (!form || judged?.fingerprint !== dossier.fingerprint) continue;
    const place = placeOutsideForm(form, dossier.productIds, ballot);
    if (place !== null)
      return {
        outcome: 'refused',
        details: { code: 'malformed', path: `ballots.json/${dossierId}/${place}`, problem: 'outsideForm' },
      };
  }
  return null;
};

/**
 * What an arrived return means to the session. Pure: the same inputs give the same verdict, whatever was judged before.
 *
 * @param arrival the return as opened, or why it could not be.
 * @param context `seatProofHolds`: was the proof made with this seat's secret (false also where the seat is unknown)?
 *   `receivedAt`: the moment of import.
 */
export const judgeReturn = (
  arrival: Reading<OpenedReturn>,
  held: HeldReturns,
  context: { readonly seatProofHolds: boolean; readonly receivedAt: string },
): IntakeVerdict => {
  if (!arrival.ok) return judgeRefusal(arrival.refusal);
  const opened = arrival.value;
  const { manifest } = opened;
  if (manifest.sessionId !== held.sessionId) return refusedAs('otherSession', { sessionId: manifest.sessionId });
  const seat = own(held.seats, manifest.memberId);
  if (!seat) return refusedAs('unknownSeat', { memberId: manifest.memberId });
  if (!context.seatProofHolds) return refusedAs('tampered', { where: 'seatProof' });

  const dossierProblems = [...formFindings(opened, held), ...dossierFindings(opened, held, seat)];
  const without = dossierProblems
    .filter(({ outcome }) => actions[outcome] === 'takeWithout')
    .map(({ details }) => String(details['dossierId']));
  const side: MergeSide = {
    ballots: Object.fromEntries(Object.entries(opened.ballots).filter(([id]) => !without.includes(id))),
    conflicts: Object.fromEntries(manifest.conflicts.map(({ dossierId, reason }) => [dossierId, reason])),
    remarks: manifest.remarks,
  };
  const arriving: HeldRevision = {
    returnId: manifest.returnId,
    revision: manifest.revision,
    digest: opened.digest,
    ancestors: manifest.ancestors,
  };
  const { outcome: chain, supersedes } = standing(arriving, seat.revisions, side);
  const late = held.deadline !== null && Date.parse(context.receivedAt) > Date.parse(held.deadline);
  const secret = held.secretBallot === true;
  const findings: IntakeFinding[] = [
    { outcome: chain, details: { revision: manifest.revision, ...(secret ? { secret } : {}) } },
  ];
  if (
    seat.pinnedKey !== null &&
    seat.pinnedKey !== manifest.memberKey &&
    seat.furtherKeys?.includes(manifest.memberKey) !== true
  )
    findings.push({ outcome: 'otherKey', details: { memberId: manifest.memberId, key: manifest.memberKey } });
  // What is held already needs no second judgement: importing twice must change nothing, whatever happened since.
  const known = chain === 'unchanged' || chain === 'older';
  if (!known) {
    const content = contentFinding(opened, held);
    if (content) findings.push(content);
    findings.push(...dossierProblems);
    if (held.boxOpenedAt) findings.push({ outcome: 'afterBoxOpened', details: { openedAt: held.boxOpenedAt } });
    if (held.countClosedAt !== null)
      findings.push({ outcome: 'afterCountClosed', details: { closedAt: held.countClosedAt } });
  }
  findings.sort((a, b) => intakeOutcomes.indexOf(a.outcome) - intakeOutcomes.indexOf(b.outcome));
  const first = findings[0];
  if (!first) throw new Error('a return always stands somehow to the ones held');
  return {
    outcome: first.outcome,
    // In a secret vote nobody may lay two returns side by side: the member says which one is meant.
    action: first.outcome === 'diverged' && secret ? 'decide' : actions[first.outcome],
    details: first.details,
    findings,
    memberId: manifest.memberId,
    revision: manifest.revision,
    late,
    without: known ? [] : without,
    blank: Object.entries(opened.ballots).flatMap(([id, ballot]) => (isBlank(ballot) ? [id] : [])),
    mergeBase: chain === 'diverged' ? commonBase(arriving, seat.revisions) : null,
    supersedes,
    beside: chain === 'diverged' && !secret,
  };
};

/** The digest a return was written upon directly; null for a first one. */
export const previousDigest = (manifest: Pick<ReturnManifest, 'ancestors'>): string | null =>
  manifest.ancestors.at(-1) ?? null;
