import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCaseFile } from '#domain/conclusion/case-file.ts';
import type { Case } from '#domain/conclusion/case.ts';
import { conclude } from '#domain/conclusion/conclude.ts';
import { readableConclusion } from '#domain/conclusion/readable.ts';
import { findWhatIf } from '#domain/conclusion/what-if.ts';
import { isVietnamese } from '../regulation/is-vietnamese.ts';
import { b8, buildCase, dossier, given, shippedPack } from './build-case.ts';

const folder = new URL('../../data/cases/', import.meta.url);
const packFolder = new URL('../../../assets/regulations/', import.meta.url);
const packs = readdirSync(packFolder).map((name) => shippedPack(name.replace(/\.json$/u, '')));

/** The case with everything that people wrote in it, names above all, without a Vietnamese letter. */
const namedPlainly = (input: Case): Case => ({
  ...input,
  members: input.members.map((member) => ({ ...member, name: `Member ${member.id}` })),
  dossiers: input.dossiers.map((one) => ({
    ...one,
    title: `Dossier ${one.id}`,
    contest: '',
    products: one.products.map((product) => ({ ...product, name: `Product ${product.id}` })),
  })),
  recusals: input.recusals.map((recusal) => ({ ...recusal, reason: '' })),
  ballots: input.ballots.map((ballot) => ({ ...ballot, ruling: ballot.ruling && { ...ballot.ruling, reason: '' } })),
  ties: input.ties.map((tie) => (tie.kind === 'castingVote' ? { ...tie, reason: 'seniority' } : tie)),
  followUpVotes: input.followUpVotes.map((vote) => ({ ...vote, text: '' })),
});

/** Every text in English within an answer of the engine. */
const englishIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if ('vi' in value && 'en' in value) return [String(value.en)];
  return Object.values(value).flatMap((item: unknown) => englishIn(item));
};

const names = readdirSync(folder).filter((name) => name.endsWith('.case.json'));

describe('the conclusion in English', () => {
  test.each(names)('%s has no Vietnamese in its reasoning and its warnings', (name) => {
    const file = readCaseFile(JSON.parse(readFileSync(new URL(name, folder), 'utf8')), packs);
    if (!file.ok) throw new Error(JSON.stringify(file.problems));
    const input = namedPlainly(file.case);
    const conclusion = conclude(input);
    const texts = englishIn(conclusion);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter(isVietnamese)).toEqual([]);
    expect(isVietnamese(readableConclusion(conclusion, 'en', null))).toBe(false);
  });

  // One of each method: the search for what would turn a conclusion tries hundreds of cases.
  test.each([
    'nscl-zero-rule-edge',
    'identification-exactly-three-quarters',
    'acceptance-excellent-edge',
    'bands-edges',
  ])('nor has what would turn it: %s', (name) => {
    const found = names.find((one) => one.startsWith(name)) ?? '';
    const file = readCaseFile(JSON.parse(readFileSync(new URL(found, folder), 'utf8')), packs);
    if (!file.ok) throw new Error(JSON.stringify(file.problems));
    const texts = englishIn(findWhatIf(namedPlainly(file.case)));
    expect(texts).not.toEqual([]);
    expect(texts.filter(isVietnamese)).toEqual([]);
  });

  test('ballots of a secret vote are called by their numbers, and an item left blank by its name', () => {
    const nscl = shippedPack('nscl-selection-2022');
    const input = namedPlainly(
      buildCase(nscl, 'selection', 7, {
        dossiers: [dossier('d1', 'b8')],
        secretBallot: [{ dossier: 'd1', members: ['m1', 'm2', 'm3'], setAside: 0 }],
        ballots: ['phieu-1', 'phieu-2', 'phieu-3'].map((id, index) =>
          given(id, 'd1', index === 2 ? { ...b8('15', '40', '30'), answers: {} } : b8('15', '40', '30')),
        ),
      }),
    );
    const texts = englishIn(conclude(input));
    expect(texts).toContain('Ballot 1');
    expect(texts.join('\n')).toContain('“Urgency of the task”');
    expect(texts.filter(isVietnamese)).toEqual([]);
  });
});
