import type { Form } from '#domain/forms/form.ts';
import { criteriaOf, type AskedCriterion, type FormProduct } from '#domain/forms/points.ts';

/** One thing a member answers, with its place in the form counted from 1; the products of one criterion share it. */
export type Question = AskedCriterion & { readonly number: number };

/** Every question of a form for a dossier with these products, in the order of the form. */
export const questionsOf = (form: Form, products: readonly FormProduct[]): readonly Question[] => {
  const order = form.groups.flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return criteriaOf(form, products).map((asked) => ({ ...asked, number: order.indexOf(asked.criterion.id) + 1 }));
};

/** The question an answer's key names; undefined where the form has none such. */
export const questionOf = (form: Form, products: readonly FormProduct[], key: string): Question | undefined =>
  questionsOf(form, products).find((question) => question.key === key);
