import { expect, it } from "vitest";
import type { TopologyAnswer, TopologyNode } from "../../../data/topology";
import {
  countDevices,
  findNodes,
  fromTopologySearch,
  NO_TOPOLOGY_FILTER,
  shownNodes,
  toTopologySearch,
} from "./topology-filter";
import { everythingBelow, lineUp, readTopology } from "./topology-tree";

const device = (id: string, fields: Partial<TopologyNode> = {}): TopologyNode => ({
  id,
  kind: "device",
  name: id,
  location_id: null,
  status: "online",
  medium: "wifi",
  address: null,
  ...fields,
});

const ANSWER: TopologyAnswer = {
  nodes: [
    {
      id: "lan",
      kind: "network",
      name: "192.168.1.0/24",
      location_id: "home",
      source_kind: "network",
    },
    { id: "hass", kind: "source", name: "", location_id: null, source_kind: "hass" },
    device("Attic Café", { address: "192.168.1.7" }),
    device("Lamp", { medium: "zigbee", location_id: "shelf" }),
    device("Old attic plug", { status: "missing" }),
    device("Switch", { medium: "ethernet", location_id: "garage" }),
  ],
  edges: [
    { lower: "Switch", upper: "lan", tie: "network" },
    { lower: "Lamp", upper: "Switch", tie: "uplink" },
    { lower: "Attic Café", upper: "lan", tie: "network" },
    { lower: "Old attic plug", upper: "gone", tie: "uplink" },
  ],
  places: [
    { id: "home", name: "Home", parent_id: null },
    { id: "garage", name: "Garage", parent_id: "home" },
    { id: "shelf", name: "Shelf", parent_id: "garage" },
  ],
};
const TREE = readTopology(ANSWER, (kind) => `The ${kind}`);

it("knows what hangs on what, and calls sources by their kind", () => {
  expect(lineUp(TREE, "Lamp")).toEqual(["Switch", "lan"]);
  expect(everythingBelow(TREE, "lan")).toEqual(["Attic Café", "Switch", "Lamp"]);
  expect(TREE.tops.map(({ name }) => name)).toEqual([
    "192.168.1.0/24",
    "Old attic plug",
    "The hass",
  ]);
});

it("shows what fits with what it hangs on, so that nothing floats", () => {
  const shown = shownNodes(TREE, { ...NO_TOPOLOGY_FILTER, media: ["zigbee"] });
  expect([...shown].sort()).toEqual(["Lamp", "Switch", "lan"]);
  expect(countDevices(TREE, shown)).toBe(2);
});

it("shows networks without devices only while nothing is filtered", () => {
  expect(shownNodes(TREE, NO_TOPOLOGY_FILTER).has("hass")).toBe(true);
  expect([...shownNodes(TREE, { ...NO_TOPOLOGY_FILTER, statuses: ["missing"] })]).toEqual([
    "Old attic plug",
  ]);
});

it("takes a place with everything inside it", () => {
  const inside = (place: string) => [...shownNodes(TREE, { ...NO_TOPOLOGY_FILTER, place })];
  expect(inside("shelf").sort()).toEqual(["Lamp", "Switch", "lan"]);
  expect(inside("garage").sort()).toEqual(["Lamp", "Switch", "lan"]);
  expect(inside("cellar")).toEqual([]);
});

it("finds names without accents, those that begin so first, and addresses", () => {
  const everything = new Set(TREE.nodes.keys());
  const names = (text: string) => findNodes(TREE, everything, text).map(({ name }) => name);
  expect(names("ATTIC")).toEqual(["Attic Café", "Old attic plug"]);
  expect(names("cafe")).toEqual(["Attic Café"]);
  expect(names("192.168.1.7")).toEqual(["Attic Café"]);
  expect(names("  ")).toEqual([]);
  expect(findNodes(TREE, new Set(["lan"]), "attic")).toEqual([]);
});

it("is the same after a way through the address", () => {
  const filter = {
    media: ["ethernet", "wifi"],
    statuses: ["missing"],
    place: "garage",
    labels: false,
    list: true,
  } as const;
  expect(fromTopologySearch(toTopologySearch(filter))).toEqual(filter);
  expect(toTopologySearch(NO_TOPOLOGY_FILTER)).toBe("");
  expect(fromTopologySearch("?medium=smoke&status=fine&view=upside-down")).toEqual(
    NO_TOPOLOGY_FILTER,
  );
});
