import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';

/** Leaves an empty session of this name, and of this programme where one is given as a deed of its own, in a data folder, with the secretary's role chosen. Answers with the session's id. */
export const seedNamedSession = async (dataDir: string, name: string, programme?: string): Promise<string> => {
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    const { sessions, app } = application.services;
    const { sessionId } = await sessions.create({ kind: 'selection' });
    await sessions.record({ sessionId, events: [{ type: 'field.set', field: 'council.name', value: name }] });
    if (programme !== undefined)
      await sessions.record({
        sessionId,
        events: [{ type: 'field.set', field: 'council.programme', value: programme }],
      });
    await app.setPreferences({ role: 'secretary' });
    return sessionId;
  } finally {
    await application.close();
  }
};
