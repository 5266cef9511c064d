import * as fc from 'fast-check';
import type { Answer, Ballot } from '#domain/forms/ballot.ts';
import type { MergeSide } from '#domain/exchange/merge.ts';

export { fc };

/** Few values, so that sides often agree; blank ones among them. */
const text = fc.constantFrom('', 'a', 'Đánh giá tốt', 'b', '<img src=x>');
const value: fc.Arbitrary<Answer['value']> = fc.oneof(
  fc.constant(null),
  fc.constantFrom('1', '2.5').map((points) => ({ kind: 'points', points }) as const),
  fc.integer({ min: 0, max: 2 }).map((mark) => ({ kind: 'marks', mark }) as const),
  fc.constant({ kind: 'notApplicable' } as const),
);

export const ballotArbitrary: fc.Arbitrary<Ballot> = fc.record({
  answers: fc.dictionary(fc.constantFrom('a', 'b', 'c:sp-1', 'constructor'), fc.record({ value, comment: text }), {
    noNullPrototype: true,
  }),
  opinion: fc.constantFrom(null, 'tot', 'kem'),
  opinionFields: fc.dictionary(fc.constantFrom('ten', 'ly-do'), text, { noNullPrototype: true }),
  comment: text,
  abstained: fc.boolean(),
});

export const sideArbitrary: fc.Arbitrary<MergeSide> = fc.record({
  ballots: fc.dictionary(fc.constantFrom('hs-1', 'hs-2', 'constructor'), ballotArbitrary, { noNullPrototype: true }),
  conflicts: fc.dictionary(fc.constantFrom('hs-1', 'hs-3'), text, { noNullPrototype: true }),
  remarks: text,
});
