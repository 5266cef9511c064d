/**
 * An expected failure that a person can do something about. `code` names it for the screen's text; `details` are the values put
 * into that text (plain JSON). Anything else thrown is a fault of the program.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: string;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(code: string, details: Readonly<Record<string, string | number | boolean | null>> = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}
