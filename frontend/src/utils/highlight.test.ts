import { expect, it } from "vitest";
import { fromFirstHit, splitText, type TextRange } from "./highlight";

/** The parts as one text, what is marked in square brackets. */
const marked = (text: string, ranges?: TextRange[]): string =>
  splitText(text, ranges)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");

it.each<[string, TextRange[], string]>([
  ["one match", [[9, 14]], "Cordless [drill]"],
  [
    "matches in any order",
    [
      [9, 14],
      [0, 4],
    ],
    "[Cord]less [drill]",
  ],
  [
    "overlapping matches as one",
    [
      [0, 6],
      [4, 8],
    ],
    "[Cordless] drill",
  ],
  [
    "touching matches as one",
    [
      [0, 4],
      [4, 8],
    ],
    "[Cordless] drill",
  ],
  [
    "a match within another",
    [
      [0, 8],
      [2, 4],
    ],
    "[Cordless] drill",
  ],
  ["no match", [], "Cordless drill"],
  [
    "what lies outside, as far as it is inside",
    [
      [-3, 4],
      [9, 99],
    ],
    "[Cord]less [drill]",
  ],
  [
    "nothing of what is no range",
    [
      [5, 5],
      [8, 2],
      [40, 50],
      [NaN, 3],
    ],
    "Cordless drill",
  ],
])("marks %s", (_, ranges, text) => {
  expect(marked("Cordless drill", ranges)).toBe(text);
});

it("counts as JavaScript does", () => {
  expect(
    marked("🛢 Öl 🔧 drill", [
      [3, 5],
      [9, 14],
    ]),
  ).toBe("🛢 [Öl] 🔧 [drill]");
});

it("has no parts of nothing", () => {
  expect(splitText("", [[0, 3]])).toEqual([]);
  expect(splitText("Drill")).toEqual([{ text: "Drill", hit: false }]);
});

const LONG = "The second battery is weak, the charger belongs to the drill of the neighbours";

it("begins a long text shortly before its first match", () => {
  const at = LONG.indexOf("drill");
  const { text, ranges } = fromFirstHit(LONG, [[at, at + 5]]);

  expect(marked(text, ranges)).toBe("…charger belongs to the [drill] of the neighbours");
});

it("leaves a text alone whose match is at the beginning", () => {
  expect(fromFirstHit(LONG, [[4, 10]])).toEqual({ text: LONG, ranges: [[4, 10]] });
  expect(fromFirstHit(LONG, [])).toEqual({ text: LONG, ranges: [] });
});

it("begins at the match when the word before it is endless", () => {
  const text = `${"x".repeat(60)}drill`;

  expect(fromFirstHit(text, [[60, 65]])).toEqual({ text: "…drill", ranges: [[1, 6]] });
});
