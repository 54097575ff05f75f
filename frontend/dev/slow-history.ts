import { vi } from "vitest";
import { settle } from "./mount";

/** A browser's history whose steps back take until `arrive` is called. Stands for the real one until `end`. */
export class SlowHistory {
  public readonly entries: (object | null)[] = [null];
  public steps = 0;

  public constructor() {
    const { entries } = this;
    vi.stubGlobal("history", {
      pushState: (state: object) => this.entries.push(state),
      back: () => (this.steps += 1),
      get state(): object | null {
        return entries.at(-1) ?? null;
      },
    });
  }

  public arrive(): void {
    this.entries.length -= this.steps;
    this.steps = 0;
    window.dispatchEvent(new Event("popstate"));
  }

  /** Arrive, so that no step is left for the next test, and be the browser's own again. */
  public async end(): Promise<void> {
    this.arrive();
    await settle();
    vi.unstubAllGlobals();
  }
}
