const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/**
 * How long backups are kept: all of the last hour, the newest of every hour of a day and of every day of two weeks by their age, and the
 * newest of each of the last weeks that have one, however long ago.
 */
export const rotation = { hourlyForHours: 24, dailyForDays: 14, weeks: 26 } as const;

function bucketOf(made: number, now: number): string {
  const age = now - made;
  // What was just made by hand must not push out what was made a minute before. And a backup from the future was made before the clock was set back: nothing is known of its age, so it stays.
  if (age < hour) return `one ${made}`;
  if (age < rotation.hourlyForHours * hour) return `hour ${Math.floor(made / hour)}`;
  if (age < rotation.dailyForDays * day) return `day ${Math.floor(made / day)}`;
  return `week ${Math.floor(made / week)}`;
}

/**
 * Which of the backups made at these moments (ISO 8601) are to be kept at `now`. Weeks are counted and not measured: neither a clock set
 * far ahead for an hour nor half a year without the program may take every older backup away at once.
 */
export function backupsToKeep(made: readonly string[], now: string): ReadonlySet<string> {
  const newestFirst = [...made].sort((a, b) => Date.parse(b) - Date.parse(a));
  const keep = new Set<string>();
  const filled = new Set<string>();
  let weeks = 0;
  for (const one of newestFirst) {
    const bucket = bucketOf(Date.parse(one), Date.parse(now));
    if (filled.has(bucket)) continue;
    if (bucket.startsWith('week') && (weeks += 1) > rotation.weeks) break;
    filled.add(bucket);
    keep.add(one);
  }
  return keep;
}
