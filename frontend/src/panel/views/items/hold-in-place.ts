import type { ReactiveControllerHost } from "lit";

/** How long an entry is brought back to its place: what stands above it comes a little later. */
const HELD_MS = 1500;

/** What somebody does who has begun to look around: then nothing is moved any more. */
const TOUCHES = ["wheel", "pointerdown", "touchstart", "keydown"] as const;

type Host = ReactiveControllerHost & {
  /** Scroll so that an entry is so many pixels below the upper edge; return whether it is. */
  place: (entry: number, below: number) => boolean;
};

/**
 * Bring an entry of a long list to where it was, and hold it there for a moment.
 *
 * Entries get their real heights when they are drawn, and chips above them come with an answer of their own: each moves what is
 * below. Ends at once when somebody scrolls or presses something.
 */
export const holdInPlace = async (host: Host, entry: number, below: number): Promise<void> => {
  const hold = new AbortController();
  const { signal } = hold;
  for (const touch of TOUCHES) {
    window.addEventListener(touch, () => hold.abort(), { capture: true, passive: true, signal });
  }
  const end = performance.now() + HELD_MS;
  while (!signal.aborted && performance.now() < end) {
    host.place(entry, below);
    await host.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  hold.abort();
};
