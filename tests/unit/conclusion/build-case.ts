import { readFileSync } from 'node:fs';
import type { Ballot } from '#domain/forms/ballot.ts';
import { blankBallot } from '#domain/forms/ballot.ts';
import type { Case, CaseBallot, CaseDossier, CaseMember } from '#domain/conclusion/case.ts';
import { readPackText } from '#domain/regulation/check-pack.ts';
import type { CouncilKind, CouncilRules, Office, Pack } from '#domain/regulation/pack.ts';

/** A shipped pack; throws where it is refused. */
export const shippedPack = (id: string): Pack => {
  const read = readPackText(readFileSync(new URL(`../../../assets/regulations/${id}.json`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.pack;
};

/** The pack with one council's rules altered. */
export const withRules = (pack: Pack, kind: CouncilKind, alter: (rules: CouncilRules) => CouncilRules): Pack => ({
  ...pack,
  councils: pack.councils.map((council) => (council.kind === kind ? alter(council) : council)),
});

const offices: readonly Office[] = ['chair', 'viceChair', 'reviewer', 'reviewer', 'scientificSecretary'];

/** A council of so many members: chair, vice-chair, two reviewers, scientific secretary, then plain members; ids m1, m2, … */
export const council = (size: number): readonly CaseMember[] =>
  Array.from({ length: size }, (_, index) => ({
    id: `m${index + 1}`,
    name: `Thành viên ${index + 1}`,
    office: offices[index] ?? 'member',
    outside: index % 2 === 0,
    fromHost: false,
  }));

export const dossier = (id: string, formId: string, more: Partial<CaseDossier> = {}): CaseDossier => ({
  id,
  title: `Hồ sơ ${id}`,
  formId,
  contest: '',
  products: [],
  lateness: { daysLate: 0, due: null, consented: false },
  ...more,
});

export const pointsBallot = (points: Readonly<Record<string, string>>): Ballot => ({
  ...blankBallot,
  comment: 'Nhận xét',
  answers: Object.fromEntries(
    Object.entries(points).map(([key, value]) => [key, { value: { kind: 'points', points: value }, comment: '' }]),
  ),
});

export const marksBallot = (marks: Readonly<Record<string, number>>): Ballot => ({
  ...blankBallot,
  answers: Object.fromEntries(
    Object.entries(marks).map(([key, mark]) => [key, { value: { kind: 'marks', mark }, comment: '' }]),
  ),
});

/** B8-ĐGNV: urgency of 15, feasibility of 50, effectiveness of 35. */
export const b8 = (urgency: string, feasibility: string, effectiveness: string): Ballot =>
  pointsBallot({ urgency, feasibility, effectiveness });

export const given = (
  member: string,
  dossierId: string,
  ballot: Ballot,
  more: Partial<CaseBallot> = {},
): CaseBallot => ({
  member,
  dossier: dossierId,
  origin: 'file',
  ballot,
  ruling: null,
  ...more,
});

/** A case in which everybody is present and nothing else has happened. */
export const buildCase = (pack: Pack, kind: CouncilKind, size: number, more: Partial<Case>): Case => {
  const members = more.members ?? council(size);
  return {
    pack,
    council: kind,
    members: [...members],
    attendance: Object.fromEntries(members.map(({ id }) => [id, 'present' as const])),
    viceChairAuthorised: false,
    dossiers: [],
    recusals: [],
    ballots: [],
    absentComments: [],
    ties: [],
    outlierReasons: [],
    followUpVotes: [],
    ...more,
  };
};
