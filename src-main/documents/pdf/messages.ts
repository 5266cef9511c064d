import type { Paper } from '#domain/documents/model.ts';
import type { ProblemError } from '#domain/contract/problems.ts';
import type { Fault } from './content.ts';
import type { RenderOptions } from './render.ts';

/** Details of an expected failure; null for a fault of the program. */
type Details = ProblemError['details'];

/** What goes to the worker that renders. */
export type ToWorker =
  | {
      readonly kind: 'render';
      readonly id: number;
      readonly papers: readonly Paper[];
      readonly options: RenderOptions;
      readonly fontsDir: string;
    }
  | { readonly kind: 'cancel'; readonly id: number };

/** What comes back. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number }
  | {
      readonly kind: 'done';
      readonly id: number;
      readonly bytes: Uint8Array;
      readonly pages: number;
      readonly firstPages: Readonly<Record<string, number>>;
      readonly faults: readonly Fault[];
    }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly name: string;
      readonly message: string;
      readonly details: Details | null;
    };
