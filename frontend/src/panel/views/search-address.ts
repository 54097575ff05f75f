import type { ReactiveController, ReactiveControllerHost } from "lit";
import { PANEL_PATH } from "../../ha/navigate";
import type { Section } from "../sections";

interface Options<State> {
  section: Section;
  /** Read what stands behind the path of an address; anything unknown says nothing. */
  read: (search: string) => State;
  /** Write it again: "?status=missing", or nothing. */
  write: (state: State) => string;
  /** Called when the address says something else: one went back, forward, or followed a link. */
  changed: () => void;
}

/**
 * Keeps what a page is narrowed to in its address: back, forward, a reload and a link that is sent show the same.
 *
 * While one types no entries are added to the history: back leads to the page before.
 */
export class SearchAddress<State> implements ReactiveController {
  public state: State;

  public constructor(
    private readonly _host: ReactiveControllerHost,
    private readonly _options: Options<State>,
  ) {
    this.state = _options.read("");
    _host.addController(this);
  }

  public get search(): string {
    return this._options.write(this.state);
  }

  public hostConnected(): void {
    window.addEventListener("popstate", this._arrived);
    window.addEventListener("location-changed", this._arrived);
    if (this._isHere) this.state = this._options.read(location.search);
  }

  public hostDisconnected(): void {
    window.removeEventListener("popstate", this._arrived);
    window.removeEventListener("location-changed", this._arrived);
  }

  public change(state: State): void {
    this.state = state;
    if (this._isHere) history.replaceState(history.state, "", location.pathname + this.search);
    this._host.requestUpdate();
  }

  private get _isHere(): boolean {
    return `${location.pathname}/`.startsWith(`${PANEL_PATH}/${this._options.section}/`);
  }

  private readonly _arrived = (): void => {
    if (!this._isHere) return;
    const state = this._options.read(location.search);
    if (this._options.write(state) === this.search) return;
    this.state = state;
    this._host.requestUpdate();
    this._options.changed();
  };
}
