import {
  mdiBookmarkPlusOutline,
  mdiCheckboxMultipleMarkedOutline,
  mdiFormatListBulleted,
  mdiTable,
  mdiTableArrowRight,
  mdiTableCog,
  mdiViewGridOutline,
} from "@mdi/js";
import { css, html, nothing } from "lit";
import { property, query } from "lit/decorators.js";
import { InventoryElement } from "../../../components/base-element";
import { icon } from "../../../components/icon";
import { baseStyles, buttonStyles } from "../../../components/styles";
import { defineElement } from "../../../ha/define-element";
import type { Layout } from "./layout";

export type LayoutEvent = CustomEvent<Layout>;

const ICONS: Record<Layout, string> = {
  list: mdiFormatListBulleted,
  table: mdiTable,
  grid: mdiViewGridOutline,
};

/** How the list is shown, which columns it has, and whether things in it are being selected. */
@defineElement("home-inventory-list-tools")
export class ListTools extends InventoryElement {
  @property() public layout: Layout = "list";
  /** A phone has no room for a table. */
  @property({ type: Boolean }) public wide = false;
  @property({ type: Boolean }) public selecting = false;
  @property({ type: Boolean, attribute: "can-select" }) public canSelect = false;
  /** Something narrows the list, which can be saved. */
  @property({ type: Boolean, attribute: "can-save" }) public canSave = false;

  @query("[data-testid=select]") private readonly _select?: HTMLElement;

  public focusSelect(): void {
    this._select?.focus();
  }

  protected override render() {
    const layouts: Layout[] = this.wide ? ["list", "table", "grid"] : ["list", "grid"];
    return html`<div class="tools">
      <div class="layouts" role="group" aria-label=${this.localize("list.layout")}>
        ${layouts.map(
          (layout) =>
            html`<button
              class="icon-button"
              data-testid="layout-${layout}"
              aria-pressed=${layout === this.layout ? "true" : "false"}
              aria-label=${this.localize(`list.${layout}`)}
              title=${this.localize(`list.${layout}`)}
              @click=${() =>
                this.dispatchEvent(new CustomEvent("layout-changed", { detail: layout }))}
            >
              ${icon(ICONS[layout], 20)}
            </button>`,
        )}
      </div>
      ${this.canSave ? this._renderButton("save-filter", mdiBookmarkPlusOutline, "filter.save") : nothing}
      ${this.layout === "table" ? this._renderButton("columns", mdiTableCog, "list.columns") : nothing}
      ${this._renderButton("export", mdiTableArrowRight, "list.export")}
      ${
        this.canSelect
          ? this._renderButton(
              "select",
              mdiCheckboxMultipleMarkedOutline,
              "list.select",
              this.selecting,
            )
          : nothing
      }
    </div>`;
  }

  private _renderButton(
    name: string,
    path: string,
    label: "list.columns" | "list.export" | "list.select" | "filter.save",
    pressed?: boolean,
  ) {
    return html`<button
      class="icon-button"
      data-testid=${name}
      aria-label=${this.localize(label)}
      title=${this.localize(label)}
      aria-pressed=${pressed === undefined ? nothing : pressed ? "true" : "false"}
      @click=${() => this.dispatchEvent(new CustomEvent(name))}
    >
      ${icon(path, 20)}
    </button>`;
  }

  public static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .tools,
      .layouts {
        display: flex;
        align-items: center;
      }
      [aria-pressed="true"] {
        background: color-mix(in srgb, var(--primary-color) 18%, transparent);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    "home-inventory-list-tools": ListTools;
  }
}
