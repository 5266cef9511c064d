import { z } from 'zod';
import { caseFileJsonSchema } from '#domain/conclusion/case-file.ts';
import { jsonSchemaOf, publishedSchemas, type PublishedSchema } from '#domain/exchange/json-schema.ts';
import { packJsonSchema } from '#domain/regulation/pack-summary.ts';
import { sessionSchema } from '#domain/session/state.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

const own: Readonly<Record<string, () => Record<string, unknown>>> = {
  pack: packJsonSchema,
  case: caseFileJsonSchema,
  session: () => ({
    ...z.toJSONSchema(sessionSchema, { target: 'draft-2020-12', io: 'input' }),
    $id: 'urn:hoidong:session:1',
    title: 'HoiDong session 1',
  }),
};

const isPublished = (name: string): name is PublishedSchema => Object.hasOwn(publishedSchemas, name);

/** `hoidong schema NAME`: the JSON Schema (draft 2020-12) of an exchanged file's manifest, a pack, a session or a case file. */
export const run = (args: readonly string[], io: CommandIo): number => {
  const text = commandMessages[io.language];
  const { values, positionals } = readOptions(args, { help: { type: 'boolean', short: 'h' } }, 1, io.language);
  if (values.help) {
    io.out(text.schemaHelp);
    return 0;
  }
  const name = positionals[0] ?? '';
  const schema = isPublished(name) ? jsonSchemaOf(name) : Object.hasOwn(own, name) ? own[name]?.() : undefined;
  if (!schema) throw new UsageError(text.schemaHelp.trimEnd());
  io.out(`${JSON.stringify(schema, null, 2)}\n`);
  return 0;
};
