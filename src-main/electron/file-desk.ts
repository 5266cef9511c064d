import { z } from 'zod';
import type { FilesSaved } from '#domain/contract/bridge.ts';
import type { ApplicationPorts } from '#main/application/ports.ts';
import { channels } from './channels.ts';
import type { Dialogs } from './dialogs.ts';
import { readIncoming } from './incoming-files.ts';
import { copyOutgoing, copyOutgoingAll, writeOutgoing, writeOutgoingAll } from './outgoing-files.ts';
import type { PdfViewer } from './pdf-viewer.ts';
import type { Desk } from './sender.ts';

const fileSchema = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(255)
    .refine((name) => !/[\\/\0]/.test(name), 'a name and not a path'),
  bytes: z.instanceof(Uint8Array),
});
const keptSchema = z.strictObject({ keptId: z.string().regex(/^[a-z0-9-]{1,64}$/), name: fileSchema.shape.name });
const chooseSchema = z.strictObject({
  accept: z.array(z.string().regex(/^[a-z0-9]{1,12}$/)).max(20),
  multiple: z.boolean(),
  byName: z.enum(['none', 'packages', 'all']),
});

const cancelled: FilesSaved = { outcome: 'cancelled' };

/** Takes the page's requests for files. Paths stay here: the page gives names and bytes, and gets them. */
export const openFileDesk = (
  desk: Desk,
  dialogs: Dialogs,
  viewer: PdfViewer,
  { folders, keptFiles, namedFiles }: Pick<ApplicationPorts, 'folders' | 'keptFiles' | 'namedFiles'>,
): void => {
  desk.answer(channels.chooseFolder, z.undefined(), async () => {
    const folder = await dialogs.chooseFolder('look');
    return folder === null ? null : folders.grant(folder);
  });
  desk.answer(channels.chooseFiles, chooseSchema, async (request) =>
    readIncoming(await dialogs.openFiles(request), namedFiles, request.byName),
  );
  desk.answer(channels.saveFile, fileSchema, async ({ name, bytes }) => {
    const place = await dialogs.saveFile(name);
    return place === null ? cancelled : writeOutgoing(place, bytes);
  });
  desk.answer(channels.saveFiles, z.array(fileSchema).min(1).max(10_000), async (files) => {
    const folder = await dialogs.chooseFolder('save');
    return folder === null ? cancelled : writeOutgoingAll(folder, files);
  });
  desk.answer(channels.saveKept, z.array(keptSchema).min(1).max(1_000), async (wanted) => {
    const files = wanted.flatMap(({ keptId, name }) => {
      const from = keptFiles.pathOf(keptId);
      return from === null ? [] : [{ from, name }];
    });
    if (files.length < wanted.length) return { outcome: 'failed', problem: { code: 'packages.keptGone', details: {} } };
    const [first] = files;
    if (files.length > 1 || first === undefined) {
      const folder = await dialogs.chooseFolder('save');
      return folder === null ? cancelled : copyOutgoingAll(folder, files);
    }
    const place = await dialogs.saveFile(first.name);
    return place === null ? cancelled : copyOutgoing(place, first.from);
  });
  desk.answer(channels.print, fileSchema, ({ name, bytes }) => viewer.view(name, bytes));
};
