import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sessionKind } from '#domain/session/kind.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { JournaledDocument } from '#main/store/journaled-document.ts';
import { realSession } from './real-session.ts';

/**
 * Fills a data folder with real councils, each with its pack, members and dossiers, as a secretary's program leaves it when it is closed in
 * order. The one at place `at` (from 0) has the decision number `at`/QĐ-THU; later places were changed later, a minute each.
 */
export async function fillArchive(dataDir: string, sessions: number): Promise<void> {
  const real = await realSession();
  for (let at = 0; at < sessions; at += 1) {
    const id = `s${String(at).padStart(5, '0')}`;
    const folder = join(dataDir, 'sessions', id);
    const time = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
    const own = [
      ...real.preparation(id),
      { type: 'field.set', field: 'council.decision.number', value: `${at}/QĐ-THU` } as const,
    ];
    const line = JournaledDocument.firstLine(id, sessionKind, own, 'secretary', time);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'journal.jsonl'), line);
  }
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  await application.services.app.setPreferences({ role: 'secretary' });
  await application.services.sessions.list({ from: 0, count: 1 });
  await application.close();
}
