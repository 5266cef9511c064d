import type { Refusal } from '#domain/exchange/refusal.ts';
import { ProblemError } from '#domain/contract/problems.ts';

/**
 * Why a package or a receipt could not be opened, as a problem with a text for the member: `package.wrongPassphrase`,
 * `receipt.damaged` and so on.
 */
export const fileProblem = (kind: 'package' | 'receipt', fileName: string, refusal: Refusal): ProblemError => {
  const { code, ...details } = refusal;
  return new ProblemError(`${kind}.${code}`, { fileName, ...details });
};
