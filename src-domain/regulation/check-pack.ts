import Big from 'big.js';
import type { Criterion, Form, Scale } from '#domain/forms/form.ts';
import { formTotalMax } from '#domain/forms/points.ts';
import { sourcesIn } from '#domain/regulation/mark.ts';
import {
  packSchema,
  type ConclusionRules,
  type CouncilRules,
  type Fraction,
  type Office,
  type Pack,
  type PointsRules,
} from '#domain/regulation/pack.ts';
import { placeOf, shapeProblems, type PlacedProblem } from '#domain/regulation/placed-problem.ts';
import { bilingual } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';

type Path = readonly PropertyKey[];
type Texts = (typeof regulationMessages)['vi'];
const both = bilingual(regulationMessages);
const problem = (path: Path, code: keyof Texts, reason: (texts: Texts) => string): PlacedProblem => ({
  place: placeOf(path),
  code,
  reason: both(reason),
});
const when = (wrong: boolean, found: () => PlacedProblem): readonly PlacedProblem[] => (wrong ? [found()] : []);

const doubles = (path: Path, keys: readonly string[]): readonly PlacedProblem[] =>
  keys.flatMap((key, index) =>
    when(keys.indexOf(key) !== index, () => problem([...path, index], 'doubleKey', (t) => t.doubleKey(key))),
  );

const isFraction = (value: object): value is Fraction => 'num' in value && 'den' in value && 'comparison' in value;

/** Shares above the whole, and "more than" the whole, wherever they stand. */
const fractionProblems = (value: unknown, path: Path): readonly PlacedProblem[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isFraction(value)) {
    const [num, den] = [String(value.num), String(value.den)];
    return [
      ...when(value.num > value.den, () => problem(path, 'fractionAboveOne', (t) => t.fractionAboveOne(num, den))),
      ...when(value.num === value.den && value.comparison === 'moreThan', () =>
        problem(path, 'fractionNever', (t) => t.fractionNever(num, den)),
      ),
    ];
  }
  return Array.isArray(value)
    ? value.flatMap((item: unknown, index) => fractionProblems(item, [...path, index]))
    : Object.entries(value).flatMap(([key, item]: [string, unknown]) => fractionProblems(item, [...path, key]));
};

const scaleProblems = (scale: Scale, path: Path): readonly PlacedProblem[] => {
  switch (scale.kind) {
    case 'points': {
      const { max, min, step } = scale;
      if (new Big(step).eq(0)) return [problem([...path, 'step'], 'stepZero', (t) => t.stepZero())];
      return [
        ...when(new Big(max).eq(0), () => problem([...path, 'max'], 'maxZero', (t) => t.maxZero())),
        ...when(!new Big(max).mod(step).eq(0), () =>
          problem([...path, 'step'], 'stepNotDividing', (t) => t.stepNotDividing(step, max)),
        ),
        ...when(min !== null && new Big(min).gt(max), () =>
          problem([...path, 'min'], 'minAboveMax', (t) => t.minAboveMax(min ?? '', max)),
        ),
      ];
    }
    case 'marks':
      return when(new Big(scale.coefficient).eq(0), () =>
        problem([...path, 'coefficient'], 'coefficientZero', (t) => t.coefficientZero()),
      );
    case 'passFail':
    case 'levels':
      return [];
  }
};

const criteriaIn = (form: Form): readonly Criterion[] => form.groups.flatMap(({ criteria }) => criteria);
const hasScale = (form: Form, fits: (scale: Scale) => boolean): boolean =>
  criteriaIn(form).some(({ scale }) => fits(scale));

const fitsMethod = (scale: Scale, method: ConclusionRules['method']): boolean => {
  switch (method) {
    case 'points':
      return scale.kind !== 'levels';
    case 'vote':
      return scale.kind === 'passFail';
    case 'levels':
      return scale.kind === 'levels';
  }
};

const methodProblems = (form: Form, rules: ConclusionRules, path: Path): readonly PlacedProblem[] => {
  switch (rules.method) {
    case 'points': {
      const total = formTotalMax(form);
      if (total === null) return [problem(path, 'noPoints', (t) => t.noPoints())];
      const outOf = rules.outOf.points;
      return [
        ...when(!new Big(total).eq(outOf), () =>
          problem([...path, 'groups'], 'sumNotTotal', (t) => t.sumNotTotal(total, outOf)),
        ),
        ...form.groups.flatMap((group, at) =>
          group.criteria.flatMap((criterion, index) =>
            when(criterion.perProduct, () =>
              problem([...path, 'groups', at, 'criteria', index, 'perProduct'], 'pointsPerProduct', (t) =>
                t.pointsPerProduct(),
              ),
            ),
          ),
        ),
      ];
    }
    case 'vote':
      return rules.from === 'items'
        ? when(!hasScale(form, ({ kind }) => kind === 'passFail'), () => problem(path, 'noItems', (t) => t.noItems()))
        : when(
            !form.opinions.some(({ meaning }) => meaning === 'for') ||
              !form.opinions.some(({ meaning }) => meaning === 'against'),
            () => problem([...path, 'opinions'], 'noOpinions', (t) => t.noOpinions()),
          );
    case 'levels':
      return when(
        !hasScale(form, (scale) => scale.kind === 'levels' && scale.aspect === 'quality') ||
          !hasScale(form, (scale) => scale.kind === 'levels' && scale.aspect === 'report'),
        () => problem(path, 'noLevels', (t) => t.noLevels()),
      );
  }
};

const formProblems = (form: Form, rules: ConclusionRules, path: Path): readonly PlacedProblem[] => [
  ...doubles(
    [...path, 'groups'],
    form.groups.map(({ id }) => id),
  ),
  ...form.groups.flatMap((group, at) =>
    group.criteria.flatMap((criterion, index) => {
      const place = [...path, 'groups', at, 'criteria', index];
      const first = criteriaIn(form).find(({ id }) => id === criterion.id);
      return [
        ...when(first !== criterion, () => problem([...place, 'id'], 'doubleKey', (t) => t.doubleKey(criterion.id))),
        ...scaleProblems(criterion.scale, [...place, 'scale']),
        ...when(!fitsMethod(criterion.scale, rules.method), () =>
          problem([...place, 'scale'], 'wrongScale', (t) => t.wrongScale(criterion.scale.kind, rules.method)),
        ),
      ];
    }),
  ),
  ...doubles(
    [...path, 'opinions'],
    form.opinions.map(({ id }) => id),
  ),
  ...form.opinions.flatMap(({ fields }, index) =>
    doubles(
      [...path, 'opinions', index, 'fields'],
      fields.map(({ id }) => id),
    ),
  ),
  ...methodProblems(form, rules, path),
];

const compositionProblems = (
  { composition, quorum, conflictOfInterest, countingCommittee }: CouncilRules,
  path: Path,
) => {
  const { size, offices } = composition;
  const place = [...path, 'composition'];
  const required = offices.reduce((sum, { office, min }) => sum + (office === 'administrativeSecretary' ? 0 : min), 0);
  const mostOf = (office: Office): number => {
    const rule = offices.find((item) => item.office === office);
    return rule ? (rule.max ?? size.max) : office === 'member' ? size.max : 0;
  };
  const host = conflictOfInterest.hostMembers;
  return [
    ...when(size.min > size.max, () =>
      problem([...place, 'size'], 'sizeOrder', (t) => t.sizeOrder(String(size.min), String(size.max))),
    ),
    ...(size.allowed ?? []).flatMap((value, index) =>
      when(value < size.min || value > size.max, () =>
        problem([...place, 'size', 'allowed', index], 'sizeAllowed', (t) =>
          t.sizeAllowed(String(value), String(size.min), String(size.max)),
        ),
      ),
    ),
    ...doubles(
      [...place, 'offices'],
      offices.map(({ office }) => office),
    ),
    ...offices.flatMap(({ min, max }, index) =>
      when(max !== null && min > max, () =>
        problem([...place, 'offices', index], 'minAboveMax', (t) => t.minAboveMax(String(min), String(max))),
      ),
    ),
    ...when(required > size.max, () =>
      problem([...place, 'offices'], 'officesAboveSize', (t) => t.officesAboveSize(String(required), String(size.max))),
    ),
    ...quorum.offices.flatMap(({ office, min }, index): readonly PlacedProblem[] => {
      const at = [...path, 'quorum', 'offices', index];
      if (office === 'administrativeSecretary') return [problem(at, 'notAMember', (t) => t.notAMember())];
      if (mostOf(office) === 0) return [problem(at, 'officeUnknown', (t) => t.officeUnknown(office))];
      return when(min > mostOf(office), () =>
        problem(at, 'quorumAboveOffice', (t) => t.quorumAboveOffice(String(min), String(mostOf(office)))),
      );
    }),
    ...when(quorum.presiding !== null && mostOf('chair') === 0, () =>
      problem([...path, 'quorum', 'presiding'], 'officeUnknown', (t) => t.officeUnknown('chair')),
    ),
    ...when(host !== null && host.max > size.max, () =>
      problem([...path, 'conflictOfInterest', 'hostMembers', 'max'], 'aboveSize', (t) =>
        t.aboveSize(String(host?.max ?? 0), String(size.max)),
      ),
    ),
    ...when(countingCommittee !== null && countingCommittee.size > size.max, () =>
      problem([...path, 'countingCommittee', 'size'], 'aboveSize', (t) =>
        t.aboveSize(String(countingCommittee?.size ?? 0), String(size.max)),
      ),
    ),
  ];
};

const gradeProblems = (rules: PointsRules, path: Path): readonly PlacedProblem[] => {
  if (rules.grades === null)
    return when(rules.memberGrades !== null, () =>
      problem([...path, 'memberGrades'], 'memberGradesWithoutGrades', (t) => t.memberGradesWithoutGrades()),
    );
  const { rows } = rules.grades;
  const place = [...path, 'grades', 'rows'];
  return [
    ...doubles(
      place,
      rows.map(({ id }) => id),
    ),
    ...rows.flatMap((row, index) => [
      ...when((row.when.length === 0) !== (index === rows.length - 1), () =>
        problem([...place, index, 'when'], 'gradeRest', (t) => t.gradeRest()),
      ),
      ...row.when.flatMap(({ points }, at) =>
        when(new Big(points).gt(rules.outOf.points), () =>
          problem([...place, index, 'when', at, 'points'], 'aboveTotal', (t) =>
            t.aboveTotal(points, rules.outOf.points),
          ),
        ),
      ),
    ]),
  ];
};

const ladderProblems = (rules: PointsRules, forms: readonly Form[], path: Path): readonly PlacedProblem[] => {
  const rungs = rules.ranking?.ties ?? [];
  const keyOf = (rung: (typeof rungs)[number]): string =>
    rung.kind === 'criterion' ? `criterion:${rung.criterion}` : rung.kind;
  return rungs.flatMap((rung, index) => {
    const place = [...path, 'ranking', 'ties', index];
    return [
      ...when(
        rungs.slice(0, index).some(({ kind }) => kind === 'authority' || kind === 'lot'),
        () => problem(place, 'rungAfterEnd', (t) => t.rungAfterEnd()),
      ),
      ...when(rungs.findIndex((other) => keyOf(other) === keyOf(rung)) !== index, () =>
        problem(place, 'doubleRung', (t) => t.doubleRung()),
      ),
      ...(rung.kind === 'criterion'
        ? forms.flatMap((form) =>
            when(!criteriaIn(form).some(({ id }) => id === rung.criterion), () =>
              problem([...place, 'criterion'], 'criterionUnknown', (t) => t.criterionUnknown(form.title)),
            ),
          )
        : []),
    ];
  });
};

const pointsProblems = (rules: PointsRules, forms: readonly Form[], path: Path): readonly PlacedProblem[] => [
  ...when(rules.threshold !== null && new Big(rules.threshold.points).gt(rules.outOf.points), () =>
    problem([...path, 'threshold', 'points'], 'aboveTotal', (t) =>
      t.aboveTotal(rules.threshold?.points ?? '', rules.outOf.points),
    ),
  ),
  ...when(
    rules.criterionMinimum !== null &&
      !forms.some((form) => hasScale(form, (scale) => scale.kind === 'points' && scale.min !== null)),
    () => problem([...path, 'criterionMinimum'], 'minimumWithoutMin', (t) => t.minimumWithoutMin()),
  ),
  ...when(
    rules.ranking !== null && rules.threshold === null && rules.grades === null && rules.criterionMinimum === null,
    () => problem([...path, 'ranking'], 'rankingNeedsPass', (t) => t.rankingNeedsPass()),
  ),
  ...gradeProblems(rules, path),
  ...ladderProblems(rules, forms, path),
];

const councilProblems = (council: CouncilRules, path: Path): readonly PlacedProblem[] => [
  ...compositionProblems(council, path),
  ...doubles(
    [...path, 'forms'],
    council.forms.map(({ id }) => id),
  ),
  ...council.forms.flatMap((form, index) => formProblems(form, council.conclusion, [...path, 'forms', index])),
  ...(council.conclusion.method === 'points'
    ? pointsProblems(council.conclusion, council.forms, [...path, 'conclusion'])
    : []),
  ...(council.conclusion.method === 'vote'
    ? doubles(
        [...path, 'conclusion', 'followUps'],
        council.conclusion.followUps.map(({ id }) => id),
      )
    : []),
  ...doubles(
    [...path, 'deadlines'],
    council.deadlines.map(({ id }) => id),
  ),
  ...doubles(
    [...path, 'order'],
    council.order.map(({ id }) => id),
  ),
  ...doubles(
    [...path, 'validity', 'invalidWhen'],
    council.validity.invalidWhen.map(({ reason }) => reason),
  ),
  ...doubles(
    [...path, 'outputs'],
    council.outputs.map(({ output }) => output),
  ),
];

const dateProblems = (path: Path, from: string | null, to: string | null): readonly PlacedProblem[] =>
  when(from !== null && to !== null && from > to, () =>
    problem(path, 'datesOrder', (t) => t.datesOrder(from ?? '', to ?? '')),
  );

/**
 * Says everything that is contradictory in a pack whose shape is right: sums that don't add up, shares above the whole, unknown
 * criteria, a quorum above the total, a mark without a source, a document said to be seen that the pack doesn't list. Empty for a pack
 * that may be used.
 */
export const checkPack = (pack: Pack): readonly PlacedProblem[] => [
  ...sourcesIn(pack).flatMap(({ path, source }) =>
    when(source.document === null && source.mark !== 'unverified', () =>
      problem(path, 'markWithoutSource', (t) => t.markWithoutSource(source.mark)),
    ),
  ),
  ...sourcesIn(pack).flatMap(({ path, source: { document, mark } }) =>
    when(mark === 'seen' && document !== null && !pack.documents.some(({ number }) => number === document), () =>
      problem(path, 'documentNotListed', (t) => t.documentNotListed(document ?? '')),
    ),
  ),
  ...when((pack.basedOn === null) !== (pack.change === null), () =>
    problem(['change'], 'changeWithoutBase', (t) => t.changeWithoutBase()),
  ),
  ...dateProblems(['appliesTo'], pack.appliesTo.approvedFrom, pack.appliesTo.approvedTo),
  ...pack.documents.flatMap(({ inForceFrom, inForceTo }, index) =>
    dateProblems(['documents', index], inForceFrom, inForceTo),
  ),
  ...doubles(
    ['documents'],
    pack.documents.map(({ number }) => number),
  ),
  ...doubles(
    ['councils'],
    pack.councils.map(({ kind }) => kind),
  ),
  ...fractionProblems(pack.councils, ['councils']),
  ...pack.councils.flatMap((council, index) => councilProblems(council, ['councils', index])),
];

export type ReadPack =
  { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly PlacedProblem[] };

/** Takes data that claims to be a pack; refuses it with every place and reason, or gives the pack. */
export const readPack = (data: unknown): ReadPack => {
  const read = packSchema.safeParse(data);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error) };
  const problems = checkPack(read.data);
  return problems.length === 0 ? { ok: true, pack: read.data } : { ok: false, problems };
};

/** As `readPack`, from the text of a file. */
export const readPackText = (text: string): ReadPack => {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { ok: false, problems: [problem([], 'notJson', (t) => t.notJson())] };
  }
  return readPack(data);
};
