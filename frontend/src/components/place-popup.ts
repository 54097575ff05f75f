import type { ReactiveController, ReactiveControllerHost } from "lit";

const MOST_HEIGHT = 320;
const GAP = 4;

interface Parts {
  anchor: HTMLElement;
  list: HTMLElement;
}

/** Keeps a list right below (or above) a field, over everything else, while it is open. */
export class PlacePopup implements ReactiveController {
  private _shown = false;

  public constructor(
    host: ReactiveControllerHost,
    private readonly _parts: () => Parts,
  ) {
    host.addController(this);
  }

  public hostDisconnected(): void {
    this._stop();
  }

  public show(): void {
    if (!this._shown) {
      this._shown = true;
      this._parts().list.showPopover?.();
      window.addEventListener("scroll", this._place, { capture: true, passive: true });
      window.addEventListener("resize", this._place);
      window.visualViewport?.addEventListener("resize", this._place);
    }
    this._place();
  }

  public hide(): void {
    if (!this._shown) return;
    this._parts().list.hidePopover?.();
    this._stop();
  }

  private _stop(): void {
    this._shown = false;
    window.removeEventListener("scroll", this._place, { capture: true });
    window.removeEventListener("resize", this._place);
    window.visualViewport?.removeEventListener("resize", this._place);
  }

  private readonly _place = (): void => {
    const { anchor, list } = this._parts();
    const box = anchor.getBoundingClientRect();
    const height = window.visualViewport?.height ?? window.innerHeight;
    const below = height - box.bottom - 2 * GAP;
    const above = box.top - 2 * GAP;
    const isBelow = below >= Math.min(200, above);
    Object.assign(list.style, {
      left: `${box.left}px`,
      width: `${box.width}px`,
      top: isBelow ? `${box.bottom + GAP}px` : "auto",
      bottom: isBelow ? "auto" : `${window.innerHeight - box.top + GAP}px`,
      maxHeight: `${Math.max(120, Math.min(MOST_HEIGHT, isBelow ? below : above))}px`,
    });
  };
}
