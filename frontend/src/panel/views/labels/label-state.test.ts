import { expect, it } from "vitest";
import { labelsPath, type LabelLayout } from "../../../data/label-sheet";
import { A_LOOK, cornersOf, isEmpty, orderOf, readChosen, writeChosen } from "./label-state";

it("keeps what was chosen in the address", () => {
  const search = "?items=a,b&locations=c&in=d&query=drills+in+the+garage&start=3&copies=2";
  expect(writeChosen(readChosen(search))).toBe(search);
  expect(isEmpty(readChosen("?start=3"))).toBe(true);
});

it("is reached with things chosen already", () => {
  const path = labelsPath({ items: ["a", "b"], in: "d" });
  expect(path).toBe("/home-inventory/labels?items=a,b&in=d");
  expect(readChosen(path.slice(path.indexOf("?")))).toEqual({
    ...{ items: ["a", "b"], locations: [], in: "d" },
    ...{ start: 1, copies: 1 },
  });
});

it.each(["?start=-2&copies=x", "?start=0", ""])("begins with the first label for %j", (search) => {
  expect(readChosen(search)).toMatchObject({ start: 1, copies: 1 });
});

it("orders measures of one's own instead of a layout that can be bought", () => {
  const chosen = readChosen("?items=a");
  expect(orderOf(chosen, { ...A_LOOK, layout: "avery_l7160" })).toMatchObject({
    layout: "avery_l7160",
  });
  const own = orderOf(chosen, { ...A_LOOK, layout: "custom" });
  expect(own.layout).toBeUndefined();
  expect(own.custom).toMatchObject({ label_width: 50 });
});

it("knows where the labels of a sheet are", () => {
  const layout = { columns: 2, rows: 2, left: 5, top: 10, pitch_x: 50, pitch_y: 30 } as LabelLayout;
  expect(cornersOf(layout)).toEqual([
    { x: 5, y: 10 },
    { x: 55, y: 10 },
    { x: 5, y: 40 },
    { x: 55, y: 40 },
  ]);
});
