import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { InventoryElement } from "../../../components/base-element";
import { renderHit } from "../../../components/hit-row";
import { RowWindow, type RowWindowHost } from "../../../components/row-window";
import { baseStyles, buttonStyles, chipStyles } from "../../../components/styles";
import { PAGE } from "../../../data/hit-window";
import type { InventoryInfo } from "../../../data/info";
import type { ItemSort } from "../../../data/item";
import { fetchLabels } from "../../../data/label";
import { OptimisticController } from "../../../data/optimistic";
import { hitAsShown, type Hit } from "../../../data/search";
import { defineElement } from "../../../ha/define-element";
import { navigate, itemPath } from "../../../ha/navigate";
import { columnsOf, tableTracks, type CellContext } from "./columns";
import "./item-tile";
import type { Layout } from "./layout";
import { holdInPlace } from "./hold-in-place";
import { resultStyles } from "./result-styles";
import { isSelectable, isSelected, NOTHING, type Selection } from "./selection";
import { stepBetweenEntries } from "./arrow-keys";
import { LongPress } from "./long-press";
import { renderTableHead, renderTableRow } from "./table";

/** Somebody selected an entry, or took it out; with `range` all from the one before. */
export type PickEvent = CustomEvent<{ index: number; range: boolean; selected: boolean }>;

const GUESSES: Record<Layout, number> = { list: 64, table: 48, grid: 264 };
const TILE_PX = 180;
const GAP_PX = 16;

/** What was found, in rows of a list, of a table or of tiles: only those in sight are drawn. */
@defineElement("home-inventory-result-window")
export class ResultWindow extends InventoryElement implements RowWindowHost {
  @property({ attribute: false }) public info!: InventoryInfo;
  @property({ attribute: false }) public pages: ReadonlyMap<number, Hit[]> = new Map();
  @property({ type: Number }) public total = 0;
  @property() public layout: Layout = "list";
  @property({ attribute: false }) public columns: readonly string[] = [];
  @property() public sort?: ItemSort;
  @property() public selected?: string;
  @property() public search = "";
  @property({ type: Boolean }) public withType = false;
  /** Whether entries have a box to select them. */
  @property({ type: Boolean }) public selecting = false;
  @property({ attribute: false }) public selection: Selection = NOTHING;
  @property({ attribute: false }) public scroller?: HTMLElement | null;
  /** Told which entries are looked at. */
  @property({ attribute: false }) public want: (first: number, last: number) => void = () =>
    undefined;

  @state() private _labels: ReadonlyMap<string, string> = new Map();
  @state() private _across = 1;
  @query(".space") public readonly spaceElement?: HTMLElement;

  private readonly _window = new RowWindow(this);
  private readonly _size = new ResizeObserver(([entry]) => {
    if (entry) this._fit(entry.contentRect.width);
  });

  public constructor() {
    super();
    new OptimisticController(this);
    new LongPress(this, (target) => this._pick(target, { range: false, selected: true }));
  }

  public override connectedCallback(): void {
    super.connectedCallback();
    this._size.observe(this);
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._size.disconnect();
  }

  public get rowElements(): Iterable<HTMLElement> {
    return this.renderRoot.querySelectorAll<HTMLElement>("[data-row]");
  }

  /** Which entry is uppermost, and how far below the upper edge it begins. */
  public position(): { entry: number; below: number } | undefined {
    const found = this._window.position();
    return found && { entry: found.row * this._perRow, below: found.below };
  }

  /** Bring an entry to where it was. */
  public show(entry: number, below = 0): Promise<void> {
    return holdInPlace(this, entry, below);
  }

  /** Scroll so that an entry is where it is wanted, as far as is known by now; return whether it is, and is drawn. */
  public place(entry: number, below: number): boolean {
    const row = Math.floor(entry / this._perRow);
    const now = this._window.position();
    if (now?.row === row && Math.abs(now.below - below) < 1) return this._at(entry) !== undefined;
    this._window.show(row, below);
    return false;
  }

  private get _perRow(): number {
    return this.layout === "grid" ? this._across : 1;
  }

  private _fit(width: number): void {
    const position = this.position();
    const across = Math.max(2, Math.floor((width - GAP_PX) / (TILE_PX + GAP_PX)));
    if (across === this._across) return;
    this._across = across;
    if (this.layout === "grid" && position) void this.show(position.entry, position.below);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this._window.shape({
      count: Math.ceil(this.total / this._perRow),
      guess: GUESSES[this.layout],
      uniform: this.layout !== "list",
      key: `${this.layout} ${this._perRow} ${this.search}`,
    });
    if (changed.has("columns") && this.columns.includes("labels")) void this._loadLabels();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { first, last } = this._window;
    this.want(first * this._perRow, (last + 1) * this._perRow - 1);
  }

  private async _loadLabels(): Promise<void> {
    if (!this.hass || this._labels.size > 0) return;
    const labels = await fetchLabels(this.hass).catch(() => []);
    this._labels = new Map(labels.map(({ label_id: id, name }) => [id, name]));
  }

  private _at(index: number): Hit | undefined {
    const hit = this.pages.get(Math.floor(index / PAGE))?.[index % PAGE];
    return hit && hitAsShown(hit);
  }

  private get _drawn(): number[] {
    const first = this._window.first * this._perRow;
    const end = Math.min(this.total, (this._window.last + 1) * this._perRow);
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  }

  protected override render() {
    if (!this.hass) return nothing;
    const top = `translate: 0 ${this._window.top}px`;
    const height = `height: ${this._window.total}px`;
    if (this.layout === "table") return this._renderTable(top, height);
    const rows = repeat(
      this._drawn,
      (index) => this._at(index)?.id ?? index,
      (index) => this._renderEntry(index),
    );
    const style = this.layout === "grid" ? `${top}; --across: ${this._across}` : top;
    return html`<div class="space" style=${height}>
      <div
        class="rows ${this.layout}"
        role="list"
        data-testid="item-list"
        style=${style}
        @click=${this._clicked}
        @keydown=${this._keyPressed}
      >
        ${rows}
      </div>
    </div>`;
  }

  private _renderTable(top: string, height: string) {
    const columns = columnsOf(this.columns);
    const context: CellContext = {
      hass: this.hass!,
      home: this.info.name,
      currency: this.info.currency,
      warningDays: this.info.warning_days,
      labels: this._labels,
    };
    return html`<div
      class="table"
      role="table"
      aria-rowcount=${this.total + 1}
      aria-label=${this.localize("panel.items")}
      style="--widths: ${tableTracks(columns, this.selecting)}"
      @click=${this._clicked}
      @keydown=${this._keyPressed}
    >
      ${renderTableHead({ columns, sort: this.sort, boxes: this.selecting, hass: this.hass! })}
      <div class="space" role="rowgroup" style=${height}>
        <div class="rows" role="presentation" data-testid="item-list" style=${top}>
          ${repeat(
            this._drawn,
            (index) => this._at(index)?.id ?? index,
            (index) =>
              renderTableRow(index, this._at(index), {
                columns,
                context,
                box: this._renderBox(index),
                current: this.selected,
                search: this.search,
              }),
          )}
        </div>
      </div>
    </div>`;
  }

  private _renderEntry(index: number): TemplateResult {
    const hit = this._at(index);
    return html`<div
      class="entry ${hit ? "" : "waiting"}"
      role="listitem"
      aria-posinset=${index + 1}
      aria-setsize=${this.total}
      data-row=${Math.floor(index / this._perRow)}
      data-index=${index}
    >
      ${this._renderBox(index)}${hit ? this._renderHit(hit) : html`<span class="bone"></span>`}
    </div>`;
  }

  private _renderHit(hit: Hit): TemplateResult {
    if (this.layout === "grid" && hit.type === "item") {
      return html`<home-inventory-item-tile
        .hass=${this.hass}
        .item=${hit.item}
        .home=${this.info.name}
        .warningDays=${this.info.warning_days}
        .selected=${hit.id === this.selected}
        .search=${this.search}
      ></home-inventory-item-tile>`;
    }
    return renderHit(hit, {
      hass: this.hass,
      home: this.info.name,
      warningDays: this.info.warning_days,
      selected: this.selected,
      search: this.search,
      withType: this.withType,
      isInItem: true,
    });
  }

  private _renderBox(index: number): TemplateResult | typeof nothing {
    if (!this.selecting) return nothing;
    const hit = this._at(index);
    if (!hit || hit.type !== "item") return html`<span class="box"></span>`;
    return html`<label class="box" role=${this.layout === "table" ? "cell" : nothing}>
      <input
        type="checkbox"
        data-testid="select-item"
        aria-label=${this.localize("list.select_x", { name: hit.item.name })}
        .checked=${isSelected(this.selection, hit.id)}
      />
    </label>`;
  }

  /** A click on a box selects; in a table a click anywhere in a row opens its item. */
  private readonly _clicked = (event: MouseEvent): void => {
    const path = event.composedPath() as HTMLElement[];
    const box = path.find((element) => element instanceof HTMLInputElement);
    if (box) return this._pick(box, { range: event.shiftKey, selected: box.checked });
    if (
      path.some((element) => element instanceof HTMLElement && element.matches("a, label, button"))
    )
      return;
    const row = path.find((element) => element instanceof HTMLElement && element.dataset.index);
    const hit = row && this._at(Number(row.dataset.index));
    if (this.layout === "table" && hit?.type === "item" && !event.defaultPrevented) {
      navigate(itemPath(hit.id, this.search));
    }
  };

  private _pick(from: HTMLElement, how: { range: boolean; selected: boolean }): void {
    const index = Number(from.closest<HTMLElement>("[data-index]")?.dataset.index ?? NaN);
    if (!isSelectable(this._at(index))) return;
    this.dispatchEvent(new CustomEvent("pick", { detail: { index, ...how } }));
  }

  private readonly _keyPressed = (event: KeyboardEvent): void => {
    void stepBetweenEntries(event, {
      root: this.renderRoot,
      perRow: this._perRow,
      total: this.total,
      show: (index) => this.show(index, 80),
    });
  };

  public static override styles = [baseStyles, buttonStyles, chipStyles, resultStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-result-window": ResultWindow;
  }
}
