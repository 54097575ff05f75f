/**
 * Keeps what was answered in the order in which it was asked for.
 *
 * Home Assistant answers as soon as it can, so that a question asked before a change may be answered after one that was
 * asked since. Ask before each question, and ask what comes back with each answer or error: true when it is too late for it.
 * Lists whose question itself changes, by a filter or a page, count their questions: of those only the last is right.
 */
export const answerOrder = (): (() => () => boolean) => {
  let asked = 0;
  let taken = 0;
  return () => {
    const turn = ++asked;
    return () => {
      if (turn < taken) return true;
      taken = turn;
      return false;
    };
  };
};
