import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Ballot } from '#domain/forms/ballot.ts';
import { criteriaOf } from '#domain/forms/points.ts';
import { rulesFor } from '#domain/regulation/pack.ts';
import { proposePack } from '#domain/regulation/propose.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import type { Dossier, Member } from '#domain/session/state.ts';
import type { HoidongArchive, SessionDocument } from '#main/application/archive.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import { newMemberKeys, newSeatSecret, type MemberKeys } from '#main/exchange/keys.ts';
import { sealReturn } from '#main/exchange/return-file.ts';
import { loadPacks } from '#main/services/pack-library.ts';
import { describedDossiers, packFingerprint } from '#main/services/package-content.ts';
import type { SessionKeyring } from '#main/services/session-keys.ts';

const assets = fileURLToPath(new URL('../../assets', import.meta.url));

const member = (id: string, number: number): Member => ({
  id,
  name: `Nguyễn Văn ${number}`,
  office: number === 1 ? 'chair' : 'member',
  academicTitle: '',
  position: '',
  organisation: '',
  outside: false,
  email: '',
  phone: '',
});

const dossier = (id: string): Dossier => ({
  id,
  code: id,
  title: `Hồ sơ ${id}`,
  hostOrganisation: 'Viện Mẫu',
  principal: 'Lê Văn C',
  formId: null,
  products: [],
  deliveries: {},
  contest: '',
  lateness: { daysLate: 0, due: null, consented: false },
  attachments: [],
});

/** A session whose members all hold packages, and how to have their returns without opening one. */
export interface SealedCouncil {
  readonly sessionId: string;
  readonly document: SessionDocument;
  readonly members: readonly string[];
  /** A member's return; revisions must be asked for in their order. */
  readonly returnOf: (
    memberId: string,
    options?: { readonly points?: string; readonly branch?: boolean },
  ) => Promise<Uint8Array>;
}

/** Makes a council of `count` members and `dossiers` dossiers in the archive, its keys in the keyring, every member's seat prepared. */
export const makeSealedCouncil = async (
  archive: HoidongArchive,
  keyring: SessionKeyring,
  clock: () => Date,
  { count, dossiers = 2 }: { readonly count: number; readonly dossiers?: number },
): Promise<SealedCouncil> => {
  const sessionId = randomUUID();
  const { packs } = await loadPacks(join(assets, 'regulations'));
  const { pack } = proposePack(packs, { kind: 'selection', approvedOn: '2026-10-01', programme: 'NSCL' });
  const form = pack === null ? undefined : rulesFor(pack, 'selection')?.forms[0];
  if (pack === null || form === undefined) throw new Error('there is a pack for selection');
  const members = Array.from({ length: count }, (_, at) => `tv-${at + 1}`);
  const events: SessionEvent[] = [
    { type: 'session.created', id: sessionId },
    { type: 'council.kindSet', kind: 'selection' },
    { type: 'pack.chosen', pack, reason: '' },
    ...members.map((id, at) => ({ type: 'member.added', member: member(id, at + 1) }) as const),
    ...Array.from(
      { length: dossiers },
      (_, at) => ({ type: 'dossier.added', dossier: dossier(`hs-${at + 1}`) }) as const,
    ),
  ];
  const document = await archive.sessions.create(sessionId, events, 'test');
  const keys = await keyring.getOrMake(document);
  const seatSecret = newSeatSecret();
  const described = describedDossiers(document.state);
  const formFingerprints = { [form.id]: fingerprintOf(form) };
  await document.append(
    () => [
      {
        type: 'packages.issued',
        packages: Object.fromEntries(
          members.map((id) => [
            id,
            {
              packageId: `goi-${id}`,
              number: 1,
              dossiers: Object.fromEntries(described.map(({ id: dossierId, fingerprint }) => [dossierId, fingerprint])),
              formFingerprints,
              packFingerprint: packFingerprint(document.state),
              seatSecret,
            },
          ]),
        ),
      },
    ],
    'test',
  );

  // One key for all seats: the program pins a key to a seat, and never asks whose else it is.
  const memberKeys: MemberKeys = await newMemberKeys();
  const chains = new Map<string, string[]>();
  const ballot = (points: string): Ballot => ({
    answers: Object.fromEntries(
      criteriaOf(form, []).map(({ key }) => [key, { value: { kind: 'points', points }, comment: 'Nhận xét' }]),
    ),
    opinion: null,
    opinionFields: {},
    comment: 'Ý kiến chung',
    abstained: false,
  });

  return {
    sessionId,
    document,
    members,
    returnOf: async (memberId, { points = '1', branch = false } = {}) => {
      const chain = chains.get(memberId) ?? [];
      const ancestors = branch ? chain.slice(0, -1) : chain;
      const sealed = await sealReturn({
        sessionId,
        memberId,
        packageId: `goi-${memberId}`,
        packageNumber: 1,
        returnId: randomUUID(),
        revision: ancestors.length + 1,
        ancestors: [...ancestors],
        createdAt: clock().toISOString(),
        deviceId: branch ? 'may-2' : 'may-1',
        packFingerprint: packFingerprint(document.state),
        formFingerprints,
        dossiers: described.map(({ id, fingerprint }) => ({ id, fingerprint })),
        conflicts: [],
        remarks: '',
        ballots: Object.fromEntries(described.map(({ id }) => [id, ballot(points)])),
        keys: memberKeys,
        seatSecret,
        recipient: keys.recipient,
      });
      if (!branch) chains.set(memberId, [...chain, sealed.digest]);
      return collectBytes(sealed.chunks);
    },
  };
};
