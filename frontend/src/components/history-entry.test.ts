import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settle } from "../../dev/mount";
import { HistoryEntry } from "./history-entry";

/** A browser's history whose steps back take until `arrive` is called. */
class SlowHistory {
  public readonly entries: (object | null)[] = [null];
  public steps = 0;

  public constructor() {
    vi.stubGlobal("history", {
      pushState: (state: object) => this.entries.push(state),
      back: () => (this.steps += 1),
      get state(): object | null {
        return slow.entries.at(-1) ?? null;
      },
    });
  }

  public arrive(): void {
    this.entries.length -= this.steps;
    this.steps = 0;
    window.dispatchEvent(new Event("popstate"));
  }
}

let slow: SlowHistory;
beforeEach(() => (slow = new SlowHistory()));
afterEach(() => vi.unstubAllGlobals());

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
