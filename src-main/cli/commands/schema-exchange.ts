import { jsonSchemaOf, publishedSchemas, type PublishedSchema } from '#domain/exchange/json-schema.ts';
import { exchangeMessages } from '#domain/text/messages/exchange.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';

const isPublished = (name: string | undefined): name is PublishedSchema =>
  name !== undefined && Object.hasOwn(publishedSchemas, name);

/** `hoidong schema package|return|receipt|ballots`: the JSON Schema of a manifest, or of the entry that holds the votes. */
export const run = (args: readonly string[], io: CommandIo): number => {
  const [name] = readOptions(args, {}, 1, io.language).positionals;
  if (!isPublished(name)) throw new UsageError(exchangeMessages[io.language]['usage.schema']);
  io.out(`${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`);
  return 0;
};
