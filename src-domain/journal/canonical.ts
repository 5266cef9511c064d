import canonicalize from 'canonicalize';

const loneSurrogates = /\p{Surrogate}/gu;

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(loneSurrogates, '\uFFFD');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.replace(loneSurrogates, '\uFFFD'), wellFormed(item)]),
    );
  }
  return value;
}

/**
 * Canonical JSON (RFC 8785) of a plain value. Half a surrogate pair, which a broken paste can bring and UTF-8 can't hold, becomes
 * U+FFFD instead of making the text impossible to save. Throws on numbers that JSON doesn't have.
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(wellFormed(value));
  if (text === undefined) throw new TypeError('not a JSON value');
  return text;
}

// An engine puts keys that look like places of an array first, and `__proto__` is not a key like others.
const isKeptInOrder = (key: string): boolean => {
  const first = key.charCodeAt(0);
  const isPlace = first >= 0x30 && first <= 0x39 && /^\d+$/.test(key);
  return !isPlace && key !== '__proto__' && key.isWellFormed();
};

/** A copy whose `JSON.stringify` is its canonical text; undefined where the value is not as simple as nearly every one is. */
function inOrder(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? value : undefined;
    case 'number':
      // JSON has one nought only.
      return Number.isFinite(value) ? value + 0 : undefined;
    case 'boolean':
      return value;
    case 'object':
      break;
    default:
      return undefined;
  }
  if (value === null) return null;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value as readonly unknown[]) {
      const copy = inOrder(item);
      if (copy === undefined) return undefined;
      items.push(copy);
    }
    return items;
  }
  const fields: Record<string, unknown> = {};
  const given = value as Readonly<Record<string, unknown>>;
  if ('toJSON' in given) return undefined;
  for (const key of Object.keys(given).sort()) {
    // As in JSON, where a key that holds undefined is none.
    if (given[key] === undefined) continue;
    const copy = inOrder(given[key]);
    if (copy === undefined || !isKeptInOrder(key)) return undefined;
    fields[key] = copy;
  }
  return fields;
}

/**
 * The canonical text of a value, and the value as that text gives it when it is read: without what JSON has no word for. Every save
 * passes here, so what is simple takes a short way. Throws as `canonicalText` does.
 */
export function canonical<Value>(value: Value): { readonly text: string; readonly read: Value } {
  const copy = inOrder(value);
  // Of the shape that came in: JSON drops only keys that hold undefined, which an optional key allows.
  if (copy !== undefined) return { text: JSON.stringify(copy), read: copy as Value };
  const text = canonicalText(value);
  return { text, read: JSON.parse(text) as Value };
}
