import { expect, it } from "vitest";
import type { TopologyAnswer, TopologyNode } from "../../../data/topology";
import { placeAll, Seating, STEP, type Point } from "./topology-layout";
import { readTopology, type TopologyTree } from "./topology-tree";

const node = (id: string): TopologyNode => ({ id, kind: "device", name: id, location_id: null });

/** Hubs with lamps, all on one network. */
const house = (lamps: Record<string, string[]>): TopologyTree => {
  const hubs = Object.keys(lamps);
  const answer: TopologyAnswer = {
    nodes: [node("lan"), ...hubs.map(node), ...Object.values(lamps).flat().map(node)],
    edges: [
      ...hubs.map((hub) => ({ lower: hub, upper: "lan", tie: "network" as const })),
      ...hubs.flatMap((hub) =>
        lamps[hub]!.map((lamp) => ({ lower: lamp, upper: hub, tie: "uplink" as const })),
      ),
    ],
    places: [],
  };
  return readTopology(answer, (kind) => kind);
};

const many = (hub: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${hub}${at}`);
const NOTHING_MOVED = new Map<string, Point>();
const pointsOf = (tree: TopologyTree, seating = new Seating()) =>
  placeAll(tree, seating.arrange(tree), NOTHING_MOVED);

const nearest = (points: ReadonlyMap<string, Point>): number => {
  const all = [...points.values()];
  return Math.min(
    ...all.flatMap((a, at) => all.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  );
};

it("keeps five hundred apart, and takes no time for it", () => {
  const hubs = Array.from({ length: 20 }, (_, at) => `hub${at}-`);
  const tree = house(Object.fromEntries(hubs.map((hub, at) => [hub, many(hub, at + 14)])));
  const begun = performance.now();
  const points = pointsOf(tree);
  expect(performance.now() - begun).toBeLessThan(100);
  expect(points.size).toBe(491);
  expect(nearest(points)).toBeGreaterThan(STEP * 0.9);
});

it("stands what hangs on one another by itself in a line, and the rest around its end", () => {
  const line = ["lan", "router", "switch"];
  const tree = readTopology(
    {
      nodes: [...line, "nas", "printer", "hub", "lamp"].map(node),
      edges: [
        { lower: "router", upper: "lan", tie: "network" },
        { lower: "switch", upper: "router", tie: "uplink" },
        ...["nas", "printer", "hub"].map((lower) => ({
          lower,
          upper: "switch",
          tie: "uplink" as const,
        })),
        { lower: "lamp", upper: "hub", tie: "uplink" },
      ],
      places: [],
    },
    (kind) => kind,
  );
  const points = pointsOf(tree);
  const [lan, router, end] = line.map((id) => points.get(id)!);
  expect([lan!.y, router!.y]).toEqual([end!.y, end!.y]);
  expect(router!.x - lan!.x).toBe(STEP * 1.5);
  expect(end!.x).toBeGreaterThan(router!.x);
  expect(nearest(points)).toBeGreaterThan(STEP * 0.9);
});

it("moves nobody when somebody comes or goes", () => {
  const seating = new Seating();
  const before = pointsOf(house({ a: ["b", "c", "d"] }), seating);
  const after = pointsOf(house({ a: ["aa", "b", "d"] }), seating);
  expect(after.get("b")).toEqual(before.get("b"));
  expect(after.get("d")).toEqual(before.get("d"));
  expect(after.get("aa")).toEqual(before.get("c"));
});

it("leaves what was moved where it was put, with all that hangs on it", () => {
  const tree = house({ a: ["b"] });
  const offsets = new Seating().arrange(tree);
  const before = placeAll(tree, offsets, NOTHING_MOVED);
  const after = placeAll(tree, offsets, new Map([["a", { x: 1000, y: 0 }]]));
  const [lan, a, b] = [before.get("lan")!, after.get("a")!, after.get("b")!];
  expect(a.x - lan.x).toBe(1000);
  expect(b.x - a.x).toBeCloseTo(before.get("b")!.x - before.get("a")!.x);
});

it("puts several networks beside each other", () => {
  const tops = ["lan", "far", "cabin"].map(node);
  const tree = readTopology({ nodes: tops, edges: [], places: [] }, (kind) => kind);
  expect(nearest(pointsOf(tree))).toBeGreaterThanOrEqual(STEP);
});
