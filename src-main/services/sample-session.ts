import type { Pack } from '#domain/regulation/pack.ts';
import { proposePack } from '#domain/regulation/propose.ts';
import { samplePreparation } from '#domain/samples/sample-session.ts';
import type { Attachment } from '#domain/session/state.ts';
import type { HoidongArchive } from '#main/application/archive.ts';
import { loadSample, type Sample } from '#main/services/sample-folder.ts';

export type SampleLoader = {
  readonly load: () => Promise<Sample>;
  /** Puts a fresh copy of the sample into the archive, prepared up to the making of the packages. */
  readonly create: (target: {
    readonly archive: HoidongArchive;
    readonly packs: readonly Pack[];
    /** Name of the new session. */
    readonly id: string;
  }) => Promise<{ readonly sessionId: string; readonly sample: Sample }>;
};

/** The sample session that ships with the program; `folder` is `samples/nscl-2026` of the assets. */
export const createSampleLoader = ({
  folder,
  clock,
}: {
  readonly folder: string;
  readonly clock: () => Date;
}): SampleLoader => ({
  load: () => loadSample(folder),

  create: async ({ archive, packs, id }) => {
    const sample = await loadSample(folder);
    const { kind, taskApprovedOn } = sample.session.council;
    const { pack } = proposePack(packs, { kind, approvedOn: taskApprovedOn, programme: 'NSCL' });
    const addedAt = clock().toISOString();
    const stored: Record<string, readonly Attachment[]> = {};
    for (const { dossierId, name, bytes, pages } of sample.attachments) {
      const { sha256, size } = await archive.attachments.put(bytes);
      stored[dossierId] = [{ id: `${dossierId}-thuyet-minh`, name, sha256, size, pages, addedAt }];
    }
    const events = samplePreparation(sample.session, { id, pack, texts: sample.texts, attachments: stored });
    await archive.sessions.create(id, events, 'secretary');
    return { sessionId: id, sample };
  },
});
