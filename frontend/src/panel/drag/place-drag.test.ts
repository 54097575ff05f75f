import { expect, it } from "vitest";
import { makeLocations } from "../../../dev/fake-data";
import type { Location } from "../../data/location";
import { dragData, judgeDrop, type Dragged } from "./place-drag";

const HOME = { id: "home", name: "Home", kind: "site", parent_id: null, item_count: 0 };
const place = (id: string, parent: string, kind = "furniture", items = 0) =>
  ({
    ...makeLocations()[0]!,
    ...HOME,
    id,
    name: id,
    parent_id: parent,
    kind,
    item_count: items,
  }) as Location;
const PLACES = [
  { ...makeLocations()[0]!, ...HOME } as Location,
  place("garage", "home", "room"),
  place("shelf", "garage"),
  place("box", "shelf", "box"),
  place("1", "box", "slot", 1),
  place("2", "box", "slot"),
];
const find = (id: string) => PLACES.find((one) => one.id === id)!;
const say = (key: string) => key;
const dragged = (kind: Dragged["kind"], id: string, ...from: string[]): Dragged => ({
  kind,
  id,
  name: id,
  from,
});

it.each([
  ["garage", "box", "drag.into_itself", undefined],
  ["garage", "garage", "", undefined],
  ["shelf", "garage", "", undefined],
  ["shelf", "home", "drag.into", true],
  ["shelf", "2", "drag.into_itself", undefined],
])("lets %s go into %s, or says why not", (id, to, text, allowed) => {
  const what = dragged("location", id, find(id).parent_id!);
  expect(judgeDrop(what, find(to), PLACES, say)).toEqual(allowed ? { text, allowed } : { text });
});

it("takes a place to the top, but not one that is there", () => {
  expect(judgeDrop(dragged("location", "shelf", "garage"), null, PLACES, say).allowed).toBe(true);
  expect(judgeDrop(dragged("location", "home"), null, PLACES, say)).toEqual({ text: "" });
  expect(judgeDrop(dragged("item", "drill", "box"), null, PLACES, say)).toEqual({ text: "" });
});

it("puts an item into a free slot only, and no place into a slot", () => {
  const drill = dragged("item", "drill", "shelf");
  expect(judgeDrop(drill, find("2"), PLACES, say).allowed).toBe(true);
  expect(judgeDrop(drill, find("1"), PLACES, say)).toEqual({ text: "drag.slot_taken" });
  expect(judgeDrop(drill, find("shelf"), PLACES, say)).toEqual({ text: "" });
  const attic = dragged("location", "attic", "home");
  expect(judgeDrop(attic, find("2"), PLACES, say)).toEqual({ text: "drag.no_place_in_slot" });
});

it("reads what an element stands for", () => {
  const element = document.createElement("div");
  expect(dragData(element)).toBeUndefined();
  Object.assign(element.dataset, { drag: "item", dragId: "i", dragName: "Drill", dragFrom: "a b" });
  expect(dragData(element)?.what).toEqual({
    ...dragged("item", "i", "a", "b"),
    name: "Drill",
  });
});
