import type { When } from '#domain/journal/replay.ts';
import { momentInVietnam } from '#domain/text/messages/store.ts';
import type { JournaledDocument } from '#main/store/journaled-document.ts';
import { byLine, readArguments, withArchive, wordsOf, type CommandIo, type Kinds } from './store-command.ts';

const vietnamTime = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$/;

/** A time as people type it: ISO 8601 with or without an offset; without one it is the time in Viet Nam. A day alone means its end. */
function momentFrom(text: string): string | null {
  const typed = text.trim();
  const full = vietnamTime.test(typed)
    ? `${typed.length === 10 ? `${typed}T23:59:59.999` : typed.replace(' ', 'T')}+07:00`
    : typed;
  const time = Date.parse(full);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/**
 * `hoidong history SESSION [--at TIME | --seq NUMBER] [--field A/PATH] [--workbook | --pack]`: lists who changed what and when; with a moment,
 * prints the document as it was then, as JSON; with a field, its values one after another. Writes nothing.
 */
export async function run<S, SE, SH, W, WE, WH>(
  args: readonly string[],
  streams: CommandIo,
  kinds: Kinds<S, SE, SH, W, WE, WH>,
): Promise<number> {
  const io = byLine(streams);
  const words = wordsOf(io);
  const given = readArguments(args, ['at', 'seq', 'field'], ['workbook', 'pack']);
  const id = given?.rest[0];
  const at = given?.values.get('at');
  const time = at === undefined ? undefined : momentFrom(at);
  const seq = given?.values.get('seq');
  if (
    given === null ||
    id === undefined ||
    given.rest.length > 1 ||
    time === null ||
    (seq !== undefined && !/^\d+$/.test(seq))
  ) {
    io.err(words.historyUsage);
    return 2;
  }
  const when = seq !== undefined ? { seq: Number(seq) } : time !== undefined ? { time } : null;
  const field = given.values.get('field');
  return withArchive(io, kinds, true, async (archive) => {
    if (given.flags.has('workbook')) print(io, await archive.workbooks.open(id), when, field);
    else if (given.flags.has('pack')) print(io, await archive.packs.open(id), when, field);
    else print(io, await archive.sessions.open(id), when, field);
    return 0;
  });
}

function print<State, Event>(
  io: CommandIo,
  document: JournaledDocument<State, Event>,
  when: When | null,
  field: string | undefined,
): void {
  const words = wordsOf(io);
  const language = io.language ?? 'vi';
  if (when !== null) {
    const moment = document.at(when);
    if (moment.at === null) io.out(words.nothingThen);
    else {
      io.err(words.historyOf(document.id, moment.seq, momentInVietnam(moment.at)));
      io.out(JSON.stringify(moment.state, null, 2));
    }
  } else if (field !== undefined) {
    const shown = (value: unknown): string => (value === undefined ? words.empty : JSON.stringify(value));
    for (const { seq, at, actor, before, after } of document.history(field.split('/'))) {
      io.out(`${seq}\t${momentInVietnam(at)}\t${actor}\t${shown(before)} → ${shown(after)}`);
    }
  } else {
    for (const { seq, at, actor, label } of document.log()) {
      io.out(`${seq}\t${momentInVietnam(at)}\t${actor}\t${label[language]}`);
    }
  }
}
