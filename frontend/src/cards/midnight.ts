import type { ReactiveController, ReactiveControllerHost } from "lit";

/** A little after midnight: a clock that is slow by a moment would still see the old day. */
const AFTER_MS = 1000;

/** Tells an element that a new day has begun: a dashboard on the wall is never opened anew. */
export class MidnightController implements ReactiveController {
  private _timer?: ReturnType<typeof setTimeout>;

  public constructor(
    host: ReactiveControllerHost,
    private readonly _newDay: () => void,
  ) {
    host.addController(this);
  }

  public hostConnected(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this._timer = setTimeout(this._begin, midnight.getTime() - now.getTime() + AFTER_MS);
  }

  public hostDisconnected(): void {
    clearTimeout(this._timer);
  }

  private readonly _begin = (): void => {
    this._newDay();
    this.hostConnected();
  };
}
