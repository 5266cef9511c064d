import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { JSONFilePreset } from 'lowdb/node';
import { ownPackKind } from '#domain/own-pack/kind.ts';
import { sessionKind } from '#domain/session/kind.ts';
import type { SessionEvent } from '#domain/session/events.ts';
import { openArchive } from '#main/store/document-store.ts';
import { JournaledDocument } from '#main/store/journaled-document.ts';
import { openNotes, temporaryFolder } from '../support/note-archive.ts';
import { noteKind, type NoteEvent } from '../support/note-kind.ts';
import { realSession } from '../support/real-session.ts';
import { median, timed, type Bench, type Measurement } from './bench.ts';

const sizes = [10, 100, 1_000, 5_000] as const;
const rounds = 300;
const listings = 21;
// Until the compiler has seen the way of a save often enough: a program is open for hours.
const warmUps = 1_600;
// Each comes at each place, and after each of the others, equally often: what ran just before leaves its code in the processor's caches.
const orders = [
  ['journal', 'raw', 'ballot', 'sqlite'],
  ['raw', 'sqlite', 'journal', 'ballot'],
  ['sqlite', 'ballot', 'raw', 'journal'],
  ['ballot', 'journal', 'sqlite', 'raw'],
] as const;
const processPath = fileURLToPath(new URL('./store-process.ts', import.meta.url));

/** What one session weighs: about 24 KB of ballots and remarks, as measured on real councils of nine members. */
function contentOf(session: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: 120 }, (_, at) => [
      `c${at}`,
      `Nhận xét ${at} của phiên ${session}: ${'nội dung đánh giá '.repeat(7)}`,
    ]),
  );
}

const idOf = (session: number): string => `s${String(session).padStart(5, '0')}`;

/** Fills a data folder quickly: what is measured later is not how it was filled. */
function fill(dataDir: string, sessions: number): void {
  mkdirSync(join(dataDir, 'sessions'), { recursive: true });
  for (let at = 0; at < sessions; at += 1) {
    const events: readonly NoteEvent[] = [
      { type: 'titled', title: `Hội đồng số ${at}` },
      { type: 'imported', notes: contentOf(at) },
    ];
    const time = new Date(Date.UTC(2026, 0, 1) + at * 60_000).toISOString();
    const line = JournaledDocument.firstLine(idOf(at), noteKind, events, 'secretary', time);
    mkdirSync(join(dataDir, 'sessions', idOf(at)));
    writeFileSync(join(dataDir, 'sessions', idOf(at), 'journal.jsonl'), line);
  }
}

function inFreshProcess(
  way: 'journal' | 'lowdb',
  path: string,
): {
  readonly opened: number;
  readonly took: number;
  readonly rss: number;
} {
  const output = execFileSync(
    process.execPath,
    ['--no-warnings', '--max-old-space-size=8192', processPath, way, path],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'hoidong-test-compile-cache') },
    },
  );
  return JSON.parse(output) as { opened: number; took: number; rss: number };
}

interface Saves {
  readonly journal: number;
  /** The same for a whole ballot of one member on one dossier. */
  readonly ballot: number;
  readonly raw: number;
  readonly sqlite: number;
  readonly lowdb: number;
  readonly bytes: number;
}

/** The archive with one real council among the sessions that fill it; it stands among the workbooks, as the others are simpler. */
function openBeside(dataDir: string) {
  return openArchive(dataDir, {
    kinds: { session: noteKind, workbook: { ...sessionKind, name: 'workbook' as const }, pack: ownPackKind },
    clock: () => new Date().toISOString(),
    ids: () => randomUUID(),
  });
}

/** One save each way, in turns, so that whatever else the computer has to do meets all alike. */
async function saves(root: string, dataDir: string, lowdbPath: string, lowdbRepeats: number): Promise<Saves> {
  const archive = await openBeside(dataDir);
  const real = await realSession();
  const document = await archive.workbooks.create('real', real.preparation('real'), 'secretary');
  for (let at = 0; at < 45; at += 1) await document.append([real.ballot(at, 0)], 'secretary');
  const edit = (at: number): SessionEvent => ({
    type: 'recommendation.set',
    dossierId: 'd1',
    text: `Kiến nghị lần ${at}: đạt yêu cầu, đề nghị hoàn thiện thuyết minh và dự toán theo ý kiến hội đồng.`,
  });
  const journalPath = join(document.folder, 'journal.jsonl');
  const { size } = await stat(journalPath);
  await document.append([edit(1)], 'secretary');
  const bytes = Buffer.alloc((await stat(journalPath)).size - size, 'x');

  const rawFile = openSync(join(root, 'raw'), 'a');
  const database = new DatabaseSync(join(root, 'rows.sqlite'));
  database.exec(
    'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entry (seq INTEGER PRIMARY KEY, line BLOB)',
  );
  const insert = database.prepare('INSERT INTO entry (line) VALUES (?)');
  const ways = {
    journal: (round: number) => document.append([edit(round)], 'secretary'),
    raw: () => {
      writeSync(rawFile, bytes);
      fsyncSync(rawFile);
    },
    sqlite: () => insert.run(bytes),
    ballot: (round: number) => document.append([real.ballot(round % 45, round)], 'secretary'),
  };
  const times: Record<keyof typeof ways, number[]> = { journal: [], raw: [], sqlite: [], ballot: [] };
  for (let round = 0; round < rounds + warmUps; round += 1) {
    for (const way of orders[round % orders.length] ?? []) {
      const took = await timed(() => ways[way](round));
      if (round >= warmUps) times[way].push(took);
    }
  }
  closeSync(rawFile);
  database.close();
  // It is of a kind that the archive of notes does not know, and each list would read it anew.
  await archive.workbooks.remove('real');
  await archive.close();

  const lowdb = await JSONFilePreset<Record<string, { title: string; notes: Record<string, string> }>>(lowdbPath, {});
  const lowdbTimes: number[] = [];
  for (let at = 0; at < lowdbRepeats; at += 1) {
    const session = lowdb.data[idOf(3)];
    if (session !== undefined) session.notes['c1'] = `điểm ${at}`;
    lowdbTimes.push(await timed(() => lowdb.write()));
  }
  for (const name of ['raw', 'rows.sqlite', 'rows.sqlite-wal', 'rows.sqlite-shm'])
    await rm(join(root, name), { force: true });
  return {
    journal: median(times.journal),
    ballot: median(times.ballot),
    raw: median(times.raw),
    sqlite: median(times.sqlite),
    lowdb: median(lowdbTimes),
    bytes: bytes.length,
  };
}

async function longSession(root: string): Promise<readonly Measurement[]> {
  const dataDir = join(root, 'long');
  const archive = await openBeside(dataDir);
  const real = await realSession();
  const document = await archive.workbooks.create('long', real.preparation('long'), 'secretary');
  // 45 ballots, entered again and again until there are 10,000 events.
  const wanted = 10_000;
  for (let done = 1; done < wanted; done += 500) {
    await Promise.all(
      Array.from({ length: Math.min(500, wanted - done) }, (_, at) =>
        document.append([real.ballot(at % 45, done + at)], 'secretary'),
      ),
    );
  }
  if (document.seq !== wanted) throw new Error(`${document.seq} entries`);
  await archive.close();
  const { size } = await stat(join(dataDir, 'workbooks', 'long', 'journal.jsonl'));

  const snapshot = join(dataDir, 'workbooks', 'long', 'snapshot.json');
  const kept = await readFile(snapshot);
  const withSnapshot: number[] = [];
  const without: number[] = [];
  for (let at = 0; at < 9; at += 1) {
    for (const times of [withSnapshot, without]) {
      if (times === without) await rm(snapshot);
      else writeFileSync(snapshot, kept);
      const again = await openBeside(dataDir);
      times.push(await timed(() => again.workbooks.open('long')));
      await again.close();
    }
  }
  const what = `open a council of 45 ballots and 10,000 events (${Math.round(size / 1024)} KB of journal)`;
  return [
    { what: `${what}, every byte verified`, median: median(withSnapshot), unit: 'ms', repeats: 9 },
    { what: 'the same without its snapshot, everything replayed', median: median(without), unit: 'ms', repeats: 9 },
  ];
}

/** The durable store beside what else could have been taken, in one run on one disk (BENCH_DIR, else the system's temporary folder). */
export const bench: Bench = {
  name: 'Store: one durable edit, the list, opening, memory',
  run: async () => {
    const folder = await temporaryFolder(process.env['BENCH_DIR'] ?? tmpdir());
    const results: Measurement[] = [];
    try {
      const found: {
        readonly size: number;
        readonly saves: Saves;
        readonly list: number;
        readonly lowdbList: number;
        readonly start: number;
        readonly opened: number;
      }[] = [];
      for (const size of sizes) {
        const root = join(folder.path, String(size));
        const dataDir = join(root, 'data');
        fill(dataDir, size);
        const lowdbPath = join(root, 'archive.json');
        const content = Object.fromEntries(
          Array.from({ length: size }, (_, at) => [idOf(at), { title: `Hội đồng số ${at}`, notes: contentOf(at) }]),
        );
        writeFileSync(lowdbPath, JSON.stringify(content, null, 2));
        // The index is made once, as it would be by the first list.
        const first = await openNotes(dataDir);
        await first.sessions.list();
        await first.close();

        const repeats = size >= 1_000 ? 5 : 11;
        const one = await saves(root, dataDir, lowdbPath, repeats);
        const list: number[] = [];
        const lowdbList: number[] = [];
        const starts: number[] = [];
        const openings: number[] = [];
        const memory: number[] = [];
        const lowdbMemory: number[] = [];
        // One after the other: what the one leaves behind in memory must not be swept up in the time of the other.
        for (let at = 0; at < listings; at += 1) {
          list.push(
            await timed(async () => {
              const archive = await openNotes(dataDir, { readOnly: true });
              await archive.sessions.list();
            }),
          );
        }
        for (let at = 0; at < repeats; at += 1) lowdbList.push(await timed(() => JSONFilePreset(lowdbPath, {})));
        // Apart from the lists: whoever has just waited for another process finds its own threads asleep.
        for (let at = 0; at < repeats; at += 1) {
          const fresh = inFreshProcess('journal', dataDir);
          starts.push(fresh.took);
          openings.push(fresh.opened);
          memory.push(fresh.rss);
          if (at < 3) lowdbMemory.push(inFreshProcess('lowdb', lowdbPath).rss);
        }
        found.push({
          size,
          saves: one,
          list: median(list),
          lowdbList: median(lowdbList),
          start: median(starts),
          opened: median(openings),
        });
        results.push(
          {
            what: `${size} sessions: one durable edit (${one.bytes} bytes)`,
            median: one.journal,
            unit: 'ms',
            repeats: rounds,
          },
          { what: `${size} sessions: one whole ballot, as durable`, median: one.ballot, unit: 'ms', repeats: rounds },
          {
            what: `${size} sessions: raw write + fsync of the same bytes`,
            median: one.raw,
            unit: 'ms',
            repeats: rounds,
          },
          {
            what: `${size} sessions: one node:sqlite commit, WAL, synchronous=FULL`,
            median: one.sqlite,
            unit: 'ms',
            repeats: rounds,
          },
          { what: `${size} sessions: stock lowdb, one archive file, no fsync`, median: one.lowdb, unit: 'ms', repeats },
          {
            what: `${size} sessions: edit / raw write + fsync`,
            median: one.journal / one.raw,
            unit: 'times',
            repeats: rounds,
            limit: 1.5,
          },
          {
            what: `${size} sessions: open the archive and its list`,
            median: median(list),
            unit: 'ms',
            repeats: listings,
          },
          { what: `${size} sessions: the same with stock lowdb`, median: median(lowdbList), unit: 'ms', repeats },
          {
            what: `${size} sessions: open the folder in a fresh process, lock and all; the list follows`,
            median: median(openings),
            unit: 'ms',
            repeats,
          },
          {
            what: `${size} sessions: folder and list in a fresh process`,
            median: median(starts),
            unit: 'ms',
            repeats,
          },
          { what: `${size} sessions: memory of that process`, median: median(memory), unit: 'MB', repeats },
          { what: `${size} sessions: memory with stock lowdb`, median: median(lowdbMemory), unit: 'MB', repeats: 3 },
        );
        await rm(root, { recursive: true, force: true });
      }
      const smallest = found[0];
      const largest = found.at(-1);
      if (smallest === undefined || largest === undefined) throw new Error('nothing was measured');
      results.push(
        {
          what: 'one edit at 5,000 sessions / at 10, against the raw write of each moment',
          median: largest.saves.journal / largest.saves.raw / (smallest.saves.journal / smallest.saves.raw),
          unit: 'times',
          repeats: rounds,
          limit: 1.2,
        },
        {
          what: 'the list at 5,000 sessions / stock lowdb',
          median: largest.list / largest.lowdbList,
          unit: 'times',
          repeats: 5,
          limit: 0.01,
        },
        {
          what: 'folder and list in a fresh process at 5,000 sessions / at 10',
          median: largest.start / smallest.start,
          unit: 'times',
          repeats: 5,
        },
        {
          what: 'opening the folder in a fresh process at 5,000 sessions / at 10',
          median: largest.opened / smallest.opened,
          unit: 'times',
          repeats: 5,
        },
        ...(await longSession(folder.path)),
      );
      return results;
    } finally {
      await folder.remove();
    }
  },
};
