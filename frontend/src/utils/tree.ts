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
