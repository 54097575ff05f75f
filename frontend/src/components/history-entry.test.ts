import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settle } from "../../dev/mount";
import { SlowHistory } from "../../dev/slow-history";
import { HistoryEntry } from "./history-entry";

let slow: SlowHistory;
beforeEach(() => (slow = new SlowHistory()));
afterEach(() => slow.end());

it("goes back once, however often and soon it is left", async () => {
  const entry = new HistoryEntry();
  const left = vi.fn();
  void entry.leave();
  void entry.leave().then(left);
  await settle();
  expect([slow.steps, left.mock.calls.length]).toEqual([1, 0]);

  slow.arrive();
  await settle();
  void entry.leave();
  expect([slow.steps, left.mock.calls.length, slow.entries.length]).toEqual([0, 1, 1]);
});

it("is made again only when the browser has arrived", async () => {
  const entry = new HistoryEntry();
  void entry.leave();
  void entry.enter();
  await settle();
  expect(slow.entries).toHaveLength(2);

  slow.arrive();
  await settle();
  expect(slow.entries).toHaveLength(2);
  expect(entry.isLeft).toBe(false);
  void entry.leave();
  expect(slow.steps).toBe(1);
});

it("is left by the back button, and does not go back once more", () => {
  const entry = new HistoryEntry();
  slow.steps = 1;
  slow.arrive();
  expect(entry.isLeft).toBe(true);
  void entry.leave();
  expect(slow.steps).toBe(0);
});

it("lies above that of the dialog it was opened from", () => {
  const outer = new HistoryEntry();
  const inner = new HistoryEntry();
  void inner.leave();
  slow.arrive();
  expect([inner.isLeft, outer.isLeft]).toEqual([true, false]);
});
