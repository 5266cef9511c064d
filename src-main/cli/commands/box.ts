import { dossiersOf, type Session } from '#domain/session/state.ts';
import { isSecret, openingLacks, votersOf, type OpeningLack } from '#domain/session/secret-ballot.ts';
import { boxCommandMessages } from '#domain/text/messages/box-command.ts';
import { commandMessages } from '#domain/text/messages/commands.ts';
import { UsageError, type CommandIo } from '../command.ts';
import { readOptions } from '../options.ts';
import { openVault, withApplication } from '../with-application.ts';

/** Members by id: names are on the screens of the session, not in a script's log. */
const plainLack = (lack: OpeningLack) =>
  lack.kind === 'attendance' ? { kind: lack.kind, members: lack.members.map(({ id }) => id) } : lack;

/** How the box stands: how many ballots there are, and nothing of what was voted. */
const standing = (session: Session) => {
  const { opened } = session.secretBallot;
  return {
    session: session.id,
    box: opened === null ? 'shut' : 'opened',
    openedAt: opened?.at ?? null,
    dossiers: dossiersOf(session).map(({ id, code }) => {
      const { counted, setAside } = votersOf(session, id);
      const counts = opened?.dossiers[id];
      return {
        id,
        code,
        ballots: counts?.ballots.length ?? counted.length,
        setAside: counts?.setAside ?? setAside.length,
      };
    }),
    lacks: opened === null ? openingLacks(session).map(plainLack) : [],
  };
};

/** `hoidong box SESSION [--open]`: how the ballot box of a secret vote stands; opens it, once, where that is said. */
export const run = async (args: readonly string[], io: CommandIo): Promise<number> => {
  const text = boxCommandMessages[io.language];
  const common = commandMessages[io.language];
  const { values, positionals } = readOptions(
    args,
    { open: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    1,
    io.language,
  );
  if (values.help) {
    io.out(text.help + common.dataOption + common.vaultNote);
    return 0;
  }
  const [sessionId] = positionals;
  if (sessionId === undefined) throw new UsageError(common.sessionMissing);
  const opening = values.open === true;
  return withApplication(
    io,
    values.data,
    async (application) => {
      const { sessions, secretBallots } = application.services;
      const { session } = await sessions.get({ sessionId });
      if (!isSecret(session)) {
        io.err(`${text.notSecret}\n`);
        return 1;
      }
      if (opening) {
        await openVault(application);
        await secretBallots.open({ sessionId });
      }
      io.out(`${JSON.stringify(standing((await sessions.get({ sessionId })).session), null, 2)}\n`);
      return 0;
    },
    // Looking disturbs nobody who has the session open.
    { readOnly: !opening },
  );
};
