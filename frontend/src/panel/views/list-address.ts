import type { ReactiveController, ReactiveControllerHost } from "lit";
import { historyNote, noteInHistory, PANEL_PATH } from "../../ha/navigate";
import type { HassElement } from "../../ha/types";
import { debounce } from "../../utils/debounce";
import { fromSearch, lacksNames, toSearch, withNames } from "./filter-address";
import { NO_FILTER, type ItemFilter } from "./filter-state";

const POSITION = "homeInventoryPosition";
const SCROLLING_MS = 150;
/** So often is corrected where a list stands after it was scrolled to an entry. */
const FRAMES = 3;

/**
 * Which entry stood uppermost in a list, how far below the list's upper edge, and how many entries it had read for that.
 *
 * Pixels from the top would not do: entries out of sight are as high as is guessed until they are drawn, and what stands above
 * them (chips, "still indexing") may come later.
 */
interface Position {
  entry: number;
  below: number;
  count: number;
}

/** The list: how many entries it shows and where, whether it is reading, and how it is asked for what the address says. */
type Host = ReactiveControllerHost &
  HassElement & {
    shown: number;
    entriesElement: HTMLElement;
    reading: boolean;
    load: () => Promise<void>;
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

  /** How many entries have to be there to scroll as far as before; 0 if that does not matter. */
  public get count(): number {
    return this._wanted?.count ?? 0;
  }

  /** Narrow the list in another way. It begins at its top. */
  public change(filter: ItemFilter): void {
    this.filter = filter;
    this._wanted = undefined;
    this._scrolled.cancel();
    if (isHere()) noteInHistory(POSITION, undefined, this.search);
    if (this._scroller) this._scroller.scrollTop = 0;
  }

  /** Scroll to where one was, once the list is drawn and in sight. */
  public async restore(): Promise<void> {
    await this._host.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!this._wanted || !this._scroller || this._scroller.hidden) return;
    if (this._host.reading && this._host.shown < this._wanted.count) return;
    const { entry, below } = this._wanted;
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const row = this._rows[entry];
      if (!row || !this._wanted) break;
      this._scroller.scrollTop += this._topOf(row) - below;
      // Entries that come into sight get their real heights with the next frame.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    this._wanted = undefined;
  }

  private _read(): void {
    if (!isHere()) return;
    this._wanted = historyNote<Position>(POSITION);
    this.filter = fromSearch(location.search);
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
    if (toSearch(fromSearch(location.search)) !== this.search) {
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
    const rows = this._rows;
    const entry = rows.findIndex((row) => row.getBoundingClientRect().bottom > this._edge);
    const row = rows[entry];
    if (!row) return;
    const position: Position = { entry, below: this._topOf(row), count: this._host.shown };
    noteInHistory(POSITION, position);
  };

  private get _rows(): Element[] {
    return [...this._host.entriesElement.querySelectorAll('[role="list"] > *')];
  }

  /** How far below the upper edge of what scrolls something begins. */
  private _topOf(element: Element): number {
    return element.getBoundingClientRect().top - this._edge;
  }

  private get _edge(): number {
    return this._scroller?.getBoundingClientRect().top ?? 0;
  }
}
