/**
 * Keeps what was answered in the order in which it was asked for.
 *
 * Home Assistant answers as soon as it can, so that a question asked before a change may be answered after one that was
 * asked since. Ask before each question, and ask what comes back with each answer: true when it is too late for it.
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
