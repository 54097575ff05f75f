import { stepBack } from "../ha/step-back";

const STATE = "homeInventoryDialog";

/** How many dialogs have an entry of their own up to where the browser's history is now. */
const depthNow = (): number => {
  const noted = (history.state as Record<string, unknown> | null)?.[STATE];
  return typeof noted === "number" ? noted : 0;
};

/**
 * The entry of a dialog in the browser's history: the back button of a phone closes the dialog, not the page.
 *
 * The browser goes back in its own time. Until it is there, nobody else goes back (that would leave the page itself) and
 * nothing is entered (it would be left again).
 */
export class HistoryEntry {
  private readonly _depth = depthNow() + 1;
  private _isEntered = false;
  private _leaving: Promise<void> = Promise.resolve();

  public constructor() {
    this._push();
  }

  /** Whether the browser has gone back to before it. */
  public get isLeft(): boolean {
    return depthNow() < this._depth;
  }

  /** Make it again, after it was left. */
  public async enter(): Promise<void> {
    await this._leaving;
    if (!this._isEntered) this._push();
  }

  /** Go back to before it, once, so that what follows starts from the page itself. */
  public leave(): Promise<void> {
    if (this._isEntered) {
      this._isEntered = false;
      if (depthNow() === this._depth) this._leaving = stepBack();
    }
    return this._leaving;
  }

  private _push(): void {
    this._isEntered = true;
    history.pushState({ ...(history.state as object | null), [STATE]: this._depth }, "");
  }
}
