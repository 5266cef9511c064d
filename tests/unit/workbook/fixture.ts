import type { Form } from '#domain/forms/form.ts';
import { applyWorkbook, emptyWorkbook } from '#domain/workbook/apply.ts';
import type { WorkbookEvent } from '#domain/workbook/events.ts';
import { givenPackageSchema, type GivenDossier, type GivenPackage, type Workbook } from '#domain/workbook/state.ts';

const source = { document: null, clause: null, mark: 'unverified', note: null } as const;
const digest = (letter: string): string => letter.repeat(64);

/** One form with every scale there is. */
export const everyScale: Form = {
  id: 'everyScale',
  code: 'M1',
  title: 'Phiếu thử',
  source,
  groups: [
    {
      id: 'g1',
      label: 'Nhóm một',
      criteria: [
        {
          id: 'urgency',
          label: 'Tính cấp thiết',
          guidance: null,
          scale: { kind: 'points', max: '15', step: '0.5', min: '5' },
          allowNotApplicable: false,
          comment: 'required',
          perProduct: false,
        },
        {
          id: 'method',
          label: 'Phương pháp',
          guidance: 'Mục 14',
          scale: { kind: 'marks', top: 4, coefficient: '2' },
          allowNotApplicable: true,
          comment: 'optional',
          perProduct: false,
        },
      ],
    },
    {
      id: 'g2',
      label: 'Nhóm hai',
      criteria: [
        {
          id: 'overlap',
          label: 'Không trùng lặp',
          guidance: null,
          scale: { kind: 'passFail' },
          allowNotApplicable: false,
          comment: 'none',
          perProduct: false,
        },
        {
          id: 'quality',
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
    { id: 'yes', label: 'Đề nghị thực hiện', meaning: 'for', fields: [] },
    {
      id: 'changes',
      label: 'Đề nghị thực hiện với điều chỉnh',
      meaning: 'forWithChanges',
      fields: [
        { id: 'name', label: 'Dự kiến tên', required: true },
        { id: 'aim', label: 'Định hướng mục tiêu', required: false },
      ],
    },
  ],
  overallComment: 'required',
};

export const dossier = (number: number, changes: Partial<GivenDossier> = {}): GivenDossier => ({
  id: `dossier-${number}`,
  code: `M-${number}`,
  title: `Hồ sơ mẫu ${number}`,
  hostOrganisation: 'Viện Mẫu',
  principal: 'Nguyễn Văn A',
  formId: 'everyScale',
  products: [
    { id: 'p1', name: 'Mô hình điểm', group: 'I' },
    { id: 'p2', name: 'Tài liệu', group: 'II' },
  ],
  attachments: [],
  fingerprint: digest(String(number)),
  ...changes,
});

export const givenPackage = (changes: Partial<GivenPackage> = {}): GivenPackage =>
  givenPackageSchema.parse({
    packageId: 'package-1',
    number: 1,
    issuedAt: '2026-11-23T08:00:00Z',
    sessionId: 'session-1',
    rehearsal: false,
    council: {
      kind: 'selection',
      name: 'Hội đồng mẫu',
      programme: 'Chương trình mẫu',
      decision: { number: '12/QĐ-TĐC', date: '2026-11-02', issuer: 'Cơ quan Mẫu' },
    },
    meeting: { place: 'Hà Nội', startsAt: '2026-12-01T08:30', form: 'inPerson', deadline: '2026-11-30T17:00' },
    seat: {
      memberId: 'member-1',
      name: 'Trần Thị B',
      office: 'reviewer',
      academicTitle: 'TS.',
      position: '',
      organisation: 'Trường Mẫu',
    },
    pack: { id: 'pack', version: '1', title: 'Bộ quy định mẫu', fingerprint: digest('a') },
    forms: { everyScale: { form: everyScale, fingerprint: digest('f') } },
    dossiers: [dossier(1), dossier(2)],
    recipient: 'age1x',
    signer: 'key',
    seatSecret: 'secret',
    changes: [],
    ...changes,
  });

/** A moment that grows with its number. */
export const moment = (seq: number): string => new Date(Date.UTC(2026, 10, 23, 9, 0, seq)).toISOString();

export const after = (start: Workbook, ...events: readonly WorkbookEvent[]): Workbook =>
  events.reduce(
    (workbook, event, index) =>
      applyWorkbook(workbook, event, { seq: index + 1, at: moment(index + 1), actor: 'member' }),
    start,
  );

/** A workbook with its first package opened. */
export const opened = (given: GivenPackage = givenPackage()): Workbook =>
  after(
    emptyWorkbook,
    { type: 'workbook.created', id: 'workbook-1', publicKey: 'public' },
    { type: 'package.opened', package: given },
  );

/** Everything the form asks about one dossier. */
export const filled = (dossierId: string): readonly WorkbookEvent[] => [
  { type: 'answer.set', dossierId, key: 'urgency', value: { kind: 'points', points: '12.5' } },
  { type: 'answer.commented', dossierId, key: 'urgency', comment: 'Rõ ràng.' },
  { type: 'answer.set', dossierId, key: 'method', value: { kind: 'marks', mark: 3 } },
  { type: 'answer.set', dossierId, key: 'overlap', value: { kind: 'passFail', passed: true } },
  { type: 'answer.set', dossierId, key: 'quality:p1', value: { kind: 'levels', level: 'pass' } },
  { type: 'answer.set', dossierId, key: 'quality:p2', value: { kind: 'levels', level: 'excellent' } },
  { type: 'opinion.set', dossierId, opinion: 'yes' },
  { type: 'comment.set', dossierId, comment: 'Đồng ý.' },
];

/** A return of what stands in the workbook, as the program would record it. */
export const returned = (
  workbook: Workbook,
  sent: { ballots: Workbook['ballots']; conflicts: Workbook['conflicts']; remarks: string },
): WorkbookEvent => {
  const revision = workbook.returns.length + 1;
  return {
    type: 'return.made',
    made: {
      revision,
      returnId: `return-${revision}`,
      digest: digest(String(revision)),
      createdAt: moment(100 + revision),
      code: `CODE-${revision}`,
      fileName: `phieu-${revision}.hdphieu`,
      packageNumber: workbook.package?.number ?? 1,
      ...sent,
    },
  };
};
