import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCaseFile } from '#domain/conclusion/case-file.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import { recompute } from '#domain/conclusion/evaluate.ts';
import type { Step } from '#domain/conclusion/step.ts';
import { readableConclusion } from '#domain/conclusion/readable.ts';
import { readPackText } from '#domain/regulation/check-pack.ts';

const root = new URL('../../../', import.meta.url);
const folder = new URL('tests/data/cases/', root);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const packFolder = new URL('assets/regulations/', root);
const packs = readdirSync(packFolder).map((name) => {
  const pack = readPackText(readFileSync(new URL(name, packFolder), 'utf8'));
  if (!pack.ok) throw new Error(`${name}: ${JSON.stringify(pack.problems)}`);
  return pack.pack;
});

type Brief = {
  readonly id: string;
  readonly mark?: string;
  readonly outcome: string;
  readonly figures?: Readonly<Record<string, string>>;
  readonly children?: readonly Brief[];
};
type Expected = {
  readonly about: string;
  readonly dossiers: Readonly<
    Record<
      string,
      { readonly verdict?: string; readonly mean?: string; readonly grade?: string; readonly rank?: number }
    >
  >;
  readonly quorum: boolean;
  readonly tree: Brief;
};

/** A step without its words: what the expected trees hold. */
const brief = ({ id, source, outcome, figures, children }: Step): Brief => ({
  id,
  ...(source ? { mark: source.mark } : {}),
  outcome: outcome.value === null ? outcome.kind : `${outcome.kind} ${outcome.value}`,
  ...(figures.length > 0 ? { figures: Object.fromEntries(figures.map(({ key, value }) => [key, value])) } : {}),
  ...(children.length > 0 ? { children: children.map(brief) } : {}),
});

const stepsIn = (step: Step): readonly Step[] => [step, ...step.children.flatMap(stepsIn)];

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.case.json'))
  .map((name) => name.slice(0, -'.case.json'.length));

describe('worked cases', () => {
  test.each(names)('%s', (name) => {
    const expected = read(`${name}.expected.json`) as Expected;
    const file = readCaseFile(read(`${name}.case.json`), packs);
    if (!file.ok) throw new Error(JSON.stringify(file.problems));
    const conclusion = conclude(file.case);
    expect(conclusion.dossiers.map(({ id }) => id).sort(), expected.about).toEqual(
      Object.keys(expected.dossiers).sort(),
    );
    for (const { id, verdict, mean, grade, rank } of conclusion.dossiers) {
      const wanted = expected.dossiers[id] ?? {};
      expect({ verdict }, `${id}: ${expected.about}`).toEqual({ verdict: wanted.verdict });
      if (wanted.mean !== undefined) expect(mean?.rounded, id).toBe(wanted.mean);
      if (wanted.grade !== undefined) expect(grade?.id, id).toBe(wanted.grade);
      if (wanted.rank !== undefined) expect(rank, id).toBe(wanted.rank);
    }
    expect(conclusion.quorum.met).toBe(expected.quorum);
    expect(brief(conclusion.step)).toEqual(expected.tree);
  });

  test.each(names)('%s: its tree computes to its own outcomes and survives being written as JSON', (name) => {
    const file = readCaseFile(read(`${name}.case.json`), packs);
    if (!file.ok) throw new Error(JSON.stringify(file.problems));
    const conclusion = conclude(file.case);
    expect(recompute(conclusion.step)).toEqual([]);
    expect(JSON.parse(JSON.stringify(conclusion))).toEqual(conclusion);
    const ids = stepsIn(conclusion.step).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every shipped pack has at least three', () => {
    const used = names.map((name) => (read(`${name}.case.json`) as { pack: string }).pack);
    for (const { id } of packs) expect(used.filter((pack) => pack === id).length, id).toBeGreaterThanOrEqual(3);
  });

  test('no step claims more than its mark, and nothing says that the council decides', () => {
    for (const name of names) {
      const file = readCaseFile(read(`${name}.case.json`), packs);
      if (!file.ok) throw new Error(JSON.stringify(file.problems));
      const conclusion = conclude(file.case);
      for (const { source, basis } of stepsIn(conclusion.step)) {
        if (source === null) expect(basis).toBeNull();
        else
          expect(
            basis?.vi.startsWith(
              { seen: 'theo quy định', secondary: 'theo nguồn thứ cấp', unverified: 'chưa đối chiếu' }[source.mark],
            ),
          ).toBe(true);
      }
      for (const { statement } of conclusion.dossiers) expect(statement.vi).not.toMatch(/quyết định/);
      expect(readableConclusion(conclusion, 'vi', null)).not.toMatch(/Hội đồng quyết định/i);
    }
  });
});
