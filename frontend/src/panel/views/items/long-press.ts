import type { ReactiveController, ReactiveControllerHost } from "lit";

const LONG_MS = 500;
/** So far a finger may slip. */
const SLIP_PX = 10;

/** Tells of an entry that a finger stays on; the tap that would follow opens nothing. */
export class LongPress implements ReactiveController {
  private _timer?: ReturnType<typeof setTimeout>;
  private _from = { x: 0, y: 0 };
  private _done = false;

  public constructor(
    private readonly _host: ReactiveControllerHost & HTMLElement,
    private readonly _pressed: (entry: HTMLElement) => void,
  ) {
    _host.addController(this);
  }

  public hostConnected(): void {
    const { _host: host } = this;
    host.addEventListener("pointerdown", this._down);
    host.addEventListener("pointermove", this._moved);
    host.addEventListener("pointerup", this._stop);
    host.addEventListener("pointercancel", this._stop);
    host.addEventListener("click", this._click, { capture: true });
    host.addEventListener("contextmenu", this._menu);
  }

  public hostDisconnected(): void {
    const { _host: host } = this;
    this._stop();
    host.removeEventListener("pointerdown", this._down);
    host.removeEventListener("pointermove", this._moved);
    host.removeEventListener("pointerup", this._stop);
    host.removeEventListener("pointercancel", this._stop);
    host.removeEventListener("click", this._click, { capture: true });
    host.removeEventListener("contextmenu", this._menu);
  }

  private readonly _down = (event: PointerEvent): void => {
    this._done = false;
    if (event.pointerType !== "touch") return;
    const path = event.composedPath() as HTMLElement[];
    const entry = path.find((element) => element.dataset?.index);
    if (!entry) return;
    this._from = { x: event.clientX, y: event.clientY };
    this._timer = setTimeout(() => {
      this._done = true;
      this._pressed(entry);
    }, LONG_MS);
  };

  private readonly _moved = (event: PointerEvent): void => {
    const { x, y } = this._from;
    if (Math.hypot(event.clientX - x, event.clientY - y) > SLIP_PX) this._stop();
  };

  private readonly _stop = (): void => clearTimeout(this._timer);

  private readonly _click = (event: Event): void => {
    if (!this._done) return;
    this._done = false;
    event.preventDefault();
    event.stopPropagation();
  };

  /** A phone would open the menu of the link instead. */
  private readonly _menu = (event: Event): void => {
    if (this._timer !== undefined && this._done) event.preventDefault();
  };
}
