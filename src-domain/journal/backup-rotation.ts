const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** How long backups are kept, by their age: all of the last hour, the newest of every hour of a day, then of every day, then of every week. */
export const rotation = { hourlyForHours: 24, dailyForDays: 14, weeklyForWeeks: 26 } as const;

function bucketOf(made: number, now: number): string | null {
  const age = now - made;
  // What was just made by hand must not push out what was made a minute before. And a backup from the future was made before the clock was set back: nothing is known of its age, so it stays.
  if (age < hour) return `one ${made}`;
  if (age < rotation.hourlyForHours * hour) return `hour ${Math.floor(made / hour)}`;
  if (age < rotation.dailyForDays * day) return `day ${Math.floor(made / day)}`;
  if (age < rotation.weeklyForWeeks * week) return `week ${Math.floor(made / week)}`;
  return null;
}

/**
 * Which of the backups made at these moments (ISO 8601) are to be kept at `now`. The newest of all always is, however old.
 */
export function backupsToKeep(made: readonly string[], now: string): ReadonlySet<string> {
  const newestFirst = [...made].sort((a, b) => Date.parse(b) - Date.parse(a));
  const keep = new Set<string>(newestFirst.slice(0, 1));
  const filled = new Set<string>();
  for (const one of newestFirst) {
    const bucket = bucketOf(Date.parse(one), Date.parse(now));
    if (bucket === null || filled.has(bucket)) continue;
    filled.add(bucket);
    keep.add(one);
  }
  return keep;
}
