import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Big from 'big.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Form } from '#domain/forms/form.ts';
import { packSchema, rulesFor, type Pack } from '#domain/regulation/pack.ts';
import { printable } from '#domain/documents/printable.ts';
import { dossierPaper } from '#domain/samples/dossier-text.ts';
import {
  sampleAttendance,
  sampleBallots,
  sampleMinutes,
  samplePreparation,
  type SampleReturns,
} from '#domain/samples/sample-session.ts';
import { applySession, emptySession } from '#domain/session/apply.ts';
import { sessionEventSchema } from '#domain/session/events.ts';
import { sessionInvariants } from '#domain/session/invariants.ts';
import { refuseSessionEvent } from '#domain/session/refuse.ts';
import { isRecused, seatsOf, sessionSchema, type Session } from '#domain/session/state.ts';
import { parseDecimal } from '#domain/text/decimals.ts';
import { findMissingText, readBack } from '#main/documents/pdf/read-back.ts';
import { createPaperWorks } from '#main/documents/paper-works.ts';
import { loadSample, type Sample } from '#main/services/sample-folder.ts';
import { letters, pdfLetters, testWith } from '../documents/tools.ts';

const assets = fileURLToPath(new URL('../../../assets', import.meta.url));
const folder = join(assets, 'samples', 'nscl-2026');
const pack: Pack = packSchema.parse(
  JSON.parse(readFileSync(join(assets, 'regulations', 'nscl-selection-2022.json'), 'utf8')),
);
let sample: Sample;

beforeAll(async () => {
  sample = await loadSample(folder);
});

/** Every text in a JSON value. */
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : [];

const allTexts = (): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => stringsIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))));

/** The form of the shipped pack, or one like it with other maxima. */
const b8 = (maxima?: readonly string[]): Form => {
  const form = rulesFor(pack, 'selection')?.forms[0];
  const group = form?.groups[0];
  const criterion = group?.criteria[0];
  if (!form || !group || !criterion) throw new Error('The shipped pack has no form for a selection');
  if (!maxima) return form;
  const criteria = maxima.map((max, index) => ({
    ...criterion,
    id: `c${index + 1}`,
    scale: { kind: 'points' as const, max, step: '0.5', min: null },
  }));
  return { ...form, groups: [{ ...group, criteria }] };
};

const totalOf = (points: readonly string[]): Big => points.reduce((sum, value) => sum.plus(value), new Big(0));

/** Sum and number of the totals a dossier got, from the members asked for. */
const tally = (dossierId: string, counts: (memberId: string) => boolean) => {
  const totals = sample.returns.ballots
    .filter((ballot) => ballot.dossierId === dossierId && counts(ballot.memberId))
    .map(({ points }) => totalOf(points));
  return {
    ballots: totals.length,
    sum: totals.reduce((sum, total) => sum.plus(total), new Big(0)),
  };
};
const absent = (): ReadonlySet<string> =>
  new Set(sample.session.attendance.filter(({ status }) => status === 'absent').map(({ memberId }) => memberId));

const at = '2026-01-22T08:30:00+07:00';

/** The sample session walked through the rules of the session, event by event. */
const walked = (): Session => {
  const attachments = Object.fromEntries(
    sample.attachments.map(({ dossierId, name, bytes, pages }) => [
      dossierId,
      [{ id: `${dossierId}-tm`, name, sha256: 'a'.repeat(64), size: bytes.length, pages, addedAt: at }],
    ]),
  );
  const events = [
    ...samplePreparation(sample.session, { id: 'mau', pack, texts: sample.texts, attachments }),
    ...sampleAttendance(sample.session),
    ...sampleMinutes(sample.session),
  ];
  return events.reduce<Session>((state, event, index) => {
    expect(sessionEventSchema.parse(event)).toEqual(event);
    expect(refuseSessionEvent(state, event)).toBeNull();
    return applySession(state, event, { seq: index + 1, at, actor: 'secretary' });
  }, emptySession);
};

describe('texts of the sample', () => {
  test('are Vietnamese in composed form, without stray blanks or letters the pages cannot print', () => {
    for (const text of allTexts()) {
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/ {2}|^\s|\s$| [,.;:](\s|$)|\t/u);
      expect(printable(text).lost).toEqual([]);
    }
  });

  test('name nobody and nothing real', () => {
    const { session, texts } = sample;
    const people = [
      ...session.members.map(({ name }) => name),
      ...Object.values(texts).flatMap(({ principalInvestigator, signatures }) => [
        principalInvestigator,
        ...signatures.slice(0, 1).map(({ name }) => name),
      ]),
      ...session.minutes.statements.flatMap(({ speaker }) => (speaker === '' ? [] : [speaker.replace(/,.*$/u, '')])),
    ];
    for (const name of people) expect(name).toMatch(/ \p{Lu}$/u);
    const organisations = [
      ...session.members.map(({ organisation }) => organisation),
      ...Object.values(texts).map(({ hostOrganisation }) => hostOrganisation),
      session.council.decision.issuer,
      session.council.decision.parentIssuer,
    ];
    for (const organisation of organisations) expect(organisation).toContain('Mẫu');
    for (const { email, phone } of session.members) {
      expect(email).toMatch(/@example\.org$/u);
      expect(phone).toBe('');
    }
    expect(session.council.decision.number).toBe('0000/QĐ-MAU');
    for (const { notice, mark } of Object.values(texts))
      for (const said of [notice, mark]) expect(said).toContain('mẫu');
  });

  test('have budgets that add up by row and by column', () => {
    for (const { blocks, title } of Object.values(sample.texts)) {
      const budgets = blocks.flatMap((block) => (block.kind === 'table' && block.total !== null ? [block] : []));
      expect(budgets, title).toHaveLength(1);
      for (const { rows, total } of budgets) {
        const numbers = [...rows, total ?? []].map((row) =>
          row.slice(2).map((cell) => Number(parseDecimal(cell.replaceAll('.', '')))),
        );
        for (const [whole, ...parts] of numbers) expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole);
        for (const column of [0, 1, 2])
          expect(numbers.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? NaN), 0)).toBe(
            numbers.at(-1)?.[column],
          );
        // The same sums stand in the general facts.
        const facts = stringsIn(blocks.find(({ kind }) => kind === 'facts')).join(' ');
        for (const sum of total?.slice(2) ?? []) expect(facts).toContain(`${sum} triệu đồng`);
      }
    }
  });
});

describe('dossiers of the sample', () => {
  test('are PDFs of at least four pages that say what their texts say', () => {
    expect(sample.attachments).toHaveLength(3);
    for (const { dossierId, bytes, pages } of sample.attachments) {
      expect(pages).toBeGreaterThanOrEqual(4);
      const said = letters(readBack(bytes).pages.join('\n'));
      const text = sample.texts[dossierId];
      expect(said).toContain(letters(text?.title ?? '?'));
      expect(said).toContain(letters(text?.notice ?? '?'));
      for (const block of text?.blocks ?? []) if (block.kind === 'heading') expect(said).toContain(letters(block.text));
    }
  });

  testWith(['pdftotext'], 'can be read by a program of others, page by page', () => {
    for (const { dossierId, pages } of sample.attachments) {
      const text = sample.texts[dossierId];
      const path = join(folder, text?.file ?? '?');
      const whole = pdfLetters(path);
      for (const block of text?.blocks ?? []) {
        if (block.kind === 'heading') expect(whole).toContain(letters(block.text));
        if (block.kind === 'table') for (const cell of block.rows.flat()) expect(whole).toContain(letters(cell));
      }
      for (let page = 1; page <= pages; page++)
        expect(pdfLetters(path, ['-f', String(page), '-l', String(page)]).length).toBeGreaterThan(500);
    }
  });

  test('say every word of their texts as these stand now', () => {
    for (const { dossierId, bytes } of sample.attachments) {
      const text = sample.texts[dossierId];
      if (!text) throw new Error(dossierId);
      const missing = findMissingText(dossierPaper(text), readBack(bytes).pages);
      expect(missing, `${text.file} is out of date: node src-main/launch/make-samples.ts`).toBeNull();
    }
  });

  test('come out the same each time they are made', async () => {
    const [text] = Object.values(sample.texts);
    if (!text) throw new Error('The sample has no dossier');
    const options = { createdAt: `${text.date}T08:00:00Z`, author: text.hostOrganisation };
    const made = [];
    for (let run = 0; run < 2; run++) {
      const renderer = createPaperWorks({ workerUrl: null, fontsDir: join(assets, 'fonts') });
      made.push(Buffer.from(await renderer.render(dossierPaper(text), options)).toString('base64'));
      await renderer.close();
    }
    expect(made[1]).toBe(made[0]);
  });
});

describe('session of the sample', () => {
  test('is taken by the rules of a session and leaves a sound one', () => {
    const session = walked();
    expect(sessionSchema.parse(session)).toEqual(session);
    expect(sessionInvariants(session)).toEqual([]);
    expect(session.minutes.statements).toHaveLength(sample.session.minutes.statements.length);
  });

  test('has nine seats with every office, and a secretary who is no member', () => {
    const session = walked();
    const offices = seatsOf(session).map(({ office }) => office);
    expect(offices).toHaveLength(9);
    const count = (office: string) => offices.filter((held) => held === office).length;
    expect([count('chair'), count('viceChair'), count('reviewer'), count('scientificSecretary')]).toEqual([1, 1, 2, 1]);
    expect(Object.values(session.members).filter(({ office }) => office === 'administrativeSecretary')).toHaveLength(1);
  });

  test('has eight of nine taking part, one of them online, and written comments of the absent one', () => {
    const session = walked();
    const statuses = seatsOf(session).map(({ id }) => session.attendance[id]);
    expect(statuses.filter((held) => held?.status === 'online')).toHaveLength(1);
    const away = statuses.filter((held) => held?.status === 'absent');
    expect(away).toHaveLength(1);
    expect(away[0]?.writtenComments).not.toBe('');
    expect(session.counting.committee).toHaveLength(rulesFor(pack, 'selection')?.countingCommittee?.size ?? 0);
    for (const id of session.counting.committee) expect(session.attendance[id]?.status).toBe('present');
  });

  test('records questions, answers, opinions and one dissent, none by a member kept from the dossier', () => {
    const session = walked();
    const kinds = session.minutes.statements.map(({ kind }) => kind);
    for (const kind of ['question', 'answer', 'opinion', 'other']) expect(kinds).toContain(kind);
    expect(kinds.filter((kind) => kind === 'dissent')).toHaveLength(1);
    for (const { memberId, dossierId, kind, speaker } of session.minutes.statements) {
      expect(memberId === null).toBe(speaker !== '');
      if (memberId !== null && dossierId !== null) expect(isRecused(session, memberId, dossierId)).toBe(false);
      if (memberId !== null) expect(session.attendance[memberId]?.status, kind).not.toBe('absent');
    }
    expect(Object.keys(session.minutes.recommendations).sort()).toEqual([...session.dossierOrder].sort());
  });
});

describe('ballots of the sample', () => {
  test('come from every seat on every dossier but the one with a conflict of interest', () => {
    const session = walked();
    const expected = seatsOf(session).flatMap(({ id }) =>
      session.dossierOrder
        .filter((dossierId) => !isRecused(session, id, dossierId))
        .map((dossierId) => `${id} ${dossierId}`),
    );
    expect(sample.returns.ballots.map(({ memberId, dossierId }) => `${memberId} ${dossierId}`).sort()).toEqual(
      expected.sort(),
    );
    expect(expected).toHaveLength(26);
  });

  test('fit the form of the shipped pack within its limits, with half points and every comment written', () => {
    const table = sampleBallots(sample.returns, b8());
    expect(Object.keys(table)).toHaveLength(9);
    expect(table['m1']?.['d1']?.answers['feasibility']?.value).toEqual({ kind: 'points', points: '43.5' });
    const written = Object.values(table).flatMap((row) =>
      Object.values(row).flatMap(({ answers }) => Object.values(answers)),
    );
    for (const { comment } of written) expect(comment.length).toBeGreaterThan(20);
    expect(sample.returns.ballots.some(({ points }) => points.some((value) => value.endsWith('.5')))).toBe(true);
  });

  test('are refused by a form they do not fit', () => {
    const first = (returns: SampleReturns): SampleReturns => ({ ...returns, ballots: returns.ballots.slice(0, 1) });
    expect(() => sampleBallots(first(sample.returns), b8(['15', '43', '35']))).toThrow(RangeError);
    expect(() => sampleBallots(first(sample.returns), b8(['15', '50']))).toThrow(RangeError);
    expect(() => sampleBallots(first(sample.returns), b8(['15', '50', '20', '15']))).toThrow(RangeError);
  });

  test('carry comments that are all different', () => {
    const comments = sample.returns.ballots.flatMap(({ comments: each, overall }) => [...each, overall]);
    expect(new Set(comments).size).toBe(comments.length);
    for (const { overall } of sample.returns.ballots)
      expect(overall.match(/\.(\s|$)/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  test('rank one dossier clearly first and the others half a point to either side of 70', () => {
    const away = absent();
    const present = (memberId: string) => !away.has(memberId);
    const first = tally('d1', present);
    const second = tally('d2', present);
    const third = tally('d3', present);
    expect([first, second, third].map(({ ballots }) => ballots)).toEqual([8, 7, 8]);
    expect([first, second, third].map(({ sum }) => sum.toFixed(1))).toEqual(['691.0', '492.5', '556.5']);
    const mean = ({ sum, ballots }: ReturnType<typeof tally>) => sum.div(ballots).toFixed(2);
    expect([mean(first), mean(second), mean(third)]).toEqual(['86.38', '70.36', '69.56']);
  });

  test('would put the third dossier above 70 and the second below if the absent member were counted', () => {
    const everybody = () => true;
    const second = tally('d2', everybody);
    const third = tally('d3', everybody);
    expect(second.sum.div(second.ballots).lt(70)).toBe(true);
    expect(third.sum.div(third.ballots).gte(70)).toBe(true);
  });
});
