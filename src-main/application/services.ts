import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { AppContract } from '#domain/contract/index.ts';

type Inputs = InferContractRouterInputs<AppContract>;
type Outputs = InferContractRouterOutputs<AppContract>;

/** How a caller goes along with a long operation. */
export interface CallOptions {
  /** Aborted when the caller no longer wants the answer. */
  readonly signal?: AbortSignal | undefined;
}

/** What a call takes: an operation without an input is called with nothing. */
type Call<Input> = unknown extends Input
  ? readonly [input?: undefined, options?: CallOptions]
  : readonly [input: Input, options?: CallOptions];

/**
 * The back end, area by area, exactly as the contract declares it: each operation a function from its checked input to its output.
 * Expected failures are thrown as `ProblemError`. The hosts carry these operations; the command line calls them directly.
 */
export type Services = {
  readonly [Area in keyof AppContract]: {
    readonly [Operation in keyof AppContract[Area]]: (
      ...call: Call<Operation extends keyof Inputs[Area] ? Inputs[Area][Operation] : never>
    ) => Promise<Operation extends keyof Outputs[Area] ? Outputs[Area][Operation] : never>;
  };
};
