import { expect, it } from "vitest";
import { answerOrder } from "./answer-order";

it("takes answers in the order of their questions, and leaves out what comes after a later one", () => {
  const ask = answerOrder();
  const first = ask();
  const second = ask();
  const third = ask();

  expect(second()).toBe(false);
  expect(first()).toBe(true);
  expect(third()).toBe(false);
  expect(third()).toBe(false);
});
