import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BinaryFile } from '#domain/contract/binary.ts';
import { documentFormatSchema } from '#domain/contract/documents.ts';
import { papersOf } from '#domain/documents/set.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { paperInputOf } from '#domain/documents/paper-input.ts';
import { plainFileName } from '#main/services/file-names.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { withApplication } from '../with-application.ts';

/** `hoidong documents SESSION --out DIR [--only …] [--format …]`: the pages of a session, one file each; prints what was written as JSON. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const text = commandMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    {
      out: { type: 'string' },
      only: { type: 'string' },
      format: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    1,
    io.language,
  );
  if (values.help) {
    io.out(text.documentsHelp + text.dataOption);
    return 0;
  }
  const [sessionId] = positionals;
  const { out } = values;
  if (sessionId === undefined) throw new UsageError(text.sessionMissing);
  if (out === undefined) throw new UsageError(text.outMissing);
  const format = documentFormatSchema.safeParse(values.format ?? 'pdf');
  if (!format.success) throw new UsageError(text.badFormat(values.format ?? ''));

  return withApplication(
    io,
    values.data,
    async ({ services }) => {
      const { session } = await services.sessions.get({ sessionId });
      const paperIds =
        values.only?.split(',').map((id) => id.trim()) ??
        papersOf(paperInputOf(session)).flatMap(({ id, inSet }) => (inSet ? [id] : []));
      // A PDF of several papers would be one file; a folder has one each.
      const requests = format.data === 'pdf' ? paperIds.map((id) => [id]) : [paperIds];
      const written: string[] = [];
      const write = async (files: readonly BinaryFile[], folder: string): Promise<string | null> => {
        for (const file of files) {
          const path = join(folder, plainFileName(file.name));
          try {
            await mkdir(folder, { recursive: true });
            await writeFile(path, new Uint8Array(await file.arrayBuffer()));
          } catch {
            return path;
          }
          written.push(path);
        }
        return null;
      };
      const refused = (path: string): number => {
        io.err(`${text.notWritten(path)}\n`);
        return 1;
      };
      for (const ids of requests) {
        const { files } = await services.documents.render({ sessionId, paperIds: ids, format: format.data });
        const failed = await write(files, out);
        if (failed !== null) return refused(failed);
      }
      // What was signed or scanned goes with the whole set; several may bear one name.
      const kept = format.data === 'pdf' && values.only === undefined ? session.signedFiles : [];
      for (const [index, { id }] of kept.entries()) {
        const file = await services.signing.read({ sessionId, fileId: id });
        const failed = await write([file], join(out, 'da-ky', String(index + 1)));
        if (failed !== null) return refused(failed);
      }
      io.out(`${JSON.stringify({ session: sessionId, files: written }, null, 2)}\n`);
      return 0;
    },
    { readOnly: true },
  );
};
