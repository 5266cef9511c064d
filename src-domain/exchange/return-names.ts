/** Hidden files, AppleDouble companions and lock files. */
const hidden = /^(?:\.|~|\$)/u;
/** What is still being written by a browser, a messenger or a cloud client, and links that are files. */
const temporary = /(?:\.(?:tmp|temp|part|partial|crdownload|download|opdownload|filepart|bak|lnk|url)|~)$/iu;
/** Only the name is there: `.phieu.hdphieu.icloud`, `phieu.hdphieu.nextcloud`. */
const placeholder = /\.hdphieu\.(?:icloud|nextcloud|owncloud|cloud|cloudf)$/iu;
/**
 * The ending, also where a messenger or a cloud service has written behind it: `phieu.hdphieu.bin`, `phieu.hdphieu (1)`,
 * `phieu.hdphieu-conflict-20261123`. What is put before the ending (`phieu (conflicted copy).hdphieu`) needs no rule.
 */
const returnName = /\.hdphieu(?:$|[.\s(_-])/iu;
/** Folders that systems keep for themselves. */
const ownFolders = new Set(['$recycle.bin', 'system volume information', '__macosx']);

/** How the name of a file in a folder stands to returns. Contents are judged elsewhere; two names with the same bytes are one return. */
export const nameKind = (name: string): 'return' | 'cloud' | 'other' => {
  if (placeholder.test(name)) return 'cloud';
  return !hidden.test(name) && !temporary.test(name) && returnName.test(name) ? 'return' : 'other';
};

/** Is a folder of this name looked into? Hidden ones and the system's own are not. */
export const isOpenFolder = (name: string): boolean => !hidden.test(name) && !ownFolders.has(name.toLowerCase());
