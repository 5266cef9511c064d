import { z } from 'zod';
import type { ExchangeKind } from './envelope.ts';
import { packageManifestSchema } from './package-manifest.ts';
import { receiptManifestSchema } from './receipt-manifest.ts';
import { returnBallotsSchema, returnManifestSchema } from './return-manifest.ts';

/** The schema of each kind's manifest. */
export const manifestSchemas = {
  package: packageManifestSchema,
  return: returnManifestSchema,
  receipt: receiptManifestSchema,
} as const satisfies Record<ExchangeKind, z.ZodType>;

/** What has a published JSON Schema: the manifests, and the entry of a return that holds the ballots. */
export const publishedSchemas = { ...manifestSchemas, ballots: returnBallotsSchema } as const;
export type PublishedSchema = keyof typeof publishedSchemas;

/**
 * The JSON Schema (draft 2020-12) of a manifest. It says everything about the shape; that fingerprints, entries and chain agree with each other
 * is said in FORMAT.md.
 */
export const jsonSchemaOf = (name: PublishedSchema): Record<string, unknown> => ({
  ...z.toJSONSchema(publishedSchemas[name], { target: 'draft-2020-12' }),
  $id: `urn:hoidong:exchange:1:${name}`,
  title: `hoidong-exchange 1 ${name}`,
});
