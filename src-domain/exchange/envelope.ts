import { z } from 'zod';

/** Says in every manifest which format it is; the first thing a reader looks at. */
export const EXCHANGE_FORMAT = 'hoidong-exchange';

/** Version of the format this program writes and fully understands. Older ones are migrated, newer ones refused by name. */
export const EXCHANGE_VERSION = 1;

/** Kinds of exchanged files and the extension each is given. */
export const exchangeKinds = ['package', 'return', 'receipt'] as const;
export type ExchangeKind = (typeof exchangeKinds)[number];
export const exchangeExtension = {
  package: '.hdgoi',
  return: '.hdphieu',
  receipt: '.hdbiennhan',
} as const satisfies Record<ExchangeKind, string>;

/** Extension of a session's keys sealed for another computer of the secretary, or for a second secretary. */
export const KEY_EXTENSION = '.hdkhoa';

/** What is read of a manifest before anything else: any version, anything besides. */
export const envelopeSchema = z.looseObject({
  format: z.literal(EXCHANGE_FORMAT),
  version: z.int().min(1),
  kind: z.enum(exchangeKinds),
});
export type Envelope = z.infer<typeof envelopeSchema>;
