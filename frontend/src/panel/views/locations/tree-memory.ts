const KEY = "home-inventory-tree-open";

/** The places that were open in the tree of this browser; undefined before any was. */
export const recallOpen = (): ReadonlySet<string> | undefined => {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    if (!Array.isArray(ids)) return undefined;
    return new Set(ids.filter((id) => typeof id === "string"));
  } catch {
    return undefined;
  }
};

export const rememberOpen = (open: ReadonlySet<string>): void => {
  try {
    localStorage.setItem(KEY, JSON.stringify([...open]));
  } catch {
    // Private windows may have no storage: then nothing is remembered.
  }
};
