import { expect, it } from "vitest";
import { summarizeStock } from "./stock-changes";

const stock = (location_id: string | null, quantity: string) => ({ location_id, quantity });
const change = (
  before: ReturnType<typeof stock> | null,
  after: ReturnType<typeof stock> | null,
  item_id = "drill",
) => ({ kind: "stock", item_id, before, after });

it("reads a moved entry as a move", () => {
  const changes = [change(stock("garage", "1.000"), stock("attic", "1.000"))];

  expect(summarizeStock(changes, "drill")).toEqual({
    moves: [{ from: "garage", to: "attic", quantity: 1 }],
    deltas: [],
  });
});

it("reads less here and more there as a move of the difference", () => {
  const changes = [
    change(stock("garage", "5"), stock("garage", "3")),
    change(null, stock("attic", "2")),
  ];

  expect(summarizeStock(changes, "drill").moves).toEqual([
    { from: "garage", to: "attic", quantity: 2 },
  ]);
});

it("reads a changed quantity as what came or went", () => {
  const changes = [change(stock("garage", "5"), stock("garage", "3"))];

  expect(summarizeStock(changes, "drill").deltas).toEqual([{ place: "garage", by: -2 }]);
});

it("does not mix up the items of a batch", () => {
  const changes = [change(null, stock("garage", "1"), "saw")];

  expect(summarizeStock(changes, "drill")).toEqual({ moves: [], deltas: [] });
});
