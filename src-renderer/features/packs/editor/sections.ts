import type { CouncilKind, Pack } from '#domain/regulation/pack.ts';
import { pathOf, type PlacedProblem } from '#domain/regulation/placed-problem.ts';

export const generalSections = ['general', 'documents', 'vocabulary'] as const;
export const councilSections = [
  'forms',
  'composition',
  'quorum',
  'conflicts',
  'validity',
  'counting',
  'conclusion',
  'deadlines',
  'outputs',
] as const;
export type GeneralSection = (typeof generalSections)[number];
export type CouncilSection = (typeof councilSections)[number];

/** One part of the editor: of the pack, or of what it says about one kind of council (`index` in the pack). */
export type Section =
  | { readonly place: string; readonly council: null; readonly name: GeneralSection }
  | {
      readonly place: string;
      readonly council: { readonly index: number; readonly kind: CouncilKind };
      readonly name: CouncilSection;
    };

/** The parts of a pack, in the order of the left column. */
export const sectionsOf = (pack: Pack): readonly Section[] => [
  ...generalSections.map((name): Section => ({ place: name, council: null, name })),
  ...pack.councils.flatMap(({ kind }, index) =>
    councilSections.map((name): Section => ({ place: `${kind}-${name}`, council: { index, kind }, name })),
  ),
];

const sectionOfField: Readonly<Record<string, CouncilSection>> = {
  name: 'composition',
  composition: 'composition',
  quorum: 'quorum',
  meetingForms: 'quorum',
  conflictOfInterest: 'conflicts',
  forms: 'forms',
  validity: 'validity',
  absentComments: 'validity',
  secretBallot: 'validity',
  countingCommittee: 'counting',
  rounding: 'counting',
  outlier: 'counting',
  conclusion: 'conclusion',
  deadlines: 'deadlines',
  outputs: 'outputs',
  order: 'outputs',
  dissent: 'outputs',
  advisory: 'outputs',
};

const isIn = (section: Section, place: string): boolean => {
  const [top, index, field] = pathOf(place);
  if (section.council === null)
    return top === 'documents' || top === 'vocabulary'
      ? section.name === top
      : top !== 'councils' && section.name === 'general';
  return (
    top === 'councils' &&
    index === section.council.index &&
    (sectionOfField[String(field)] ?? 'composition') === section.name
  );
};

/** What must still be put right in one part. */
export const problemsIn = (section: Section, problems: readonly PlacedProblem[]): readonly PlacedProblem[] =>
  problems.filter(({ place }) => isIn(section, place));
