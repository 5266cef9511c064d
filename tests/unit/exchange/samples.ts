import { createHash } from 'node:crypto';
import type { Ballot } from '#domain/forms/ballot.ts';
import type { Form } from '#domain/forms/form.ts';
import type { HeldReturns } from '#domain/exchange/held-returns.ts';
import type { PackageManifest } from '#domain/exchange/package-manifest.ts';
import type { ReturnManifest } from '#domain/exchange/return-manifest.ts';
import { collectBytes } from '#main/exchange/byte-streams.ts';
import { fingerprintOf } from '#main/exchange/fingerprint.ts';
import {
  newMemberKeys,
  newSeatSecret,
  newSessionKeys,
  type MemberKeys,
  type SessionKeys,
} from '#main/exchange/keys.ts';
import {
  describeDossier,
  sealPackage,
  type PackageDossierInput,
  type PackageFileInput,
  type PackageInput,
} from '#main/exchange/package-file.ts';
import { inProcessCipher } from '#main/exchange/passphrase-cipher.ts';
import { sealReturn, type ReturnInput } from '#main/exchange/return-file.ts';

/** A cheap key derivation: the dear one has tests of its own. */
export const quickCipher = inProcessCipher(4);
export const passphrase = 'HKLM-2345-QT67-89HK';

export const form: Form = {
  id: 'phieu-danh-gia',
  code: null,
  title: 'Phiếu đánh giá hồ sơ "tuyển chọn" & giao trực tiếp',
  source: { document: null, clause: null, mark: 'unverified', note: null },
  groups: [
    {
      id: 'chung',
      label: "Nội dung (mục 'A')",
      criteria: [
        {
          id: 'tong-quan',
          label: 'Tổng quan <b>nghiên cứu</b>',
          guidance: null,
          scale: { kind: 'points', max: '12', step: '0.5', min: null },
          allowNotApplicable: false,
          comment: 'optional',
          perProduct: false,
        },
        {
          id: 'nang-luc',
          label: 'Năng lực tổ chức',
          guidance: 'Xem thuyết minh',
          scale: { kind: 'marks', top: 4, coefficient: '2' },
          allowNotApplicable: true,
          comment: 'none',
          perProduct: false,
        },
        {
          id: 'chat-luong',
          label: 'Chất lượng sản phẩm',
          guidance: null,
          scale: { kind: 'levels', aspect: 'quality' },
          allowNotApplicable: false,
          comment: 'none',
          perProduct: true,
        },
      ],
    },
  ],
  opinions: [
    {
      id: 'thuc-hien',
      label: 'Đề nghị thực hiện',
      meaning: 'for',
      fields: [{ id: 'ten', label: 'Dự kiến tên', required: true }],
    },
  ],
  overallComment: 'optional',
};

export const ballot: Ballot = {
  answers: {
    'tong-quan': {
      value: { kind: 'points', points: '10.5' },
      comment: 'Khá đầy đủ; "cần bổ sung" trích dẫn & số liệu',
    },
    'nang-luc': { value: { kind: 'marks', mark: 3 }, comment: '' },
    'chat-luong:sp-1': { value: { kind: 'levels', level: 'pass' }, comment: '' },
  },
  opinion: 'thuc-hien',
  opinionFields: { ten: 'Nghiên cứu quy trình sấy' },
  comment: '<script>alert(1)</script> giữ nguyên như chữ',
  abstained: false,
};

export const fileOf = (id: string, name: string, bytes: Uint8Array): PackageFileInput => ({
  id,
  name,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  pages: null,
  open: async function* () {
    await Promise.resolve();
    yield bytes;
  },
});

export const dossierInput = (id: string, files: readonly PackageFileInput[] = []): PackageDossierInput => ({
  id,
  code: `HS-${id}`,
  title: 'Quy trình sấy nông sản',
  hostOrganisation: 'Viện A',
  principal: 'Nguyễn Văn A',
  formId: form.id,
  products: [{ id: 'sp-1', name: 'Máy sấy', group: 'I' }],
  files,
});

const pdf = (text: string): Uint8Array => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);

export const dossiers: readonly PackageDossierInput[] = [
  dossierInput('hs-1', [fileOf('tep-1', 'Thuyết minh.pdf', pdf('một')), fileOf('tep-2', 'Dự toán.xlsx', pdf('hai'))]),
  dossierInput('hs-2', [fileOf('tep-3', 'Thuyết minh.pdf', pdf('ba'))]),
];

export const packFingerprint = fingerprintOf({ id: 'bo-thu' });

export const packageInput = (
  keys: SessionKeys,
  seatSecret: string,
  changes: Partial<PackageInput> = {},
): PackageInput => ({
  sessionId: 'phien-1',
  packageId: 'goi-1',
  number: 1,
  issuedAt: '2026-11-23T08:00:00+07:00',
  rehearsal: false,
  secretBallot: false,
  deadline: '2026-12-01T17:00',
  session: {
    title: 'Họp hội đồng tư vấn tuyển chọn',
    councilKind: 'selection',
    councilName: 'Hội đồng tư vấn tuyển chọn',
    programme: 'Chương trình thử',
    place: 'Hà Nội',
    startsAt: '2026-12-02T08:00',
    meetingForm: 'inPerson',
    decision: { number: '01/QĐ', date: '2026-11-01', issuer: 'Bộ' },
  },
  seat: {
    memberId: 'tv-1',
    name: 'Trần Thị B',
    office: 'reviewer',
    academicTitle: 'TS',
    position: '',
    organisation: 'Viện B',
    secret: seatSecret,
  },
  members: [{ memberId: 'tv-1', name: 'Trần Thị B', office: 'reviewer' }],
  pack: { id: 'bo-thu', version: '1', title: 'Bộ thử', fingerprint: packFingerprint },
  changes: null,
  forms: [form],
  dossiers,
  keys,
  ...changes,
});

/** A seat with everything both sides know. */
export interface Seat {
  readonly session: SessionKeys;
  readonly member: MemberKeys;
  readonly seatSecret: string;
}

export const newSeat = async (): Promise<Seat> => ({
  session: await newSessionKeys(),
  member: await newMemberKeys(),
  seatSecret: newSeatSecret(),
});

export const makePackage = async (
  seat: Seat,
  changes: Partial<PackageInput> = {},
): Promise<{ bytes: Uint8Array; manifest: PackageManifest; digest: string }> => {
  const sealed = await sealPackage(packageInput(seat.session, seat.seatSecret, changes), passphrase, {
    cipher: quickCipher,
  });
  return { bytes: await collectBytes(sealed.chunks), manifest: sealed.manifest, digest: sealed.digest };
};

export const returnInput = (seat: Seat, changes: Partial<ReturnInput> = {}): ReturnInput => ({
  sessionId: 'phien-1',
  memberId: 'tv-1',
  packageId: 'goi-1',
  packageNumber: 1,
  returnId: 'phieu-1',
  revision: 1,
  ancestors: [],
  createdAt: '2026-11-25T20:00:00+07:00',
  deviceId: 'may-1',
  packFingerprint,
  formFingerprints: { [form.id]: fingerprintOf(form) },
  dossiers: dossiers.map((dossier) => ({ id: dossier.id, fingerprint: describeDossier(dossier).fingerprint })),
  conflicts: [],
  remarks: '',
  ballots: { 'hs-1': ballot, 'hs-2': ballot },
  keys: seat.member,
  seatSecret: seat.seatSecret,
  recipient: seat.session.recipient,
  ...changes,
});

export const makeReturn = async (
  seat: Seat,
  changes: Partial<ReturnInput> = {},
): Promise<{ bytes: Uint8Array; manifest: ReturnManifest; digest: string }> => {
  const sealed = await sealReturn(returnInput(seat, changes));
  return { bytes: await collectBytes(sealed.chunks), manifest: sealed.manifest, digest: sealed.digest };
};

export const heldNothing = (changes: Partial<HeldReturns> = {}): HeldReturns => ({
  sessionId: 'phien-1',
  seats: { 'tv-1': { pinnedKey: null, revisions: [], withheld: [] } },
  dossiers: Object.fromEntries(
    dossiers.map((dossier) => [
      dossier.id,
      { fingerprint: describeDossier(dossier).fingerprint, formId: dossier.formId, productIds: ['sp-1'] },
    ]),
  ),
  forms: { [form.id]: { form, fingerprint: fingerprintOf(form) } },
  packFingerprint,
  countClosedAt: null,
  deadline: null,
  ...changes,
});
