import type { TopologyNode } from "../../../data/topology";
import { lowersOf, type TopologyTree } from "./topology-tree";

export interface Point {
  x: number;
  y: number;
}

/** How far neighbours are apart, in the map's own pixels. */
export const STEP = 80;
const GAP = STEP / 2;
/** How far the nodes of a line are apart. */
const LINK = STEP * 1.5;
/** How much wider than high a map of several networks is made. */
const ASPECT = 1.5;

/** A top with all that is below it: the disc that it takes, and how much of that is the line before the first hub. */
interface Line {
  id: string;
  radius: number;
  length: number;
}

/**
 * Puts nodes around what they hang on: single ones in rings near it, those with more below outside of them.
 *
 * A force layout of 500 nodes takes seconds and comes out differently each time. This takes milliseconds, and remembers which
 * seat in the rings a node has: whoever comes or goes while one looks moves nobody else.
 */
export class Seating {
  private _seats = new Map<string, { upper: string; seat: number }>();

  /** Return where each node is, seen from what it hangs on; of the tops, where they are. */
  public arrange(tree: TopologyTree): Map<string, Point> {
    const offsets = new Map<string, Point>();
    this._assign(tree);
    const lines = tree.tops.map((top) => this._line(tree, top, offsets));
    shelve(lines, offsets);
    // Until now each line's disc is in its place; its top is at its left end.
    for (const { id, radius, length } of lines) {
      if (length > 0) offsets.get(id)!.x -= radius - STEP / 2;
    }
    return offsets;
  }

  /**
   * Place what is below a top. Where each node has one below it and nothing else, as a router with the switch of the house, they
   * stand in a line: around each of them there would be an empty half.
   */
  private _line(tree: TopologyTree, top: TopologyNode, offsets: Map<string, Point>): Line {
    const line = [top];
    for (let next = this._onlyHub(tree, top); next; next = this._onlyHub(tree, next)) {
      line.push(next);
    }
    const hub = line.at(-1)!;
    const radius = this._spread(tree, hub, offsets);
    for (const node of line.slice(1, -1)) offsets.set(node.id, { x: LINK, y: 0 });
    if (line.length === 1) return { id: top.id, radius, length: 0 };
    offsets.set(hub.id, { x: radius + LINK / 2, y: 0 });
    const length = (line.length - 2) * LINK + LINK / 2;
    return { id: top.id, radius: radius + (length + STEP / 2) / 2, length };
  }

  private _onlyHub(tree: TopologyTree, node: TopologyNode): TopologyNode | undefined {
    const [lower, ...others] = lowersOf(tree, node.id);
    return lower && others.length === 0 && tree.lowers.has(lower.id) ? lower : undefined;
  }

  /** Give a seat to each single node that has none where it hangs now: the first that is free. */
  private _assign(tree: TopologyTree): void {
    const seats = new Map<string, { upper: string; seat: number }>();
    for (const [upper, lowers] of tree.lowers) {
      const singles = lowers.filter(({ id }) => !tree.lowers.has(id));
      const taken = new Set<number>();
      const kept = new Set<string>();
      for (const { id } of singles) {
        const before = this._seats.get(id);
        if (before?.upper !== upper) continue;
        seats.set(id, before);
        taken.add(before.seat);
        kept.add(id);
      }
      let seat = 0;
      for (const { id } of singles) {
        if (kept.has(id)) continue;
        while (taken.has(seat)) seat += 1;
        taken.add(seat);
        seats.set(id, { upper, seat });
      }
    }
    this._seats = seats;
  }

  /** Place what is below a node; return the radius of the disc that all of it takes. */
  private _spread(tree: TopologyTree, node: TopologyNode, offsets: Map<string, Point>): number {
    let radius = STEP / 2;
    const hubs: { id: string; radius: number }[] = [];
    for (const lower of lowersOf(tree, node.id)) {
      const seat = this._seats.get(lower.id);
      if (seat) {
        const point = pointOf(seat.seat);
        offsets.set(lower.id, point);
        radius = Math.max(radius, Math.hypot(point.x, point.y) + STEP / 2);
      } else {
        hubs.push({ id: lower.id, radius: this._spread(tree, lower, offsets) });
      }
    }
    return hubs.length > 0 ? encircle(hubs, radius, offsets) : radius;
  }
}

/** Where a seat is: rings of 6, 12, 18, … around the middle. */
const pointOf = (seat: number): Point => {
  let ring = 1;
  let first = 0;
  while (seat >= first + 6 * ring) {
    first += 6 * ring;
    ring += 1;
  }
  const angle = ((seat - first) / (6 * ring)) * 2 * Math.PI + ring / 2;
  return { x: Math.cos(angle) * ring * STEP, y: Math.sin(angle) * ring * STEP };
};

/** Put discs on circles around a disc, on as many as make it smallest; return the radius of all of it. */
const encircle = (
  discs: readonly { id: string; radius: number }[],
  inner: number,
  offsets: Map<string, Point>,
): number => {
  const largest = Math.max(...discs.map(({ radius }) => radius));
  const room = 2 * largest + GAP;
  const circles = circlesFor(discs.length, room, inner + largest + GAP);
  const seats = circles.reduce((sum, circle) => sum + circle, 0);
  let next = 0;
  for (const [ring, circle] of circles.entries()) {
    const isLast = ring === circles.length - 1;
    const share = Math.round((discs.length * circle) / seats);
    const here = discs.slice(next, isLast ? discs.length : next + share);
    next += here.length;
    for (const [at, { id }] of here.entries()) {
      const angle = ((at + ring / 2) / here.length) * 2 * Math.PI - Math.PI / 2;
      offsets.set(id, { x: Math.cos(angle) * circle, y: Math.sin(angle) * circle });
    }
  }
  return circles.at(-1)! + largest;
};

/** Return the radii of circles on which so many discs have room beside each other, none less than `least`. */
const circlesFor = (count: number, room: number, least: number): number[] => {
  const found = [1, 2, 3, 4, 5].map((rings) => {
    // All circumferences together are as long as all discs beside each other.
    const needed =
      ((count * 1.1 * room) / (2 * Math.PI) - (room * rings * (rings - 1)) / 2) / rings;
    const first = Math.max(least, needed);
    return Array.from({ length: rings }, (_, ring) => first + ring * room);
  });
  return found.reduce((best, circles) => (circles.at(-1)! < best.at(-1)! ? circles : best));
};

/** Put discs beside each other, in rows of about the same width. */
const shelve = (
  discs: readonly { id: string; radius: number }[],
  offsets: Map<string, Point>,
): void => {
  const area = discs.reduce((sum, { radius }) => sum + (2 * radius + GAP) ** 2, 0);
  const width = Math.max(Math.sqrt(area * ASPECT), ...discs.map(({ radius }) => 2 * radius));
  let [left, top, height] = [0, 0, 0];
  for (const { id, radius } of discs) {
    if (left > 0 && left + 2 * radius > width) [left, top, height] = [0, top + height + GAP, 0];
    offsets.set(id, { x: left + radius, y: top + radius });
    left += 2 * radius + GAP;
    height = Math.max(height, 2 * radius);
  }
};

/** Return where everything is: what was moved by hand stays where it was put, seen from what it hangs on. */
export const placeAll = (
  tree: TopologyTree,
  offsets: ReadonlyMap<string, Point>,
  moved: ReadonlyMap<string, Point>,
): Map<string, Point> => {
  const points = new Map<string, Point>();
  const waiting: [TopologyNode, Point][] = tree.tops.map((top) => [top, { x: 0, y: 0 }]);
  for (const [node, around] of waiting) {
    const offset = moved.get(node.id) ?? offsets.get(node.id) ?? { x: 0, y: 0 };
    const point = { x: around.x + offset.x, y: around.y + offset.y };
    points.set(node.id, point);
    for (const lower of lowersOf(tree, node.id)) waiting.push([lower, point]);
  }
  return points;
};
