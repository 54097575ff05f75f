import type { Hit } from "../../../data/search";

/** Which items are selected: those that were named, or all that the list is for but some. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Everything: `ids` are then what is not. */
  readonly all: boolean;
}

export const NOTHING: Selection = { ids: new Set(), all: false };
export const EVERYTHING: Selection = { ids: new Set(), all: true };

export const isSelected = ({ ids, all }: Selection, id: string): boolean => ids.has(id) !== all;

export const sizeOf = ({ ids, all }: Selection, total: number): number =>
  all ? Math.max(0, total - ids.size) : ids.size;

/** Select some, or take them out. */
export const withSelected = (
  selection: Selection,
  changed: readonly string[],
  selected: boolean,
): Selection => {
  const ids = new Set(selection.ids);
  for (const id of changed) {
    if (selected === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { ...selection, ids };
};

/** Places and devices stand among what was found, but only items are selected. */
export const isSelectable = (hit: Hit | undefined): boolean => hit?.type === "item";
