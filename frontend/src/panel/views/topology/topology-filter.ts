import { DEVICE_STATUSES, type DeviceStatus } from "../../../data/device";
import { MEDIUMS, type Medium, type TopologyNode } from "../../../data/topology";
import { lineUp, type TopologyTree } from "./topology-tree";

/** What the map shows, as a person set it. */
export interface TopologyFilter {
  media: readonly Medium[];
  statuses: readonly DeviceStatus[];
  place?: string;
  labels: boolean;
  /** The list instead of the map, or beside it where there is room. */
  list: boolean;
}

export const NO_TOPOLOGY_FILTER: TopologyFilter = {
  media: [],
  statuses: [],
  labels: true,
  list: false,
};

export const countTopologyFilters = ({ media, statuses, place }: TopologyFilter): number =>
  media.length + statuses.length + (place ? 1 : 0);

/** Say a filter as it stands behind the path of an address: "?medium=wifi"; nothing without one. */
export const toTopologySearch = (filter: TopologyFilter): string => {
  const values: [string, string][] = [
    ...filter.media.map((medium): [string, string] => ["medium", medium]),
    ...filter.statuses.map((status): [string, string] => ["status", status]),
    ...(filter.place ? [["place", filter.place] as [string, string]] : []),
    ...(filter.labels ? [] : [["labels", "0"] as [string, string]]),
    ...(filter.list ? [["view", "list"] as [string, string]] : []),
  ];
  return values.length > 0 ? `?${new URLSearchParams(values)}` : "";
};

/** Read a filter from an address. Anything unknown says nothing. */
export const fromTopologySearch = (search: string): TopologyFilter => {
  const values = new URLSearchParams(search);
  const media = values.getAll("medium");
  const statuses = values.getAll("status");
  const place = values.get("place");
  return {
    media: MEDIUMS.filter((medium) => media.includes(medium)),
    statuses: DEVICE_STATUSES.filter((status) => statuses.includes(status)),
    ...(place ? { place } : {}),
    labels: values.get("labels") !== "0",
    list: values.get("view") === "list",
  };
};

/** Add a word to those that are chosen, or take it away. */
export const toggled = <Word>(words: readonly Word[], word: Word): readonly Word[] =>
  words.includes(word) ? words.filter((other) => other !== word) : [...words, word];

/**
 * Return the ids of what fits a filter, with everything that it hangs on: nothing floats.
 *
 * Without a filter that is everything, networks without devices too.
 */
export const shownNodes = (tree: TopologyTree, filter: TopologyFilter): ReadonlySet<string> => {
  if (countTopologyFilters(filter) === 0) return new Set(tree.nodes.keys());
  const places = filter.place ? placesInside(tree, filter.place) : undefined;
  const shown = new Set<string>();
  for (const node of tree.nodes.values()) {
    if (!fits(node, filter, places)) continue;
    shown.add(node.id);
    for (const upper of lineUp(tree, node.id)) shown.add(upper);
  }
  return shown;
};

/** How many of the shown are devices. */
export const countDevices = (tree: TopologyTree, shown: ReadonlySet<string>): number =>
  [...shown].filter((id) => tree.nodes.get(id)?.kind === "device").length;

const fits = (
  { kind, medium, status, location_id: at }: TopologyNode,
  filter: TopologyFilter,
  places: ReadonlySet<string> | undefined,
): boolean =>
  kind === "device" &&
  (filter.media.length === 0 || (medium !== undefined && filter.media.includes(medium))) &&
  (filter.statuses.length === 0 || (status !== undefined && filter.statuses.includes(status))) &&
  (!places || (at !== null && places.has(at)));

const placesInside = (tree: TopologyTree, id: string): ReadonlySet<string> => {
  const inside = new Set([id]);
  for (const place of tree.places.values()) {
    // Each place comes after what is around it.
    if (place.parent_id !== null && inside.has(place.parent_id)) inside.add(place.id);
  }
  return inside;
};

const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();

/** Find what is called so, or was seen at such an address: whose name begins so comes first. */
export const findNodes = (
  tree: TopologyTree,
  shown: ReadonlySet<string>,
  text: string,
): TopologyNode[] => {
  const wanted = folded(text.trim());
  if (!wanted) return [];
  const found = [...tree.nodes.values()].filter(
    (node) =>
      shown.has(node.id) &&
      (folded(node.name).includes(wanted) || (node.address ?? "").startsWith(wanted)),
  );
  const rank = ({ name }: TopologyNode) => (folded(name).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
};
