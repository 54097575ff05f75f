import type { ReactiveController, ReactiveControllerHost } from "lit";
import { RowHeights } from "../utils/row-heights";

/** How far beyond its edges the list is drawn, as a part of what is in sight, and at which part of that it is drawn anew. */
const BEYOND = 0.75;
const LEFT = 0.3;
/** What is drawn where nothing has a size: a list that is hidden, or a document without a layout. */
const UNSEEN_ROWS = 50;

export interface RowWindowHost extends ReactiveControllerHost, HTMLElement {
  /** What scrolls: an element around the host. */
  scroller?: HTMLElement | null;
  /** The element that is as high as all rows. */
  spaceElement?: HTMLElement;
  /** The rows that are drawn, with `data-row`. */
  rowElements: Iterable<HTMLElement>;
}

export interface Shape {
  count: number;
  /** How high a row is as long as nobody has measured it. */
  guess: number;
  /** Whether all rows are as high as each other. */
  uniform: boolean;
  /** What else the heights depend on: another key forgets them. */
  key: string;
}

/**
 * Draws only those rows of a long list that are in sight, and some around them.
 *
 * The host draws the rows from `first` to `last` at `top`, in a space as high as all of them. Rows may differ in height:
 * they are measured once they are drawn, and what stands above the upper edge never pushes what is read.
 */
export class RowWindow implements ReactiveController {
  public first = 0;
  public last = -1;

  private _heights = new RowHeights();
  private _shape: Shape = { count: 0, guess: 1, uniform: true, key: "" };
  private _guess = 1;
  private _scroller?: HTMLElement | null;
  private _rows?: Element | null;
  private _frame?: number;
  private readonly _resized = new ResizeObserver(() => this._lookAnew());

  public constructor(private readonly _host: RowWindowHost) {
    _host.addController(this);
  }

  public hostDisconnected(): void {
    this._scroller?.removeEventListener("scroll", this.look);
    this._resized.disconnect();
    if (this._frame !== undefined) cancelAnimationFrame(this._frame);
    this._scroller = this._rows = this._frame = undefined;
  }

  public hostUpdated(): void {
    this._attach();
    this._watchRows();
    this._measureSoon();
    this.look();
  }

  /** Rows are elements that draw themselves a moment later: before that they have next to no height. */
  private _measureSoon(): void {
    this._frame ??= requestAnimationFrame(() => {
      this._frame = undefined;
      this._lookAnew();
    });
  }

  private _lookAnew(): void {
    this._measure();
    this.look();
  }

  /** What holds the rows is as high as they are together. */
  private _watchRows(): void {
    const [first] = this._host.rowElements;
    const rows = first?.parentElement;
    if (rows === this._rows) return;
    if (this._rows) this._resized.unobserve(this._rows);
    this._rows = rows;
    if (rows) this._resized.observe(rows);
  }

  /** Where the first row that is drawn begins. */
  public get top(): number {
    return this._heights.top(this.first);
  }

  public get total(): number {
    return this._heights.total;
  }

  /** Say what is to be drawn, before it is. */
  public shape(shape: Shape): void {
    if (shape.key !== this._shape.key || shape.guess !== this._shape.guess) {
      this._guess = shape.guess;
      this._heights = new RowHeights(shape.count, shape.guess);
    } else this._heights.resize(shape.count);
    this._shape = shape;
    this._keepInside();
  }

  /** Which row is uppermost, and how far below the upper edge it begins; nothing at the beginning of the list. */
  public position(): { row: number; below: number } | undefined {
    const edge = this._edge();
    if (edge === undefined || edge <= 0 || this._shape.count === 0) return undefined;
    const row = this._heights.at(edge);
    return { row, below: this._heights.top(row) - edge };
  }

  /** Bring a row to where it was. */
  public show(row: number, below = 0): void {
    const { _scroller: scroller } = this;
    const edge = this._edge();
    if (!scroller || edge === undefined) return;
    scroller.scrollTop += this._heights.top(row) - below - edge;
    this.look();
  }

  /** Draw other rows if the ones that are drawn will soon not do. */
  public readonly look = (): void => {
    const sight = this._sight();
    if (!sight) return;
    const { from, to } = sight;
    const room = (to - from) * BEYOND;
    const rows = (part: number): [number, number] => [
      this._heights.at(from - room * part),
      this._heights.at(to + room * part),
    ];
    const [first, last] = rows(LEFT);
    if (first >= this.first && last <= this.last && this.last < this._shape.count) return;
    [this.first, this.last] = rows(1);
    this._host.requestUpdate();
  };

  /** From where to where the list is in sight. */
  private _sight(): { from: number; to: number } | undefined {
    const from = this._edge();
    const height = this._scroller?.clientHeight ?? 0;
    return from === undefined || height === 0 || this._shape.count === 0
      ? undefined
      : { from, to: from + height };
  }

  /** How far the list has been scrolled beyond the upper edge. */
  private _edge(): number | undefined {
    const { _scroller: scroller } = this;
    const space = this._host.spaceElement;
    if (!scroller || !space) return undefined;
    return scroller.getBoundingClientRect().top - space.getBoundingClientRect().top;
  }

  private _attach(): void {
    const scroller = this._host.scroller;
    if (scroller === this._scroller) return;
    this.hostDisconnected();
    this._scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener("scroll", this.look, { passive: true });
    this._resized.observe(scroller);
  }

  private _measure(): void {
    const { _scroller: scroller } = this;
    const edge = this._edge();
    if (!scroller || edge === undefined || !scroller.clientHeight) return;
    const upper = this._heights.at(edge);
    let pushed = 0;
    for (const row of this._host.rowElements) {
      const height = row.getBoundingClientRect().height;
      if (height === 0) continue;
      if (this._shape.uniform) {
        this._takeForAll(height, edge);
        return;
      }
      const index = Number(row.dataset.row);
      const by = this._heights.set(index, height);
      if (index < upper) pushed += by;
    }
    if (pushed !== 0) scroller.scrollTop += pushed;
    this._place();
  }

  /** All rows are as high as this one: the row at the upper edge stays there. */
  private _takeForAll(height: number, edge: number): void {
    if (Math.abs(height - this._guess) < 0.5) return;
    const row = this._heights.at(edge);
    const below = this._heights.top(row) - edge;
    this._guess = height;
    this._heights = new RowHeights(this._shape.count, height);
    this._place();
    if (edge > 0) this.show(row, below);
    this._host.requestUpdate();
  }

  /** Give the space its height at once: measuring is no reason to draw again. */
  private _place(): void {
    const space = this._host.spaceElement;
    if (space) space.style.height = `${this.total}px`;
  }

  private _keepInside(): void {
    const { count } = this._shape;
    if (this._scroller?.clientHeight && this.last >= 0) {
      this.last = Math.min(this.last, count - 1);
      this.first = Math.max(0, Math.min(this.first, this.last));
      if (count > 0 && this.last < 0) this.last = Math.min(count, UNSEEN_ROWS) - 1;
    } else {
      this.first = 0;
      this.last = Math.min(count, UNSEEN_ROWS) - 1;
    }
  }
}
