import { mdiArrowDown, mdiArrowUp, mdiClose } from "@mdi/js";
import { css, html, nothing } from "lit";
import { property } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles, fieldStyles } from "../../../components/styles";
import type { ExportColumn } from "../../../data/export";
import { defineElement } from "../../../ha/define-element";
import { viewStyles } from "../view-styles";
import { moved } from "./export-state";

export type ColumnsEvent = CustomEvent<string[]>;

/** Which columns a table gets, and in which order. */
@defineElement("home-inventory-export-columns")
export class ExportColumns extends InventoryElement {
  /** All that there are. */
  @property({ attribute: false }) public columns: readonly ExportColumn[] = [];
  /** The keys of those that are chosen, in order. */
  @property({ attribute: false }) public chosen: readonly string[] = [];

  private _say(keys: readonly string[]): void {
    this.dispatchEvent(new CustomEvent("columns-changed", { detail: [...keys] }));
  }

  /** Columns that have gone since they were chosen are not shown. */
  private get _shown(): ExportColumn[] {
    return this.chosen
      .map((key) => this.columns.find((column) => column.key === key))
      .filter((column): column is ExportColumn => column !== undefined);
  }

  private readonly _added = (event: Event): void => {
    const select = event.target as HTMLSelectElement;
    if (select.value) this._say([...this._shown.map(({ key }) => key), select.value]);
    select.value = "";
  };

  protected override render() {
    const shown = this._shown;
    const rest = this.columns.filter(({ key }) => !this.chosen.includes(key));
    const usual = this.columns.filter((column) => column.usual);
    return html`<details class="card" data-testid="export-columns">
      <summary>${this.localize("export.columns", { count: shown.length })}</summary>
      <div class="actions">
        ${this._renderSet("usual", usual)} ${this._renderSet("all", this.columns)}
      </div>
      <ol>
        ${shown.map((column, place) => this._renderColumn(column, place, shown))}
      </ol>
      ${
        rest.length > 0
          ? html`<div class="field">
              <label for="add">${this.localize("export.add_column")}</label>
              <select id="add" data-testid="export-add-column" @change=${this._added}>
                <option value=""></option>
                ${rest.map(({ key, title }) => html`<option value=${key}>${title}</option>`)}
              </select>
            </div>`
          : nothing
      }
    </details>`;
  }

  private _renderSet(name: "usual" | "all", columns: readonly ExportColumn[]) {
    return html`<button
      class="button outlined"
      data-testid="export-columns-${name}"
      @click=${() => this._say(columns.map(({ key }) => key))}
    >
      ${this.localize(`export.columns_${name}`)}
    </button>`;
  }

  private _renderColumn({ key, title }: ExportColumn, place: number, all: ExportColumn[]) {
    const keys = all.map((column) => column.key);
    return html`<li data-testid="export-column" data-key=${key}>
      <span class="title">${title}</span>
      ${this._renderButton("up", mdiArrowUp, title, place === 0, () => moved(keys, place, -1))}
      ${this._renderButton("down", mdiArrowDown, title, place === keys.length - 1, () =>
        moved(keys, place, 1),
      )}
      ${this._renderButton("remove", mdiClose, title, keys.length === 1, () =>
        keys.filter((other) => other !== key),
      )}
    </li>`;
  }

  private _renderButton(
    what: "up" | "down" | "remove",
    path: string,
    name: string,
    disabled: boolean,
    change: () => string[],
  ) {
    const label =
      what === "remove"
        ? this.localize("action.remove_x", { name })
        : this.localize(`export.${what}`, { name });
    return html`<button
      class="icon-button"
      data-testid="export-column-${what}"
      aria-label=${label}
      title=${label}
      ?disabled=${disabled}
      @click=${() => this._say(change())}
    >
      ${icon(path, 20)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    viewStyles,
    css`
      summary {
        min-height: 44px;
        align-content: center;
        font-size: var(--ha-font-size-l, 16px);
        font-weight: var(--ha-font-weight-medium, 500);
        cursor: pointer;
      }
      details.card {
        padding-block: 4px;
      }
      .actions {
        margin-top: 4px;
      }
      ol {
        margin: 8px 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        min-height: 44px;
        border-bottom: 1px solid var(--divider-color);
      }
      .title {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      button[disabled] {
        opacity: 0.4;
      }
      .field {
        margin-bottom: 12px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-export-columns": ExportColumns;
  }
}
