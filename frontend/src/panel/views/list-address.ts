import type { ReactiveController, ReactiveControllerHost } from "lit";
import { historyNote, noteInHistory, PANEL_PATH } from "../../ha/navigate";
import type { HassElement } from "../../ha/types";
import { debounce } from "../../utils/debounce";
import { fromSearch, lacksNames, toSearch, withNames } from "./filter-address";
import { NO_FILTER, type ItemFilter } from "./filter-state";
import { rememberedLayout } from "./items/layout";

const POSITION = "homeInventoryPosition";
const SCROLLING_MS = 150;
/** Which entry stood uppermost in a list, and how far below the list's upper edge. Pixels from the top would not do: entries
 * out of sight are as high as is guessed until they are drawn, and what stands above them (chips, a note) may come later.
 */
interface Position {
  entry: number;
  below: number;
}

/** What draws the entries: it knows which is uppermost, and brings one back to where it was. */
interface Entries {
  position(): Position | undefined;
  show(entry: number, below: number): Promise<void>;
}

/** The list: how many entries it has, and how it is asked for what the address says. */
type Host = ReactiveControllerHost &
  HassElement & {
    total: number;
    entries?: Entries | null;
    reading: boolean;
    load: () => Promise<void>;
  };

/** An address that says nothing of how the list is shown shows it as this browser did last. */
const withLayout = (filter: ItemFilter): ItemFilter => {
  const layout = filter.layout ?? rememberedLayout();
  return layout === "list" ? filter : { ...filter, layout };
};

const isHere = (): boolean => `${location.pathname}/`.startsWith(`${PANEL_PATH}/items/`);

/**
 * Keeps what a list is narrowed by in the address, and how far it is scrolled in the browser's history.
 *
 * Back, forward, a reload and a link that is sent to somebody show the same list. While one types no entries are added to
 * the history: back leads to the page before. What scrolls is the element around the host.
 */
export class ListAddress implements ReactiveController {
  public filter: ItemFilter = NO_FILTER;

  private _scroller?: HTMLElement | null;
  /** Where to scroll as soon as there is something to scroll. */
  private _wanted?: Position;
  private readonly _scrolled = debounce(() => this._remember(), SCROLLING_MS);

  public constructor(private readonly _host: Host) {
    _host.addController(this);
  }

  public hostConnected(): void {
    this._scroller = this._host.parentElement;
    this._scroller?.addEventListener("scroll", this._scrolled, { passive: true });
    this._host.addEventListener("click", this._remember, { capture: true });
    window.addEventListener("popstate", this._arrived);
    window.addEventListener("location-changed", this._arrived);
    this._read();
  }

  public hostDisconnected(): void {
    this._scrolled.cancel();
    this._scroller?.removeEventListener("scroll", this._scrolled);
    this._host.removeEventListener("click", this._remember, { capture: true });
    window.removeEventListener("popstate", this._arrived);
    window.removeEventListener("location-changed", this._arrived);
  }

  /** The filter as it stands behind the path. */
  public get search(): string {
    return toSearch(this.filter);
  }

  /** Around which entry one was, so that it is read at once. */
  public get around(): number {
    return this._wanted?.entry ?? 0;
  }

  public get scroller(): HTMLElement | null {
    return this._host.parentElement;
  }

  /** Narrow the list in another way. It begins at its top, unless the same entries are only shown in another way. */
  public change(filter: ItemFilter, position?: Position): void {
    this.filter = filter;
    this._wanted = position;
    this._scrolled.cancel();
    if (isHere()) noteInHistory(POSITION, position, this.search);
    if (this._scroller && !position) this._scroller.scrollTop = 0;
  }

  /** Scroll to where one was, once the list is drawn and in sight. */
  public async restore(): Promise<void> {
    await this._host.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!this._wanted || !this._scroller || this._scroller.hidden || this._host.reading) return;
    const { entry, below } = this._wanted;
    if (entry < this._host.total) await this._host.entries?.show(entry, below);
    this._wanted = undefined;
  }

  private _read(): void {
    if (!isHere()) return;
    this._wanted = historyNote<Position>(POSITION);
    this.filter = withLayout(fromSearch(location.search));
    this.lookUpNames();
  }

  /** Names are not in the address, only ids. */
  public lookUpNames(): void {
    void this._lookUpNames();
  }

  private async _lookUpNames(): Promise<void> {
    const { filter, _host: host } = this;
    if (!host.hass || !lacksNames(filter)) return;
    const named = await withNames(host.hass, filter).catch(() => filter);
    if (this.filter !== filter) return;
    this.filter = named;
    host.requestUpdate();
  }

  private readonly _arrived = (): void => {
    this._scrolled.cancel();
    if (!isHere()) return;
    const asked = withLayout(fromSearch(location.search));
    if (toSearch(asked) !== this.search) {
      this._read();
      void this._host.load();
      return;
    }
    this._wanted = historyNote<Position>(POSITION);
    if (this._wanted) void this.restore();
    else this._remember();
  };

  private readonly _remember = (): void => {
    if (this._wanted || !this._scroller || this._scroller.hidden || !isHere()) return;
    const position = this._host.entries?.position();
    if (position) noteInHistory(POSITION, position);
  };
}
