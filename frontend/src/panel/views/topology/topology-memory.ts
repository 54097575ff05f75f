import type { Point } from "./topology-layout";

const MOVED = "home-inventory-topology-moved";
const VIEWPORT = "home-inventory-topology-viewport";
/** Of a household that gets rid of devices over years, the last ones that were moved. */
const MOST_MOVED = 2000;

export interface Viewport {
  zoom: number;
  pan: Point;
}

const isPoint = (value: unknown): value is Point => {
  const { x, y } = (value ?? {}) as Partial<Point>;
  return Number.isFinite(x) && Number.isFinite(y);
};

const read = (storage: () => Storage, key: string): unknown => {
  try {
    return JSON.parse(storage().getItem(key) ?? "null");
  } catch {
    return null;
  }
};

const write = (storage: () => Storage, key: string, value: unknown): void => {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // Private windows may have no storage: then nothing is remembered.
  }
};

/** Where somebody has put nodes in this browser, seen from what each hangs on. */
export const recallMoved = (): Map<string, Point> => {
  const known = read(() => localStorage, MOVED);
  if (typeof known !== "object" || known === null) return new Map();
  return new Map(Object.entries(known).filter((pair): pair is [string, Point] => isPoint(pair[1])));
};

export const rememberMoved = (moved: ReadonlyMap<string, Point>): void =>
  write(() => localStorage, MOVED, Object.fromEntries([...moved].slice(-MOST_MOVED)));

/** What part of the map was seen last in this window. */
export const recallViewport = (): Viewport | undefined => {
  const { zoom, pan } = (read(() => sessionStorage, VIEWPORT) ?? {}) as Partial<Viewport>;
  return typeof zoom === "number" && zoom > 0 && isPoint(pan) ? { zoom, pan } : undefined;
};

export const rememberViewport = (viewport: Viewport): void =>
  write(() => sessionStorage, VIEWPORT, viewport);
