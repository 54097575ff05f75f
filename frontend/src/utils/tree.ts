interface Node {
  id: string;
  parent_id: string | null;
}

/** Sort records under their parents; null are those at the top (or whose parent is not among them). */
export const childrenByParent = <T extends Node>(nodes: readonly T[]): Map<string | null, T[]> => {
  const ids = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, T[]>();
  for (const node of nodes) {
    const parent = node.parent_id !== null && ids.has(node.parent_id) ? node.parent_id : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  return children;
};

/** Return the ids of what is around a record, the nearest first. */
export const ancestorIds = (nodes: readonly Node[], id: string): string[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const found: string[] = [];
  let parent = byId.get(id)?.parent_id ?? null;
  while (parent !== null && !found.includes(parent)) {
    found.push(parent);
    parent = byId.get(parent)?.parent_id ?? null;
  }
  return found;
};

interface Counted extends Node {
  kind: string;
  item_count: number;
}

/**
 * Count the items in every place with everything inside it, by the place's id.
 *
 * What is in a slot counts for its box already. An item that is at two places inside counts twice, as in the tree.
 */
export const itemsInside = (places: readonly Counted[]): Map<string, number> => {
  const children = childrenByParent(places);
  const totals = new Map<string, number>();
  const count = (place: Counted): number => {
    let total = place.item_count;
    for (const child of children.get(place.id) ?? []) {
      const inChild = count(child);
      if (child.kind !== "slot") total += inChild;
    }
    totals.set(place.id, total);
    return total;
  };
  for (const top of children.get(null) ?? []) count(top);
  return totals;
};
