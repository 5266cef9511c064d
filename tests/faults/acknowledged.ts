import { openNotes } from '../support/note-archive.ts';
import { noteKind } from '../support/note-kind.ts';
import { checkArchive } from '#main/store/check-archive.ts';

/** Everything that writers were told is saved in one data folder, from the lines they said. */
export class Acknowledged {
  readonly #hashes = new Map<string, Map<number, string>>();
  readonly #attached = new Set<string>();
  readonly #files = new Map<string, number>();
  readonly #backups = new Set<string>();
  /** How many acknowledgements were heard. */
  count = 0;

  hear(line: string): void {
    const [what, name = '', value = '', hash = ''] = line.split(' ');
    if (what === undefined || !['saved', 'attached', 'file', 'backup'].includes(what)) return;
    this.count += 1;
    if (what === 'saved') {
      const known = this.#hashes.get(name) ?? new Map<number, string>();
      this.#hashes.set(name, known.set(Number(value), hash));
    } else if (what === 'attached') this.#attached.add(name);
    else if (what === 'file') this.#files.set(name, Number(value));
    else this.#backups.add(name);
  }

  /**
   * Opens the folder as the program does after a crash and compares. Throws with what is lost, unreadable or unsound; resolves with the
   * problems that the store reported by itself. `isThorough` reads everything else there is, too.
   */
  async verify(dataDir: string, isThorough = true): Promise<readonly string[]> {
    const reported: string[] = [];
    const archive = await openNotes(dataDir, {
      clock: () => new Date().toISOString(),
      notice: ({ code, details }) => reported.push(`${code} ${JSON.stringify(details)}`),
    });
    try {
      for (const [id, hashes] of this.#hashes) {
        const document = await archive.sessions.open(id);
        if (document.status.kind !== 'ok')
          throw new Error(`${id} opened read-only: ${JSON.stringify(document.status)}`);
        const entries = document.entries();
        for (const [seq, hash] of hashes) {
          if (entries[seq - 1]?.hash !== hash)
            throw new Error(`${id} lost acknowledged entry ${seq} of ${entries.length}`);
        }
        const broken = noteKind.invariants(document.state);
        if (broken.length > 0) throw new Error(`${id} is unsound: ${broken.join('; ')}`);
      }
      for (const hash of this.#attached) await archive.attachments.read(hash);
      for (const id of this.#files.keys()) {
        // A later writing may have been under way: the file is whole, whichever it is.
        const bytes = await archive.sessions.files(id).read('keys.json');
        if (bytes?.toString('utf8').length !== this.#files.get(id)) throw new Error(`${id}: keys.json is not whole`);
      }
      const { findings } = isThorough ? await checkArchive(archive) : { findings: [] };
      if (findings.length > 0) throw new Error(`check found: ${JSON.stringify(findings)}`);
      const listed = await archive.sessions.list();
      for (const { id, seq } of listed) {
        const { seq: real } = await archive.sessions.open(id);
        if (real !== seq) throw new Error(`the list says ${seq} of ${id}, the journal ${real}`);
      }
    } finally {
      await archive.close();
    }
    return reported;
  }
}
