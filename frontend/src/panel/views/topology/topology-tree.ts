import type { SourceKind } from "../../../data/source";
import type { Tie, TopologyAnswer, TopologyNode, TopologyPlace } from "../../../data/topology";

/** What hangs on what, to be looked up. */
export interface TopologyTree {
  nodes: ReadonlyMap<string, TopologyNode>;
  /** What a node hangs on, and why; the tops of the tree are not in here. */
  uppers: ReadonlyMap<string, { id: string; tie: Tie }>;
  /** What hangs on a node, by name. */
  lowers: ReadonlyMap<string, readonly TopologyNode[]>;
  tops: readonly TopologyNode[];
  places: ReadonlyMap<string, TopologyPlace>;
}

const NONE: readonly TopologyNode[] = [];

/** As people count: "Switch 2" before "Switch 10". */
const BY_NAME = new Intl.Collator(undefined, { numeric: true });

/** A network is known by its addresses; of all else one wants to know what it is. */
const titleOf = (name: string, kind: string): string => {
  if (!name) return kind;
  return name.includes("/") || name.includes(kind) ? name : `${name} (${kind})`;
};

/** Turn an answer into a tree; sources are called by their kind too. The backend lets nothing hang on itself. */
export const readTopology = (
  { nodes: answered, edges, places }: TopologyAnswer,
  nameOf: (kind: SourceKind) => string,
): TopologyTree => {
  const nodes = answered
    .map((node) =>
      node.source_kind ? { ...node, name: titleOf(node.name, nameOf(node.source_kind)) } : node,
    )
    .sort((a, b) => BY_NAME.compare(a.name, b.name));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const uppers = new Map(
    edges
      .filter(({ lower, upper }) => byId.has(lower) && byId.has(upper))
      .map(({ lower, upper, tie }) => [lower, { id: upper, tie }]),
  );
  const lowers = new Map<string, TopologyNode[]>();
  for (const node of nodes) {
    const upper = uppers.get(node.id)?.id;
    if (upper === undefined) continue;
    const siblings = lowers.get(upper);
    if (siblings) siblings.push(node);
    else lowers.set(upper, [node]);
  }
  return {
    nodes: byId,
    uppers,
    lowers,
    tops: nodes.filter(({ id }) => !uppers.has(id)),
    places: new Map(places.map((place) => [place.id, place])),
  };
};

export const lowersOf = (tree: TopologyTree, id: string): readonly TopologyNode[] =>
  tree.lowers.get(id) ?? NONE;

/** The ids of what a node hangs on, the nearest first. */
export const lineUp = (tree: TopologyTree, id: string): string[] => {
  const line: string[] = [];
  let upper = tree.uppers.get(id);
  while (upper) {
    line.push(upper.id);
    upper = tree.uppers.get(upper.id);
  }
  return line;
};

/** The ids of everything that hangs on a node, the nearest first. */
export const everythingBelow = (tree: TopologyTree, id: string): string[] => {
  const found = lowersOf(tree, id).map((node) => node.id);
  for (const below of found) found.push(...lowersOf(tree, below).map((node) => node.id));
  return found;
};
