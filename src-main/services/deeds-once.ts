/** How many deeds are remembered; a screen sends one after the other, so only its latest can come again. */
const REMEMBERED = 200;

/** Does `work` unless the deed of this name was done, or is being done, already: then its answer is given once more. */
export type DeedsOnce<Answer> = (deedId: string | undefined, work: () => Promise<Answer>) => Promise<Answer>;

/**
 * A screen whose request is cut off can't know whether it arrived, and sends it again: the names of the latest deeds keep a second copy out
 * of the journal. A deed that failed may be tried again. Nothing outlives the program, and no screen's deeds do either.
 */
export const createDeedsOnce = <Answer>(): DeedsOnce<Answer> => {
  const latest = new Map<string, Promise<Answer>>();
  return (deedId, work) => {
    if (deedId === undefined) return work();
    const earlier = latest.get(deedId);
    if (earlier !== undefined) return earlier;
    const answer = work();
    latest.set(deedId, answer);
    answer.catch(() => latest.delete(deedId));
    for (const oldest of latest.keys()) {
      if (latest.size <= REMEMBERED) break;
      latest.delete(oldest);
    }
    return answer;
  };
};
