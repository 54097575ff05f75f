import type { Draft, DraftValue } from "./item-draft";

/** A field that two have changed, each in another way. */
export interface Conflict {
  name: string;
  mine: DraftValue;
  theirs: DraftValue;
}

export interface Rebased {
  draft: Draft;
  conflicts: Conflict[];
  /** The fields that somebody else has changed. */
  changed: string[];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Bring what is being typed together with what somebody else has saved meanwhile.
 *
 * Fields that were not touched here become what they are now; those that both have changed stay as they were typed, and
 * are told.
 */
export const rebase = (draft: Draft, original: Draft, theirs: Draft): Rebased => {
  const changed = Object.keys(theirs).filter((name) => !isSame(theirs[name], original[name]));
  const both = changed.filter(
    (name) => !isSame(draft[name], original[name]) && !isSame(draft[name], theirs[name]),
  );
  const taken = changed.filter((name) => !both.includes(name));
  return {
    draft: { ...draft, ...Object.fromEntries(taken.map((name) => [name, theirs[name]!])) },
    conflicts: both.map((name) => ({ name, mine: draft[name]!, theirs: theirs[name]! })),
    changed,
  };
};
