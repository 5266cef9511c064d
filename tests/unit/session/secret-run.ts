import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { blankBallot, type Ballot } from '#domain/forms/ballot.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { blankDossier, blankMember } from '#domain/session/blank.ts';
import { formFor } from '#domain/session/ballots.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { dossiersOf, type Session } from '#domain/session/state.ts';
import { openHoidongArchive, type HoidongArchive, type SessionDocument } from '#main/application/archive.ts';
import type { Services } from '#main/application/services.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { newMemberKeys, newSeatSecret, type MemberKeys } from '#main/exchange/keys.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { sealReturn } from '#main/exchange/return-file.ts';
import { createBallotBoxes, sweepBallotBoxes, type BallotBoxes } from '#main/services/ballot-box.ts';
import { createBatches } from '#main/services/intake/batches.ts';
import { createJobs } from '#main/services/jobs.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { describedDossiers, packFingerprint } from '#main/services/package-content.ts';
import { createReturnsService } from '#main/services/returns.ts';
import { createSecretBallotsService } from '#main/services/secret-ballots.ts';
import { createSessionKeyring, type SessionKeyring } from '#main/services/session-keys.ts';
import { createSessionsService } from '#main/services/sessions.ts';
import { createVault } from '#main/services/vault.ts';

export const memberIds = ['m1', 'm2', 'm3', 'm4', 'm5'] as const;
export const memberNames = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Văn Cường', 'Phạm Thị Dung', 'Hoàng Văn Em'];
export const dossierIds = ['d1', 'd2'] as const;

/** Points of the three criteria of B8-ĐGNV. */
export const pointsBallot = (points: readonly [number, number, number], comment = ''): Ballot => ({
  ...blankBallot,
  answers: Object.fromEntries(
    criteria.map((id, index) => [
      id,
      { value: { kind: 'points' as const, points: String(points[index] ?? 0) }, comment: '' },
    ]),
  ),
  comment,
});
const { packs } = await loadPacks(new URL('../../../assets/regulations', import.meta.url).pathname);
export const pack = (() => {
  const found = packs.find(({ id }) => id === 'nscl-selection-2022');
  if (!found) throw new Error('the NSCL pack is shipped');
  return found;
})();
const criteria = (rulesFor(pack, 'selection')?.forms[0]?.groups ?? []).flatMap(({ criteria: own }) =>
  own.map(({ id }) => id),
);

export type Votes = Readonly<Record<string, Readonly<Record<string, Ballot>>>>;

/** A session of five members and two dossiers on a real disk, with the services of the secretary around it. */
export class SecretRun {
  readonly dataDir: string;
  readonly archive: HoidongArchive;
  readonly document: SessionDocument;
  readonly keyring: SessionKeyring;
  readonly boxes: BallotBoxes;
  readonly returns: Services['returns'];
  readonly secretBallots: Services['secretBallots'];
  readonly sessions: Services['sessions'];
  readonly memberKeys = new Map<string, MemberKeys>();
  readonly seatSecrets = new Map<string, string>();
  /** What each return called itself, by member. */
  readonly marks: { returnId: string; deviceId: string; createdAt: string }[] = [];
  #made = 0;

  private constructor(
    dataDir: string,
    archive: HoidongArchive,
    document: SessionDocument,
    clock: () => Date,
    ids: () => string,
  ) {
    this.dataDir = dataDir;
    this.archive = archive;
    this.document = document;
    const vault = createVault({
      dataDir,
      protection: { protect: (bytes) => Promise.resolve(bytes), unprotect: (bytes) => Promise.resolve(bytes) },
      cipher: inProcessCipher(10),
      refuseUnlessWritable: () => undefined,
    });
    this.#vault = vault;
    this.keyring = createSessionKeyring({ archive, vault, clock });
    this.boxes = createBallotBoxes({ archive, vault, dataDir });
    const batches = createBatches({ archive, keyring: this.keyring, clock, ids });
    const deps = { archive, keyring: this.keyring, boxes: this.boxes, batches, clock, ids };
    this.returns = createReturnsService({ ...deps, jobs: createJobs() });
    this.secretBallots = createSecretBallotsService(deps);
    this.sessions = createSessionsService({
      archive,
      clock,
      ids,
      packs: { list: () => Promise.resolve([]) },
      sample: {} as never,
    });
  }
  readonly #vault: ReturnType<typeof createVault>;

  static async start(secret: boolean): Promise<SecretRun> {
    const dataDir = await mkdtemp(join(tmpdir(), 'hoidong-secret-'));
    let seconds = 0;
    let named = 0;
    const clock = (): Date => new Date(Date.UTC(2026, 10, 23, 1, 0, (seconds += 1)));
    const ids = (): string => `id-${(named += 1)}`;
    const archive = await openHoidongArchive(dataDir, { clock: () => clock().toISOString(), ids });
    const events: SessionEvent[] = [
      { type: 'session.created', id: 's1' },
      { type: 'council.kindSet', kind: 'selection' },
      { type: 'pack.chosen', pack, reason: '' },
      { type: 'secretBallot.chosen', secret },
      ...memberIds.map((id, index): SessionEvent => ({
        type: 'member.added',
        member: {
          ...blankMember(id),
          name: memberNames[index] ?? '',
          office: (['chair', 'viceChair', 'reviewer', 'reviewer', 'member'] as const)[index] ?? 'member',
        },
      })),
      ...dossierIds.map((id): SessionEvent => ({
        type: 'dossier.added',
        dossier: { ...blankDossier(id), title: `Nhiệm vụ mẫu ${id}`, hostOrganisation: 'Viện Mẫu' },
      })),
    ];
    const document = await archive.sessions.create('s1', events, 'secretary');
    const run = new SecretRun(dataDir, archive, document, clock, ids);
    await run.#vault.create(null);
    await run.keyring.getOrMake(document);
    for (const memberId of memberIds) {
      run.memberKeys.set(memberId, await newMemberKeys());
      run.seatSecrets.set(memberId, newSeatSecret());
    }
    await run.happen(
      memberIds.map((memberId): SessionEvent => ({
        type: 'packages.issued',
        packages: {
          [memberId]: {
            packageId: `p-${memberId}`,
            number: 1,
            dossiers: {},
            formFingerprints: {},
            packFingerprint: packFingerprint(document.state),
            seatSecret: run.seatSecrets.get(memberId) ?? '',
          },
        },
      })),
    );
    return run;
  }

  get state(): Session {
    return this.document.state;
  }

  /** Records events as they are, without asking the rules. */
  async happen(events: readonly SessionEvent[]): Promise<void> {
    for (const event of events) await this.document.append([event], 'secretary');
  }

  async do(...events: Parameters<Services['sessions']['record']>[0]['events']): Promise<void> {
    await this.sessions.record({ sessionId: 's1', events });
  }

  async attend(...absent: readonly string[]): Promise<void> {
    await this.do(
      ...memberIds.map((memberId) => ({
        type: 'attendance.set' as const,
        memberId,
        attendance: {
          status: absent.includes(memberId) ? ('absent' as const) : ('present' as const),
          reason: '',
          writtenComments: '',
        },
      })),
    );
  }

  /** One member's return as a file. */
  async makeReturn(
    memberId: string,
    ballots: Readonly<Record<string, Ballot>>,
    chain: { revision?: number; ancestors?: readonly string[]; returnId?: string } = {},
  ): Promise<{ file: File; digest: string }> {
    const keys = this.memberKeys.get(memberId);
    if (!keys) throw new Error('a member has keys');
    const session = this.state;
    const made = (this.#made += 1);
    const mark = {
      returnId: chain.returnId ?? `return-${memberId}-${made}`,
      deviceId: `device-${memberId}`,
      createdAt: new Date(Date.UTC(2026, 10, 22, 2, made, 7, 123)).toISOString(),
    };
    this.marks.push(mark);
    const form = dossiersOf(session).map((dossier) => formFor(session, dossier))[0];
    const { digest, chunks } = await sealReturn({
      sessionId: 's1',
      memberId,
      packageId: `p-${memberId}`,
      packageNumber: 1,
      ...mark,
      revision: chain.revision ?? 1,
      ancestors: [...(chain.ancestors ?? [])],
      packFingerprint: packFingerprint(session),
      formFingerprints: form ? { [form.id]: fingerprintOf(form) } : {},
      dossiers: describedDossiers(session).flatMap(({ id, fingerprint }) => (ballots[id] ? [{ id, fingerprint }] : [])),
      conflicts: [],
      remarks: '',
      ballots,
      keys,
      seatSecret: this.seatSecrets.get(memberId) ?? '',
      recipient: (await this.keyring.get(this.document)).recipient,
    });
    return {
      digest,
      file: new File([new Uint8Array(await collectBytes(chunks))], `phieu-${memberId}.hdphieu`),
    };
  }

  /** Reads the files and takes what applies; answers with the outcome of each. */
  async take(...files: readonly File[]): Promise<readonly string[]> {
    const { batchId, lines } = await this.returns.preview({ sessionId: 's1', files: [...files] });
    if (lines.some(({ applies }) => applies)) await this.returns.apply({ sessionId: 's1', batchId });
    return lines.map(({ code }) => code);
  }

  async takeAll(votes: Votes): Promise<void> {
    for (const memberId of memberIds) {
      const ballots = votes[memberId];
      if (ballots) await this.take((await this.makeReturn(memberId, ballots)).file);
    }
  }

  /** Every file under the data folder, by its place. */
  async stored(): Promise<ReadonlyMap<string, Buffer>> {
    const entries = await readdir(this.dataDir, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      await Promise.all(
        files.sort().map(async (path) => [relative(this.dataDir, path), await readFile(path)] as const),
      ),
    );
  }

  sweep(): Promise<void> {
    return sweepBallotBoxes(this.dataDir, this.archive, this.boxes);
  }

  async end(): Promise<void> {
    await this.archive.close();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
