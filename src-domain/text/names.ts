// The Vietnamese alphabet; letters outside it (f, j, w, z) take the places dictionaries give them.
const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
// Tone marks in dictionary order: level, grave, hook, tilde, acute, dot below.
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const letterMarks = /[\u0302\u0306\u031B]/u;

interface LetterKey {
  readonly letters: readonly number[];
  readonly tones: readonly number[];
}

function keyOf(text: string): LetterKey {
  const letters: number[] = [];
  const toneMarks: number[] = [];
  let base = '';
  let tone = 0;
  const close = () => {
    if (base === '') return;
    const letter = base.normalize('NFC');
    const place = alphabet.indexOf(letter);
    letters.push(place >= 0 ? place + 1 : 1000 + (letter.codePointAt(0) ?? 0));
    toneMarks.push(tone);
    base = '';
    tone = 0;
  };
  for (const unit of text.normalize('NFD').toLowerCase()) {
    const toneIndex = tones.indexOf(unit);
    if (toneIndex > 0) tone = toneIndex;
    else if (letterMarks.test(unit)) base += unit;
    else {
      close();
      base = unit;
    }
  }
  close();
  return { letters, tones: toneMarks };
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Dictionary order of Vietnamese words: letters first (a, ă, â, b …), then tones. Case does not count. */
export function compareWords(a: string, b: string): number {
  const left = keyOf(a);
  const right = keyOf(b);
  return compareLists(left.letters, right.letters) || compareLists(left.tones, right.tones);
}

const parts = (name: string): string[] => name.trim().split(/\s+/u);

/** The given name, by which Vietnamese lists are ordered: the last word of the full name. */
export function givenName(name: string): string {
  return parts(name).at(-1) ?? '';
}

/** Order of a list of people: given name, then family name, then what stands between. */
export function compareNames(a: string, b: string): number {
  const left = parts(a);
  const right = parts(b);
  return (
    compareWords(left.at(-1) ?? '', right.at(-1) ?? '') ||
    compareWords(left[0] ?? '', right[0] ?? '') ||
    compareWords(left.slice(1, -1).join(' '), right.slice(1, -1).join(' '))
  );
}

/** A new list ordered by given name; people with equal names keep their order. */
export function sortByGivenName<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return [...items].sort((a, b) => compareNames(nameOf(a), nameOf(b)));
}

const rank = /^(?:(?:GS|PGS|TSKH|TS|ThS|BS|DS|KS|CN|CVC|NCS|GVC|Dr|Prof|MSc|PhD)\.?[\s.,]*|(?:Ông|Bà)\s+)+(?=\p{Lu})/u;

/**
 * The name as it stands under a signature: without học hàm, học vị and forms of address before it
 * (Nghị định 30/2020/NĐ-CP allows none before the signatory's name).
 */
export function signatureName(name: string): string {
  const trimmed = name.trim();
  return trimmed.replace(rank, '').trim() || trimmed;
}
