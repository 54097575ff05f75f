import { mdiDownload } from "@mdi/js";
import { html, nothing, type PropertyValues } from "lit";
import { property, state } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import { describeError } from "../../../data/errors";
import {
  DELIMITERS,
  EXPORT_FORMATS,
  EXPORT_LISTS,
  fetchExportColumns,
  makeExport,
  type ExportColumn,
  type ExportMade,
} from "../../../data/export";
import type { InventoryInfo } from "../../../data/info";
import { defineElement } from "../../../ha/define-element";
import { noteInHistory } from "../../../ha/navigate";
import { formatBytes } from "../../../utils/format";
import { lacksNames, withNames } from "../filter-address";
import { countFilters, hasFilter, NO_FILTER } from "../filter-state";
import { viewStyles } from "../view-styles";
import "./exchange-tabs";
import "./export-columns";
import type { ColumnsEvent } from "./export-columns";
import "./export-schedule";
import { exportStyles } from "./export-styles";
import {
  isFiltered,
  isTable,
  namesOf,
  orderOf,
  readWanted,
  rememberedManner,
  rememberManner,
  writeWanted,
  type Manner,
  type Wanted,
} from "./export-state";

const HEADINGS = ["words", "keys"] as const;

/** Take out what is in: as what, which list, which columns; then a link to the file. What is wanted stands in the address. */
@defineElement("home-inventory-export-view")
export class ExportView extends InventoryElement {
  @property({ attribute: false }) public info!: InventoryInfo;

  @state() private _wanted: Wanted = readWanted(location.search);
  @state() private _manner: Manner = rememberedManner(navigator.language);
  @state() private _columns: ExportColumn[] = [];
  @state() private _made?: ExportMade | undefined;
  @state() private _error?: string | undefined;
  @state() private _isBusy = false;

  public override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("location-changed", this._addressChanged);
    this._addressChanged();
    void this._load();
  }

  public override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("location-changed", this._addressChanged);
  }

  /** Names that the address does not have are looked up. */
  private readonly _addressChanged = (): void => {
    if (!location.pathname.endsWith("/export")) return;
    if (writeWanted(this._wanted) !== location.search) this._want(readWanted(location.search));
    const { hass } = this;
    const { filter } = this._wanted;
    if (!hass || !lacksNames(filter)) return;
    void withNames(hass, filter).then((named) => {
      if (this._wanted.filter === filter) this._wanted = { ...this._wanted, filter: named };
    });
  };

  private async _load(): Promise<void> {
    const { hass } = this;
    const { what } = this._wanted;
    if (!hass) return;
    try {
      const columns = await fetchExportColumns(hass, what);
      if (what === this._wanted.what) this._columns = columns;
    } catch (error) {
      this._error = await describeError(hass, error);
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = (changed as Map<string, unknown>).get("_wanted") as Wanted | undefined;
    if (before && before.what !== this._wanted.what) void this._load();
  }

  private _want(fields: Partial<Wanted>): void {
    this._wanted = { ...this._wanted, ...fields };
    this._made = this._error = undefined;
    noteInHistory("inventoryExport", true, writeWanted(this._wanted));
  }

  private _behave(fields: Partial<Manner>): void {
    this._manner = { ...this._manner, ...fields };
    this._made = this._error = undefined;
    rememberManner(this._manner);
  }

  private readonly _make = async (): Promise<void> => {
    const { hass } = this;
    if (!hass || this._isBusy) return;
    this._isBusy = true;
    this._made = this._error = undefined;
    try {
      const order = orderOf(this._wanted, this._manner);
      this._made = await makeExport(hass, {
        ...order,
        ...(order.what ? { language: hass.language } : {}),
      });
    } catch (error) {
      this._error = await describeError(hass, error);
    } finally {
      this._isBusy = false;
    }
  };

  protected override render() {
    const { format, what } = this._wanted;
    return html`<article class="page" data-testid="export" aria-busy=${this._isBusy}>
      <home-inventory-exchange-tabs
        .hass=${this.hass}
        current="export"
      ></home-inventory-exchange-tabs>
      <section class="card">
        <h1>${this.localize("export.title")}</h1>
        <p class="quiet">
          ${this.localize(`export.hint_${isTable(format) ? "table" : (format as "zip")}`)}
        </p>
        <div class="fields">
          ${this._renderSelect("format", EXPORT_FORMATS, format, (value) => this._want({ format: value }))}
          ${isTable(format) ? this._renderSelect("what", EXPORT_LISTS, what, (value) => this._want({ what: value })) : nothing}
          ${this._renderManner()}
        </div>
        ${isTable(format) && isFiltered(what) ? this._renderFilter() : nothing}
      </section>
      ${isTable(format) ? this._renderColumns() : nothing} ${this._renderMake()}
      ${
        this.info.is_admin
          ? html`<home-inventory-export-schedule
              .hass=${this.hass}
            ></home-inventory-export-schedule>`
          : nothing
      }
    </article>`;
  }

  private _renderManner() {
    const { _manner: manner, _wanted: wanted } = this;
    if (!isTable(wanted.format)) {
      return html`<label class="check">
        <input
          type="checkbox"
          data-testid="export-history"
          .checked=${manner.history}
          @change=${(event: Event) =>
            this._behave({ history: (event.target as HTMLInputElement).checked })}
        />
        ${this.localize("export.history")}
      </label>`;
    }
    return html`${
      wanted.format === "csv"
        ? this._renderSelect("delimiter", DELIMITERS, manner.delimiter, (delimiter) =>
            this._behave({ delimiter }),
          )
        : nothing
    }
    ${this._renderSelect("headings", HEADINGS, manner.headings, (headings) => this._behave({ headings }))}`;
  }

  private _renderFilter() {
    const { filter } = this._wanted;
    if (!hasFilter(filter)) {
      return html`<p class="quiet">${this.localize("export.filter_none")}</p>`;
    }
    const names = namesOf(filter);
    const more = countFilters(filter) + (filter.text.trim() ? 1 : 0) - names.length;
    const said = [
      ...names,
      ...(more > 0 ? [this.localize("export.filter_more", { count: more })] : []),
    ];
    return html`<p class="filter" data-testid="export-filter">
      <span>${this.localize("export.filter", { filter: said.join(" · ") })}</span>
      <button
        class="button outlined"
        data-testid="export-all-items"
        @click=${() => this._want({ filter: NO_FILTER })}
      >
        ${this.localize("export.filter_remove")}
      </button>
    </p>`;
  }

  private _renderColumns() {
    const { what } = this._wanted;
    const usual = this._columns.filter((column) => column.usual).map(({ key }) => key);
    return html`<home-inventory-export-columns
      .hass=${this.hass}
      .columns=${this._columns}
      .chosen=${this._manner.columns[what] ?? usual}
      @columns-changed=${({ detail }: ColumnsEvent) =>
        this._behave({ columns: { ...this._manner.columns, [what]: detail } })}
    ></home-inventory-export-columns>`;
  }

  /** A plain link: in the companion app, too, it opens what takes care of files. */
  private _renderMake() {
    const { _made: made } = this;
    return html`<section class="card make">
      ${this._error ? html`<p class="error" role="alert" data-testid="export-error">${this._error}</p>` : nothing}
      ${this._isBusy ? html`<p class="quiet" role="status">${this.localize("export.making")}</p>` : nothing}
      <div class="actions">
        ${
          made
            ? html`<a
                  class="button primary"
                  data-testid="export-download"
                  href=${made.path}
                  download=${made.name}
                >
                  ${icon(mdiDownload, 20)}
                  ${this.localize("export.download", { size: formatBytes(made.size, this.locale) })}
                </a>
                <span class="quiet name"
                  >${made.name} ·
                  ${this.localize(isTable(this._wanted.format) ? "export.rows" : "export.records", { count: made.rows })}</span
                >`
            : html`<button
                class="button primary"
                data-testid="export-make"
                ?disabled=${this._isBusy}
                @click=${this._make}
              >
                ${this.localize("export.make")}
              </button>`
        }
      </div>
    </section>`;
  }

  private _renderSelect<T extends string>(
    name: "format" | "what" | "delimiter" | "headings",
    values: readonly T[],
    now: T,
    change: (value: T) => void,
  ) {
    return html`<div class="field">
      <label for=${name}>${this.localize(`export.${name}`)}</label>
      <select
        id=${name}
        data-testid="export-${name}"
        @change=${(event: Event) => change((event.target as HTMLSelectElement).value as T)}
      >
        ${values.map(
          (value) =>
            html`<option value=${value} ?selected=${value === now}>
              ${this.localize(`export.${name}_${value}` as "export.format_csv")}
            </option>`,
        )}
      </select>
    </div>`;
  }

  public static override styles = [baseStyles, buttonStyles, fieldStyles, viewStyles, exportStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-export-view": ExportView;
  }
}
