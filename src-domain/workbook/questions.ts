import type { z } from 'zod';
import type { criterionGroupSchema, criterionSchema, Form } from '#domain/forms/form.ts';

export type Criterion = z.infer<typeof criterionSchema>;
export type CriterionGroup = z.infer<typeof criterionGroupSchema>;
/** As much of an expected product as a form needs. */
export type JudgedProduct = { readonly id: string; readonly name: string };

/** One thing a member answers: a criterion, or a criterion for one product. */
export type Question = {
  /** Key of its answer in the ballot. */
  readonly key: string;
  /** Place in the form, counted from 1; the products of one criterion share it. */
  readonly number: number;
  readonly group: CriterionGroup;
  readonly criterion: Criterion;
  /** The product judged; null for a criterion asked once. */
  readonly product: JudgedProduct | null;
};

/** Every question of a form for a dossier with these products, in the order of the form. */
export const questionsOf = (form: Form, products: readonly JudgedProduct[]): readonly Question[] => {
  let number = 0;
  return form.groups.flatMap((group) =>
    group.criteria.flatMap((criterion): Question[] => {
      number += 1;
      const at = { number, group, criterion };
      return criterion.perProduct
        ? products.map((product) => ({ ...at, key: `${criterion.id}:${product.id}`, product }))
        : [{ ...at, key: criterion.id, product: null }];
    }),
  );
};

/** The question an answer's key names; undefined where the form has none such. */
export const questionOf = (form: Form, products: readonly JudgedProduct[], key: string): Question | undefined =>
  questionsOf(form, products).find((question) => question.key === key);
