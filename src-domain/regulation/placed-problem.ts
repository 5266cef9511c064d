import type { z } from 'zod';
import { bilingual, type Text } from '#domain/text/bilingual.ts';
import { regulationMessages } from '#domain/text/messages/regulation.ts';

/** What is wrong with a file of data, where, and why; `place` is a path such as "councils[0].forms[0].id", "" for the whole. */
export type PlacedProblem = { readonly place: string; readonly code: string; readonly reason: Text };

/** Writes a path the way a reader finds it in the file. */
export const placeOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place === '' ? String(key) : `${place}.${String(key)}`,
    '',
  );

/** The path that a place names: `placeOf` backwards. */
export const pathOf = (place: string): readonly (string | number)[] =>
  place === ''
    ? []
    : place
        .replace(/\[(\d+)\]/gu, '.$1')
        .split('.')
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const both = bilingual(regulationMessages);

/** Is nothing where a whole number should be, as when its field was cleared? */
const isClearedWhole = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'invalid_type' && /^(number|int)$/.test(issue.expected) && /received null$/.test(issue.message);

const issueReason = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      if (isClearedWhole(issue)) return both((t) => t.shapeWhole());
      return issue.input === undefined && /undefined$/.test(issue.message)
        ? both((t) => t.shapeMissing())
        : both((t) => t.shapeType(issue.expected));
    case 'too_small':
      return both((t) => t.shapeTooSmall(String(issue.minimum), issue.origin));
    case 'too_big':
      return both((t) => t.shapeTooBig(String(issue.maximum), issue.origin));
    case 'unrecognized_keys':
      return both((t) => t.shapeUnknownKeys(issue.keys.join(', ')));
    case 'invalid_value':
      return both((t) => t.shapeChoice(issue.values.map(String).join(', ')));
    case 'invalid_union':
      return both((t) => t.shapeUnion());
    case 'invalid_format':
      return issue.format === 'date'
        ? both((t) => t.shapeDate())
        : issue.message === 'decimal'
          ? both((t) => t.shapeNumber())
          : both((t) => t.shapeFormat(issue.pattern ?? issue.format));
    default:
      return both((t) => t.shapeOther());
  }
};

/** Turns what a schema refused into places and reasons a person can act on. */
export const shapeProblems = (error: z.ZodError): readonly PlacedProblem[] =>
  error.issues.map((issue) => ({
    place: placeOf(issue.path),
    code: isClearedWhole(issue) ? 'shape.cleared' : `shape.${issue.code}`,
    reason: issueReason(issue),
  }));
