/** One part of an X.509 name as Node writes it, a line a part: `CN`, `O` …; null where the name has none. */
export function nameIn(name: string, part: string): string | null {
  for (const line of name.split('\n')) if (line.startsWith(`${part}=`)) return line.slice(part.length + 1);
  return null;
}

/** Name a certificate is issued to, without the rest of its subject. */
export const commonName = (subject: string): string => nameIn(subject, 'CN') ?? subject.split('\n')[0] ?? '';
