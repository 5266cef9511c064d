import path from 'node:path';
import { conclude } from '#domain/conclusion/conclude.ts';
import { sampleAttendance, sampleBallots, sampleMinutes } from '#domain/samples/sample-session.ts';
import { formsOf } from '#domain/session/ballots.ts';
import { officialCounts } from '#domain/session/official-counts.ts';
import { seatsOf, type Session } from '#domain/session/state.ts';
import { toCase } from '#domain/session/to-case.ts';
import { createApplication } from '#main/application/application.ts';
import { nodePorts } from '#main/hosting/node-ports.ts';
import { sourceLayout } from '#main/hosting/program-layout.ts';
import { loadSample } from '#main/services/sample-folder.ts';

/**
 * Leaves a sample session in a data folder, conducted to its minutes with the ballots on paper: nobody's package or return is needed for
 * what the screens after the count show. Answers with the session's id.
 */
export const seedConductedSession = async (dataDir: string): Promise<string> => {
  const application = await createApplication(nodePorts('cli', dataDir, () => undefined));
  try {
    const { services } = application;
    const sample = await loadSample(path.join(sourceLayout().assetsDir, 'samples', 'nscl-2026'));
    const { sessionId } = await services.sessions.createSample();
    const stateNow = async (): Promise<Session> => (await services.sessions.get({ sessionId })).session;
    const session = await stateNow();
    const form = formsOf(session)[0];
    if (!form) throw new Error('the sample session has a form');
    const table = sampleBallots(sample.returns, form);
    const ballots = seatsOf(session).flatMap(({ id: memberId }) =>
      Object.entries(table[memberId] ?? {}).map(
        ([dossierId, ballot]) => ({ type: 'paperBallot.entered', memberId, dossierId, ballot }) as const,
      ),
    );
    await services.sessions.record({ sessionId, events: [...ballots, ...sampleAttendance(sample.session)] });
    const theCase = toCase(await stateNow());
    if (!theCase) throw new Error('the sample session has a pack');
    await services.sessions.record({
      sessionId,
      events: [
        { type: 'counting.closed', counts: officialCounts(conclude(theCase)) },
        { type: 'conclusion.adopted' },
        ...sampleMinutes(sample.session),
      ],
    });
    await services.app.setPreferences({ role: 'secretary' });
    return sessionId;
  } finally {
    await application.close();
  }
};
